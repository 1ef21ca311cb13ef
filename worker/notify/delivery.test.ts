import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';
import { anAddress, at, day, deliveriesOf, hour, minute, Post } from '../test/notify.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a message that found nobody', () => {
  it('is tried for three days, listed for the coordinator only, and can be sent again', async () => {
    const start = Date.now() - 4 * day;
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    const { number } = await send(tenant, { contact: { email } });
    post.fails = { with: new Error('connection refused') };
    const waits: number[] = [];
    for (let time = start; ;) {
      at(time);
      await runJobs(post.env);
      const row = (await deliveriesOf(tenant))[0]!;
      if (row.state !== 'pending') break;
      waits.push(row.due_at - time);
      // A tick too early does nothing.
      at(row.due_at - 1);
      await runJobs(post.env);
      expect((await deliveriesOf(tenant))[0]!.attempts).toBe(row.attempts);
      time = row.due_at;
    }
    expect(waits).toEqual([1, 5, 15, 30, 60, 120, 240, 480, 720, 1200, 1440].map((wait) => wait * minute));
    vi.restoreAllMocks();
    const coordinator = await aMember('coordinator', tenant);
    const list = async (headers: Record<string, string>) => call('/v1/staff/deliveries', { headers });
    expect((await list(await aMember('officer', tenant, ['d01']))).status).toBe(403);
    expect((await list(await aMember('coordinator', await aTenant()))).status).toBe(200);
    const { items, counts } = await (
      await list(coordinator)
    ).json<{ items: { id: string }[]; counts: unknown }>();
    expect(items).toMatchObject([
      { channel: 'mail', kind: 'receipt', number, state: 'dead', attempts: 12, note: 'unreachable' },
    ]);
    expect(counts).toEqual({ pending: 0, dead: 1 });
    post.fails = null;
    const path = `/v1/staff/deliveries/${items[0]!.id}/redeliver`;
    const stranger = await aMember('coordinator', await aTenant());
    expect((await call(path, { method: 'POST', headers: stranger })).status).toBe(404);
    expect((await call(path, { method: 'POST', headers: coordinator })).status).toBe(200);
    await runJobs(post.env);
    expect(post.to(email)).toHaveLength(1);
    expect((await call(path, { method: 'POST', headers: coordinator })).status).toBe(409);
  });

  it('is forgotten after half a year, what was sent after a month', async () => {
    const start = Date.now();
    const post = new Post();
    const tenant = await aTenant();
    await send(tenant, { contact: { email: anAddress() } });
    await runJobs(post.env);
    post.fails = { with: new Error('E_RECIPIENT_SUPPRESSED') };
    await send(tenant, { contact: { email: anAddress() } });
    await runJobs(post.env);
    const states = async (time: number) => {
      at(time);
      await runJobs(post.env);
      const rows = await deliveriesOf(tenant);
      return rows.filter(({ kind }) => kind === 'receipt').map(({ state }) => state);
    };
    expect((await states(start + 29 * day)).toSorted()).toEqual(['dead', 'sent']);
    expect(await states(start + 31 * day)).toEqual(['dead']);
    expect(await states(start + 181 * day + hour)).toEqual([]);
  });

  it('is shown in pages, newest first', async () => {
    const post = new Post();
    const tenant = await aTenant();
    for (let count = 0; count < 5; count++) await send(tenant, { contact: { email: anAddress() } });
    await runJobs(post.env);
    const headers = await aMember('coordinator', tenant);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await (
        await call(`/v1/staff/deliveries?state=sent&limit=2${cursor && `&cursor=${cursor}`}`, { headers })
      ).json<{ items: { id: string }[]; nextCursor: string | null }>();
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect((await call('/v1/staff/deliveries?cursor=x', { headers })).status).toBe(400);
  });
});
