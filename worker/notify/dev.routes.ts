/** `/dev/outbox`: what a demonstration would have sent. Nowhere else is there such a page. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { createMiddleware } from 'hono/factory';
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
table { border-collapse: collapse; width: 100%; } td, th { padding: 6px 8px; text-align: left; border-bottom: 1px solid #ccc; }
pre { padding: 12px; background: #f3f5f7; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; }
iframe { width: 100%; height: 720px; border: 1px solid #ccc; } .wide { overflow-x: auto; }`;
const pagePolicy =
  "default-src 'none'; style-src 'sha256-HASH'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
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

const timeOf = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const devRoutes = new Hono<AppEnv>()
  .get('/dev/outbox', demoOnly, async (c) => {
    const rows = await keptMails(directory(c.env), 200);
    const items = rows.map(
      ({ id, at, recipient, subject }) =>
        html`<tr>
          <td>${timeOf(at)}</td>
          <td>${recipient}</td>
          <td><a href="/dev/outbox/${id}">${subject}</a></td>
        </tr>`,
    );
    c.header('Content-Security-Policy', await policy());
    const empty = html`<p>还没有邮件。写一封信，留下邮箱，一分钟内会出现在这里。 No mail yet.</p>`;
    const table = html`<div class="wide">
      <table>
        <tr>
          <th>时间 Time</th>
          <th>收件人 To</th>
          <th>主题 Subject</th>
        </tr>
        ${items}
      </table>
    </div>`;
    return c.html(
      page(
        '演示：本来会发出的邮件 Outbox',
        html`<p>演示时邮件不发出去，都留在这里。 Nothing is sent in a demonstration.</p>
          ${rows.length === 0 ? empty : table}`,
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
