import { describe, expect, it, vi } from 'vitest';
import type { WriterLetter } from '../../contract/letters.ts';
import { aMember, aTenant, call, fromAnywhere, send, testEnv } from '../test/app.ts';
import { runJobs } from './run.ts';

const day = 86_400_000;

/** Lets the service's clock stand at a time; only `Date.now` is moved, timers go on. */
function at(time: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(time);
}

const timelineOf = async (number: string, accessKey: string) => {
  const letter = await (
    await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } })
  ).json<WriterLetter>();
  return letter.timeline.map(({ kind, at: time, colour }) => `${time} ${kind}${colour ? ` ${colour}` : ''}`);
};

describe('the deadline sweep', () => {
  it('writes the same history whether it runs often, twice at once or once and late', async () => {
    const start = Date.parse('2026-03-02T09:00:00+08:00');
    const historyOf = async (sweeps: number[]) => {
      at(start);
      const { number, accessKey } = await send(await aTenant());
      for (const days of sweeps) {
        at(start + days * day);
        await runJobs(testEnv);
      }
      const history = await timelineOf(number, accessKey);
      vi.restoreAllMocks();
      return history;
    };
    const often = await historyOf([3, 13, 13, 23, 38, 39, 60]);
    expect(often).toEqual([
      '2026-03-02T09:00:00+08:00 submitted',
      '2026-03-15T00:00:00+08:00 escalated yellow',
      '2026-03-25T00:00:00+08:00 escalated red',
      '2026-04-09T00:00:00+08:00 escalated demand',
    ]);
    expect(await historyOf([60])).toEqual(often);
  });

  it('closes an answered letter after 15 silent days, dated at their end, also when it comes late', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const start = Date.now();
    const { number, accessKey } = await send(tenant);
    await call(`/v1/staff/letters/${number}/accept`, { headers: coordinator, json: { department: 'd01' } });
    const reply = { type: 'final', body: '已经办好了,请放心。电话 0724-1234567。', outcome: 'resolved' };
    await call(`/v1/staff/letters/${number}/reply`, { headers: coordinator, json: reply });
    at(start + 40 * day);
    const late = await call(`/v1/letters/${number}/ratings`, {
      headers: { Authorization: `Letter ${accessKey}`, ...fromAnywhere() },
      json: { level: 1, solved: 'no' },
    });
    expect(late.status).toBe(409);
    await runJobs(testEnv);
    const letter = await (
      await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } })
    ).json<WriterLetter>();
    vi.restoreAllMocks();
    expect(letter.status).toBe('closed');
    expect(letter.timeline.at(-1)).toMatchObject({ kind: 'closed', grounds: 'silence' });
    expect(letter.timeline.at(-1)!.at).toMatch(/T00:00:00\+08:00$/);
  });
});

describe('the outbox', () => {
  it('brings a tenant’s figures to the centre’s list, and drops what it carried', async () => {
    const tenant = await aTenant();
    await send(tenant);
    await runJobs(testEnv);
    const central = await aMember('central', null, [], '42');
    const { items } = await (
      await call('/v1/central/tenants', { headers: central })
    ).json<{ items: { slug: string; open: number; figures: { received: number } }[] }>();
    expect(items.find(({ slug }) => slug === tenant)).toMatchObject({ open: 1, figures: { received: 1 } });
    const left = await testEnv.LETTERS_0.prepare('SELECT count(*) AS n FROM outbox WHERE tenant = ?')
      .bind(tenant)
      .first<{ n: number }>();
    expect(left!.n).toBe(0);
  });
});

describe('the clean-up', () => {
  it('drops spent challenges after their time and keeps the letter’s own records', async () => {
    const tenant = await aTenant();
    await send(tenant);
    at(Date.now() + 31 * day);
    await runJobs(testEnv);
    vi.restoreAllMocks();
    const count = async (sql: string) => (await testEnv.LETTERS_0.prepare(sql).first<{ n: number }>())!.n;
    expect(await count('SELECT count(*) AS n FROM spent_challenge')).toBe(0);
    expect(await count('SELECT count(*) AS n FROM idempotency')).toBe(0);
    expect(await count(`SELECT count(*) AS n FROM event WHERE tenant = '${tenant}'`)).toBeGreaterThan(0);
  });
});
