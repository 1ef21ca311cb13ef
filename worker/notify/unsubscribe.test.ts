import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, fromAnywhere, origin, send } from '../test/app.ts';
import { anAddress, give, Post } from '../test/notify.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A letter whose receipt has arrived, and the link in it. */
async function aReceipt(post: Post, tenant: string, email: string) {
  const { number } = await send(tenant, { contact: { email } });
  await runJobs(post.env);
  const receipt = post.to(email).at(-1)!;
  const link = /<(https:[^>]+)>/.exec(receipt.headers['List-Unsubscribe']!)![1]!;
  expect(receipt.text).toContain(link);
  expect(receipt.html).toContain(link.replaceAll('&', '&amp;'));
  return { number, path: link.replace(origin, '') };
}

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...fromAnywhere(), ...headers },
    body: new URLSearchParams(form).toString(),
  });

describe('the link that stops mail', () => {
  it('changes nothing when opened; pressing its button stops mail about this letter, and another takes it up again', async () => {
    const [box, tenant, email] = [new Post(), await aTenant(), anAddress()];
    const officer = await aMember('coordinator', tenant);
    const { number, path } = await aReceipt(box, tenant, email);
    const page = await call(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(await page.text()).toContain('这封信不再发邮件');
    await give(number, officer, 'accept', { department: 'd01' });
    await runJobs(box.env);
    expect(box.to(email)).toHaveLength(2);
    expect(await (await post(path, { wish: 'letter' }, { Origin: origin })).text()).toContain('已经停了');
    await give(number, officer, 'transfer', { department: 'd02', reason: '属于房管职责' });
    await runJobs(box.env);
    expect(box.to(email)).toHaveLength(2);
    // Another letter with the same address is told of as before.
    await send(tenant, { contact: { email } });
    await runJobs(box.env);
    expect(box.to(email)).toHaveLength(3);
    expect(await (await call(path)).text()).toContain('恢复接收邮件');
    expect(await (await post(path, { wish: 'on' }, { Origin: origin })).text()).toContain('已经恢复');
    await give(number, officer, 'transfer', { department: 'd01', reason: '还是人社职责' });
    await runJobs(box.env);
    expect(box.to(email)).toHaveLength(4);
  });

  it('takes the one click of a mail program (RFC 8058), without cookie or origin', async () => {
    const [box, tenant, email] = [new Post(), await aTenant(), anAddress()];
    const { number, path } = await aReceipt(box, tenant, email);
    const clicked = await post(path, { 'List-Unsubscribe': 'One-Click' });
    expect(clicked.status).toBe(200);
    await give(number, await aMember('coordinator', tenant), 'accept', { department: 'd01' });
    await runJobs(box.env);
    expect(box.to(email)).toHaveLength(1);
  });

  it('stops everything to an address whose reader never wrote, in whatever letters it is typed', async () => {
    const [box, tenant, email] = [new Post(), await aTenant(), anAddress()];
    const { path } = await aReceipt(box, tenant, email);
    await post(path, { wish: 'address' }, { Origin: origin });
    await send(tenant, { contact: { email: email.toUpperCase() } });
    await runJobs(box.env);
    expect(box.kept.filter(({ to }) => to.toLowerCase() === email)).toHaveLength(1);
    const stops = await box.env.LETTERS_0.prepare('SELECT * FROM mail_stop WHERE tenant = ?')
      .bind(tenant)
      .all();
    expect(JSON.stringify(stops.results)).not.toContain('example.org');
  });

  it('is one letter’s only, and a wrong token looks like an unknown number', async () => {
    const [box, tenant, email] = [new Post(), await aTenant(), anAddress()];
    const [first, second] = [await aReceipt(box, tenant, email), await aReceipt(box, tenant, anAddress())];
    const swapped = first.path.replace(first.number, second.number);
    const wrong = first.path.replace(/token=.{4}/, 'token=0000');
    const unknown = first.path.replace(first.number, 'XX-2026-000001');
    const answers = await Promise.all(
      [swapped, wrong, unknown, `/s/${tenant}/unsubscribe`].map(async (path) => {
        const answer = await call(path);
        const text = await answer.text();
        return `${answer.status} ${text.includes('这个链接不完整或者不对')}`;
      }),
    );
    expect(answers).toEqual(Array(4).fill('404 true'));
    expect((await post(swapped, { wish: 'letter' }, { Origin: origin })).status).toBe(404);
    expect((await post(first.path, { wish: 'letter' }, { Origin: 'https://evil.test' })).status).toBe(403);
  });
});
