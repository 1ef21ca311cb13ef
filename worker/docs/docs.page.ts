/** The OpenAPI document as a page that needs no script. */
import { html } from 'hono/html';
import type { Lang } from '../../contract/vocabulary.ts';
import { problemWords } from '../http/problem-words.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  required?: string[];
  description?: string;
  minLength?: number;
  maxLength?: number;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}
interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
export interface ApiDocument {
  info: { title: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

export const docsStylePath = '/docs/style.css';
export const docsStyle = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5b6673;--line:#d9dee5;--paper:#fff;--accent:#2f5d9b}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#a3adba;--line:#394350;--paper:#161b22;--accent:#8db4e8}}
body{margin:0 auto;max-width:56rem;padding:32px 20px 96px;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:28px}h2{font-size:22px;margin-top:48px}a{color:var(--accent)}
details{border-top:1px solid var(--line)}summary{padding:12px 0;cursor:pointer}summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary b{font:600 14px/1 ui-monospace,monospace;color:var(--accent);text-transform:uppercase;margin-inline-end:8px}
code{font:14px/1.6 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}.soft{color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
ul{padding-inline-start:20px}`;

const page = (title: string, lang: string, body: unknown) =>
  html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${docsStylePath}" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;

const words = {
  'zh-CN': {
    intro: '所有接口都由同一份定义校验和说明。',
    machine: '机器可读:',
    problems: '错误代码一览',
    in: '位置',
    name: '名称',
    what: '说明',
    body: '请求正文',
    answers: '回答',
    code: '代码',
  },
  en: {
    intro: 'Every request is checked by the definitions shown here.',
    machine: 'For programs: ',
    problems: 'Problem codes',
    in: 'In',
    name: 'Name',
    what: 'What',
    body: 'Request body',
    answers: 'Answers',
    code: 'Code',
  },
};

export function toDocsPage(document: ApiDocument, lang: Lang) {
  const say = words[lang];
  const tags = new Map<string, [string, string, Operation][]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other';
      tags.set(tag, [...(tags.get(tag) ?? []), [method, path, operation]]);
    }
  }
  return page(
    document.info.title,
    lang,
    html`<h1>${document.info.title} API</h1>
      <p>
        ${say.intro} ${say.machine}<a href="/openapi.json">/openapi.json</a> ·
        <a href="/docs/problems?lang=${lang}">${say.problems}</a>
      </p>
      ${[...tags].map(
        ([tag, operations]) =>
          html`<h2>${tag}</h2>
            ${operations.map(([method, path, operation]) => toOperation(method, path, operation, say))}`,
      )}
      <h2>Schemas</h2>
      ${Object.entries(document.components?.schemas ?? {}).map(
        ([name, schema]) =>
          html`<details id="${name}">
            <summary>${name}</summary>
            ${toSchema(schema)}
          </details>`,
      )}`,
  );
}

function toOperation(method: string, path: string, operation: Operation, say: (typeof words)['en']) {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return html`<details>
    <summary>
      <b>${method}</b><code>${path}</code><br /><span class="soft">${operation.summary ?? ''}</span>
    </summary>
    ${
      operation.parameters?.length
        ? html`<table>
            <tr>
              <th>${say.name}</th>
              <th>${say.in}</th>
              <th>${say.what}</th>
            </tr>
            ${operation.parameters.map(
              (one) =>
                html`<tr>
                  <td><code>${one.name}${one.required ? ' *' : ''}</code></td>
                  <td>${one.in}</td>
                  <td>${one.schema ? typeOf(one.schema) : ''} ${one.description ?? ''}</td>
                </tr>`,
            )}
          </table>`
        : ''
    }
    ${
      body
        ? html`<h3>${say.body}</h3>
            ${toSchema(body)}`
        : ''
    }
    <h3>${say.answers}</h3>
    <ul>
      ${Object.entries(operation.responses).map(([status, { description, content }]) => {
        const schema = Object.values(content ?? {})[0]?.schema;
        return html`<li><code>${status}</code> ${description ?? ''} ${schema ? typeOf(schema) : ''}</li>`;
      })}
    </ul>
  </details>`;
}

function toSchema(schema: Schema): unknown {
  if (!schema.properties) return html`<p>${typeOf(schema)}</p>`;
  return html`<table>
    ${Object.entries(schema.properties).map(
      ([name, part]) =>
        html`<tr>
          <td><code>${name}${schema.required?.includes(name) ? ' *' : ''}</code></td>
          <td>${typeOf(part)} ${part.description ?? ''}</td>
        </tr>`,
    )}
  </table>`;
}

function typeOf(schema: Schema): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.enum) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  const many = schema.anyOf ?? schema.oneOf;
  if (many) return many.map((one, index) => html`${index > 0 ? ' | ' : ''}${typeOf(one)}`);
  if (schema.items) return html`${typeOf(schema.items)}[]`;
  const length = schema.maxLength === undefined ? '' : ` (${schema.minLength ?? 0}–${schema.maxLength})`;
  return html`<code>${[schema.type ?? 'any'].flat().join(' | ')}${length}</code>`;
}

export function toProblemsPage(lang: Lang) {
  const say = words[lang];
  return page(
    say.problems,
    lang,
    html`<h1>${say.problems}</h1>
      <table>
        <tr>
          <th>${say.code}</th>
          <th>${say.what}</th>
        </tr>
        ${Object.entries(problemWords[lang]).map(
          ([code, text]) =>
            html`<tr id="${code}">
              <td><code>${code}</code></td>
              <td>${text}</td>
            </tr>`,
        )}
      </table>`,
  );
}
