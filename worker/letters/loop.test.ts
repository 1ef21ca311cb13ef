import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { FeedPage, PublishedLetter, WriterLetter } from '../../contract/letters.ts';
import type { QueuePage, StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, fromAnywhere, send } from '../test/app.ts';

const reply = {
  type: 'final',
  body: '经查,您的档案已转入市人才中心。依据人社部发〔2014〕90号,保管费已取消。如有疑问请致电 0724-2345678。',
  outcome: 'resolved',
  phone: '0724-2345678',
};

async function command(headers: Record<string, string>, number: string, name: string, json: unknown) {
  return call(`/v1/staff/letters/${number}/${name}`, { headers, json });
}

describe('a letter goes out and comes back', () => {
  it('is accepted, answered, published, found, rated badly, reopened with a new deadline and answered again', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    const receipt = await send(tenant, { department: 'd01', contact: { phone: '13800001111' } });
    const { number } = receipt;
    const writer = { Authorization: `Letter ${receipt.accessKey}`, ...fromAnywhere() };

    const queue = await (await call('/v1/staff/letters', { headers: officer })).json<QueuePage>();
    expect(queue.items.map((item) => item.number)).toEqual([number]);
    expect((await command(officer, number, 'accept', { department: 'd01' })).status).toBe(200);
    const answered = await (await command(officer, number, 'reply', reply)).json<StaffLetter>();
    expect(answered).toMatchObject({ status: 'replied', replies: [{ outcome: 'resolved' }] });

    const before = await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>();
    expect(before).toMatchObject({ items: [], counts: { received: 1, published: 0 } });
    const release = { title: '退休档案保管费', body: '请问退休以后档案保管费还要不要交?' };
    expect((await command(officer, number, 'publish', release)).status).toBe(200);
    const listed = await (
      await call(`/v1/tenants/${tenant}/letters?q=${encodeURIComponent('档案')}`)
    ).json<FeedPage>();
    expect(listed.items[0]).toMatchObject({ number, marks: { title: [[2, 4]] } });
    expect(listed.counts.published).toBe(1);
    expect(
      (await (await call(`/v1/tenants/${tenant}/letters?q=${encodeURIComponent('案退')}`)).json<FeedPage>())
        .items,
    ).toEqual([]);
    const published = await (await call(`/v1/tenants/${tenant}/letters/${number}`)).json<PublishedLetter>();
    expect(published).toMatchObject({ body: release.body, replies: [{ body: reply.body }] });
    expect(JSON.stringify(published)).not.toContain('13800001111');
    expect(await (await call(`/v1/tenants/${tenant}/feed.atom`)).text()).toContain(number);

    const rated = await (
      await call(`/v1/letters/${number}/ratings`, {
        headers: writer,
        json: { level: 2, solved: 'no', comment: '没有解决' },
      })
    ).json<WriterLetter>();
    expect(rated).toMatchObject({
      status: 'accepted',
      round: 2,
      why: { reply: { rule: 'reopened', unit: 'calendar' } },
    });
    expect(Date.parse(rated.replyBy!)).toBeGreaterThan(Date.now() + 14 * 86_400_000);
    await command(officer, number, 'reply', { ...reply, body: `补充答复:${reply.body}` });
    const last = await (
      await call(`/v1/letters/${number}/ratings`, { headers: writer, json: { level: 5, solved: 'yes' } })
    ).json<WriterLetter>();
    expect(last).toMatchObject({
      status: 'closed',
      contested: false,
      may: expect.not.arrayContaining(['rate']) as string[],
    });
    const third = await call(`/v1/letters/${number}/ratings`, {
      headers: writer,
      json: { level: 1, solved: 'no' },
    });
    expect(third.status).toBe(409);
  });

  it('disappears from everything public when the writer revokes consent', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const { number, accessKey } = await send(tenant, { department: 'd01' });
    await command(coordinator, number, 'accept', { department: 'd01' });
    await command(coordinator, number, 'reply', reply);
    await command(coordinator, number, 'publish', { title: '标题文字', body: '正文文字' });
    const revoked = await call(`/v1/letters/${number}/consent`, {
      headers: { Authorization: `Letter ${accessKey}`, ...fromAnywhere() },
      json: { publish: false },
    });
    expect(revoked.status).toBe(200);
    for (const path of ['letters', 'letters?q=标题', 'feed.json', 'feed.atom', `letters/${number}`]) {
      expect(await (await call(`/v1/tenants/${tenant}/${path}`)).text()).not.toContain('标题文字');
    }
    const { counts } = await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>();
    expect(counts).toEqual({ received: 1, published: 0, withoutConsent: 1, withheld: 0, spam: 0 });
  });

  it('gives one of two racing commands the letter and tells the other that it changed', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const { number } = await send(tenant);
    const twice = await Promise.all(
      ['d01', 'd02'].map((department) => command(coordinator, number, 'accept', { department })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows an officer nothing of another department’s letters, and a stranger nothing at all', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const [theirs, strangers] = [
      await aMember('officer', tenant, ['d02']),
      await aMember('coordinator', other),
    ];
    const { number } = await send(tenant, { department: 'd01' });
    for (const headers of [theirs, strangers, {}]) {
      const seen = await call(`/v1/staff/letters/${number}`, { headers });
      expect([401, 404]).toContain(seen.status);
      expect((await command(headers, number, 'accept', { department: 'd01' })).status).toBe(seen.status);
    }
    expect((await (await call('/v1/staff/letters', { headers: theirs })).json<QueuePage>()).items).toEqual(
      [],
    );
  });

  it('records every look at contact details, and lets the centre read but neither reply nor look', async () => {
    const tenant = await aTenant();
    const [officer, central] = [
      await aMember('officer', tenant, ['d01']),
      await aMember('central', null, [], '42'),
    ];
    const { number } = await send(tenant, {
      department: 'd01',
      contact: { name: '张三', phone: '13800001111' },
    });
    expect(await (await command(officer, number, 'contact', {})).json()).toEqual({
      name: '张三',
      phone: '13800001111',
      email: null,
    });
    const seen = await (await call(`/v1/staff/letters/${number}`, { headers: central })).json<StaffLetter>();
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'contact_viewed']);
    expect(JSON.stringify(seen)).not.toContain('13800001111');
    for (const name of ['contact', 'accept', 'reply']) {
      expect(
        (await command(central, number, name, name === 'reply' ? reply : { department: 'd01' })).status,
      ).toBe(403);
    }
  });

  it('answers a merged letter with its target’s reply, and the writer rates it as their own', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const [first, second] = [await send(tenant), await send(tenant)];
    for (const { number } of [first, second])
      await command(coordinator, number, 'accept', { department: 'd01' });
    expect((await command(coordinator, second.number, 'merge', { into: first.number })).status).toBe(200);
    await command(coordinator, first.number, 'reply', reply);
    const headers = { Authorization: `Letter ${second.accessKey}`, ...fromAnywhere() };
    const mine = await (await call(`/v1/letters/${second.number}`, { headers })).json<WriterLetter>();
    expect(mine).toMatchObject({
      status: 'replied',
      replies: [{ body: reply.body }],
      may: expect.arrayContaining(['rate']) as string[],
    });
  });

  it('registers a letter from the counter once, however often the call is repeated', async () => {
    const tenant = await aTenant();
    const headers = {
      ...(await aMember('officer', tenant, ['d01'])),
      'Idempotency-Key': 'a-key-of-more-than-22-characters',
    };
    const json = {
      kind: 'help',
      department: 'd01',
      title: '窗口来信',
      body: '来人口述:小区停水三天了。',
      publish: false,
      channel: 'counter',
    };
    const receipts = await Promise.all(
      [1, 2].map(async () =>
        (await call('/v1/staff/letters', { headers, json })).json<{ number: string; accessKey: string }>(),
      ),
    );
    expect(receipts[0]).toEqual(receipts[1]);
    const mine = await call(`/v1/letters/${receipts[0]!.number}`, {
      headers: { Authorization: `Letter ${receipts[0]!.accessKey}` },
    });
    expect(mine.status).toBe(200);
  });

  it('erases what was written and keeps the record, the figures and the grounds', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const { number, accessKey } = await send(tenant, { department: 'd01' });
    await command(coordinator, number, 'decline', {
      grounds: 'petition',
      explanation: '这是信访事项,请到信访局。',
      goTo: '市信访局',
    });
    await command(coordinator, number, 'publish', { title: '公开标题', body: '公开正文' });
    const erased = await (
      await command(coordinator, number, 'erase', { reason: '来信人书面要求' })
    ).json<StaffLetter>();
    expect(erased).toMatchObject({ title: '', body: '', release: 'taken_down' });
    expect(erased.timeline.at(-1)).toMatchObject({ kind: 'erased', text: '来信人书面要求' });
    expect((await call(`/v1/tenants/${tenant}/letters/${number}`)).status).toBe(410);
    const mine = await (
      await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } })
    ).text();
    expect(mine).not.toContain('信访局');
  });

  it('answers everything it refuses with problem details', async () => {
    const tenant = await aTenant();
    for (const path of [
      `/v1/tenants/nobody`,
      `/v1/tenants/${tenant}/letters/XX-2026-000001`,
      '/v1/nothing',
      '/v1/staff/session',
    ]) {
      const answer = await call(path);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json<Problem>()).toMatchObject({
        status: answer.status,
        code: expect.any(String) as string,
        requestId: expect.stringMatching(/.+/) as string,
      });
    }
  });
});
