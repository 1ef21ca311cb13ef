/** `/dev/outbox`: what a demonstration would have sent. Nowhere else is there such a page. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { createMiddleware } from 'hono/factory';
import { formatInstant } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { directory } from '../platform/d1.ts';
import { findKeptMail, keptMails } from './kept-mail.store.ts';

const demoOnly = createMiddleware<AppEnv>(async (c, next) => {
  // A real transport keeps nothing, and what an earlier demonstration kept is nobody's business then.
  if (c.env.HUIXIN_DEMO !== '1' || c.env.HUIXIN_SMTP_URL || c.env.EMAIL) throw new Refused('not_found');
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('X-Robots-Tag', 'noindex');
});

const style = `body { margin: 0 auto; max-width: 60rem; padding: 16px; font: 16px/1.6 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.35; overflow-wrap: anywhere; } ul { margin: 0; padding: 0; list-style: none; }
li { padding: 12px 0; border-bottom: 1px solid #ccc; } small { display: block; color: #555; }
pre { padding: 12px; background: #f3f5f7; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; }
iframe { box-sizing: border-box; width: 100%; height: 820px; border: 1px solid #ccc; }`;
const pagePolicy =
  "default-src 'none'; style-src 'sha256-HASH'; img-src data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
/** Mail has its styles inline; nothing else in it may do anything. */
const mailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

async function policy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return pagePolicy.replace('HASH', btoa(String.fromCharCode(...new Uint8Array(digest))));
}

const page = (title: string, main: unknown) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <h1>${title}</h1>
        ${main}
      </body>
    </html>`;

const timeOf = (at: number): string => formatInstant(at, 'Asia/Shanghai').slice(0, 16).replace('T', ' ');

export const devRoutes = new Hono<AppEnv>()
  .get('/dev/outbox', demoOnly, async (c) => {
    const rows = await keptMails(directory(c.env), 200);
    const items = rows.map(
      ({ id, at, recipient, subject }) =>
        html`<li>
          <a href="/dev/outbox/${id}">${subject}</a>
          <small>${timeOf(at)} → ${recipient}</small>
        </li>`,
    );
    c.header('Content-Security-Policy', await policy());
    const empty = html`<p>还没有邮件。写一封信，留下邮箱，一分钟内会出现在这里。 No mail yet.</p>`;
    return c.html(
      page(
        '演示：本来会发出的邮件 Outbox',
        html`<p>演示时邮件不发出去，都留在这里。 Nothing is sent in a demonstration.</p>
          ${
            rows.length === 0
              ? empty
              : html`<ul>
                  ${items}
                </ul>`
          }`,
      ),
    );
  })
  .get('/dev/outbox/:id{[0-9]+}', demoOnly, async (c) => {
    const row = await findKeptMail(directory(c.env), Number(c.req.param('id')));
    if (!row) throw new Refused('not_found');
    c.header('Content-Security-Policy', await policy());
    return c.html(
      page(
        row.subject,
        html`<p><a href="/dev/outbox">← Outbox</a></p>
          <pre>${row.head}</pre>
          <h2>HTML</h2>
          <iframe sandbox="" src="/dev/outbox/${row.id}/html" title="HTML"></iframe>
          <h2>Text</h2>
          <pre>${row.text}</pre>`,
      ),
    );
  })
  .get('/dev/outbox/:id{[0-9]+}/html', demoOnly, async (c) => {
    const row = await findKeptMail(directory(c.env), Number(c.req.param('id')));
    if (!row) throw new Refused('not_found');
    c.header('Content-Security-Policy', mailPolicy);
    return c.html(row.html);
  });
