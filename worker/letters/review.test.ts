/** What a review by an attacker found, each as the guarantee that was missing. */
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../contract/imports.ts';
import type { FeedPage, PublishedLetter, Receipt, WriterLetter } from '../../contract/letters.ts';
import type { QueuePage } from '../../contract/staff.ts';
import { aMember, aTenant, call, fromAnywhere, send, solved } from '../test/app.ts';

const reply = { type: 'final', body: '已经核实并办结,请放心。电话 0724-1234567。', outcome: 'explained' };

const command = (headers: Record<string, string>, number: string, name: string, json: unknown) =>
  call(`/v1/staff/letters/${number}/${name}`, { headers, json });
const asWriter = ({ accessKey }: Receipt) => ({ Authorization: `Letter ${accessKey}`, ...fromAnywhere() });
const mine = async (receipt: Receipt) =>
  (await call(`/v1/letters/${receipt.number}`, { headers: asWriter(receipt) })).json<WriterLetter>();

async function accepted(tenant: string, coordinator: Record<string, string>): Promise<Receipt> {
  const receipt = await send(tenant, { department: 'd01' });
  await command(coordinator, receipt.number, 'accept', { department: 'd01' });
  return receipt;
}

describe('merged letters always get an answer or their own way back', () => {
  it('when their target is withdrawn', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const [target, child] = [await accepted(tenant, coordinator), await accepted(tenant, coordinator)];
    await command(coordinator, child.number, 'merge', { into: target.number });
    await call(`/v1/letters/${target.number}/withdrawal`, { headers: asWriter(target), json: {} });
    expect(await mine(child)).toMatchObject({ status: 'accepted' });
    expect((await command(coordinator, child.number, 'reply', reply)).status).toBe(200);
  });

  it('since a letter that others were merged into is not merged itself', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const [a, b, c] = [
      await accepted(tenant, coordinator),
      await accepted(tenant, coordinator),
      await accepted(tenant, coordinator),
    ];
    await command(coordinator, a.number, 'merge', { into: b.number });
    expect((await command(coordinator, b.number, 'merge', { into: c.number })).status).toBe(409);
  });

  it('when a merge races with the reply, or with a merge the other way round', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    for (let turn = 0; turn < 3; turn++) {
      const [a, b] = [await accepted(tenant, coordinator), await accepted(tenant, coordinator)];
      await Promise.all([
        command(coordinator, a.number, 'merge', { into: b.number }),
        turn % 2
          ? command(coordinator, b.number, 'reply', reply)
          : command(coordinator, b.number, 'merge', { into: a.number }),
      ]);
      const statuses = [(await mine(a)).status, (await mine(b)).status];
      expect(statuses).not.toEqual(['merged', 'merged']);
      if (statuses[1] === 'replied') expect(statuses[0]).not.toBe('merged');
    }
  });
});

describe('what is said among staff', () => {
  it('stays there: the reason of an assignment is not in the writer’s ledger', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const receipt = await accepted(tenant, coordinator);
    await command(coordinator, receipt.number, 'assign', { department: 'd02', reason: '内部的理由' });
    expect(JSON.stringify(await mine(receipt))).not.toContain('内部的理由');
  });

  it('is found by long sentences too', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const { number } = await send(tenant, { body: '我想咨询一下关于城乡居民养老保险的问题,请帮忙。' });
    for (const q of ['我想咨询一下关于城乡居民养老保险的问题', '%'.repeat(30)]) {
      const page = await (
        await call(`/v1/staff/letters?q=${encodeURIComponent(q)}`, { headers: coordinator })
      ).json<QueuePage>();
      expect(page.items.map((item) => item.number)).toEqual(q.startsWith('%') ? [] : [number]);
    }
  });
});

