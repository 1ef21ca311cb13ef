import { createExecutionContext } from 'cloudflare:test';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { app } from '../app.ts';
import { runJobs } from '../jobs/run.ts';
import type { Env } from '../platform/env.ts';
import { aMember, aTenant, origin, send, testEnv } from '../test/app.ts';
import { anAddress, give } from '../test/notify.ts';

const demo: Env = { ...testEnv, HUIXIN_DEMO: '1', HUIXIN_PUBLIC_URL: origin };
const get = (env: Env, path: string) =>
  app.fetch(new Request(`${origin}${path}`), env, createExecutionContext());

describe('the demonstration’s outbox', () => {
  it('shows what would have gone out, as it would have gone out, and lets nothing in it act', async () => {
    const email = anAddress();
    const tenant = await aTenant({ name: '"甲县" <evil@example.net>, 乙' });
    const officer = await aMember('coordinator', tenant);
    const { number } = await send(tenant, { contact: { email } });
    await give(number, officer, 'accept', { department: 'd01' });
    const body = '<script>alert(1)</script><a href="javascript:alert(1)">看这里</a>';
    await give(number, officer, 'reply', { type: 'final', body, outcome: 'resolved' });
    await runJobs(demo);
    const list = await (await get(demo, '/dev/outbox')).text();
    const [, id] = /outbox\/(\d+)">[^<]*来信已答复/.exec(list)!;
    const page = await get(demo, `/dev/outbox/${id}`);
    const shown = await page.text();
    expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(shown).not.toContain('<script');
    const html = await get(demo, `/dev/outbox/${id}/html`);
    expect(html.headers.get('Content-Security-Policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(await html.text()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const kept = await testEnv.DIRECTORY.prepare('SELECT * FROM kept_mail WHERE id = ?')
      .bind(id)
      .first<{ head: string; subject: string }>();
    const mail = await PostalMime.parse(`${kept!.head}\r\n\r\n`);
    expect(mail.subject).toBe(kept!.subject);
    expect(mail.from).toMatchObject({
      address: 'letters@demo.test',
      name: '"甲县" <evil@example.net>, 乙信箱',
    });
    expect(mail.to).toMatchObject([{ address: email }]);
    expect(
      mail.headers.filter(({ key }) => ['from', 'to', 'cc', 'bcc', 'subject'].includes(key)),
    ).toHaveLength(3);
  });

  it('is nowhere else', async () => {
    const real: Env = {
      ...demo,
      HUIXIN_SMTP_URL: 'smtps://mail.example.com',
      HUIXIN_MAIL_FROM: 'a@example.com',
    };
    for (const env of [testEnv, real])
      for (const path of ['/dev/outbox', '/dev/outbox/1', '/dev/outbox/1/html'])
        expect((await get(env, path)).status).toBe(404);
  });
});