describe('publication', () => {
  it('shows the answer that was released until the next one is released too', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const receipt = await accepted(tenant, coordinator);
    await command(coordinator, receipt.number, 'reply', { ...reply, outcome: 'resolved' });
    await command(coordinator, receipt.number, 'publish', { title: '公开标题', body: '公开正文' });
    await call(`/v1/letters/${receipt.number}/ratings`, {
      headers: asWriter(receipt),
      json: { level: 1, solved: 'no' },
    });
    await command(coordinator, receipt.number, 'reply', {
      ...reply,
      body: `第二次答复:${reply.body}`,
      outcome: 'refused',
    });
    const published = await (
      await call(`/v1/tenants/${tenant}/letters/${receipt.number}`)
    ).json<PublishedLetter>();
    expect(published).toMatchObject({
      outcome: 'resolved',
      replies: [{ body: reply.body, outcome: 'resolved' }],
      rating: { level: 1 },
    });
    const waiting = await (
      await call('/v1/staff/letters?status=to-publish', { headers: coordinator })
    ).json<QueuePage>();
    expect(waiting.items.map(({ number }) => number)).toEqual([receipt.number]);
    await command(coordinator, receipt.number, 'publish', { title: '公开标题', body: '公开正文' });
    const { items } = await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>();
    expect(items).toMatchObject([{ outcome: 'refused', rating: null }]);
  });

  it('that was taken down stays so, whatever the writer does with their consent', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const receipt = await accepted(tenant, coordinator);
    await command(coordinator, receipt.number, 'reply', reply);
    await command(coordinator, receipt.number, 'publish', { title: '公开标题', body: '公开正文' });
    await command(coordinator, receipt.number, 'take-down', { grounds: 'third-party' });
    for (const publish of [false, true]) {
      await call(`/v1/letters/${receipt.number}/consent`, { headers: asWriter(receipt), json: { publish } });
    }
    expect((await call(`/v1/tenants/${tenant}/letters/${receipt.number}`)).status).toBe(410);
  });

  it('lets many readers say their piece at once, and staff work meanwhile', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const receipt = await accepted(tenant, coordinator);
    await command(coordinator, receipt.number, 'reply', reply);
    await command(coordinator, receipt.number, 'publish', { title: '公开标题', body: '公开正文' });
    const verdict = async () => {
      const json = { answers: true, challenge: await solved(tenant) };
      return (
        await call(`/v1/tenants/${tenant}/letters/${receipt.number}/verdicts`, {
          headers: fromAnywhere(),
          json,
        })
      ).status;
    };
    const statuses = await Promise.all([
      verdict(),
      verdict(),
      verdict(),
      command(coordinator, receipt.number, 'note', { body: '备注' }).then(({ status }) => status),
    ]);
    expect(statuses).toEqual([201, 201, 201, 200]);
  });
});

describe('the centre', () => {
  it('gives itself no role in what it supervises', async () => {
    const tenant = await aTenant();
    const central = await aMember('central', null, [], '42');
    const { email } = await (await call('/v1/staff/session', { headers: central })).json<{ email: string }>();
    const json = { email, name: '某', role: 'coordinator', tenant };
    expect((await call('/v1/staff/members', { headers: central, json })).status).toBe(403);
  });

  it('makes no tenant in a time zone that does not exist', async () => {
    const central = await aMember('central', null, [], '42');
    const json = {
      slug: 'mars-city',
      name: '火星市',
      jurisdiction: '420800',
      departments: ['办公室'],
      timeZone: 'Mars/Olympus',
    };
    expect((await call('/v1/central/tenants', { headers: central, json })).status).toBe(400);
  });
});

describe('an import', () => {
  it('says what is twice, out of order or before its time, and comes back from all of it', async () => {
    const tenant = await aTenant();
    const headers = await aMember('coordinator', tenant);
    const row = {
      external_id: 'A',
      received_at: '2025-01-02',
      kind: 'help',
      department: 'd01',
      title: '题',
      body: '文',
      publish: true,
    };
    const rows = [
      row,
      row,
      { ...row, external_id: 'B', replied_at: '2025-01-05', rated_at: '2025-01-04', rating: 1 },
      { ...row, external_id: 'C', received_at: '0001-01-01' },
      { ...row, external_id: 'D', title: '看不见\u202e的字' },
    ];
    const { errors } = await (
      await call(`/v1/central/tenants/${tenant}/import/letters`, { headers, json: { rows } })
    ).json<ImportResult>();
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [2, 'external_id'],
      [3, 'rated_at'],
      [4, 'received_at'],
      [5, 'title'],
    ]);
  });
});
