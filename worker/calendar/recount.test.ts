/** One announced year for the whole file: its tests go in order. The year is the first that the shipped calendar doesn't know. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CalendarView, PreviewPage } from '../../contract/calendar.ts';
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import { chinaCalendar, deadline, formatDeadline, withYear, type YearDays } from '../../core/index.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';

afterEach(() => vi.restoreAllMocks());

const dayMs = 86_400_000;
const known = Number(chinaCalendar.knownUntil.slice(0, 4));
const days: YearDays = {
  year: known + 1,
  holidays: Object.fromEntries(
    ['01-01', '01-02', '01-03', '01-04', '01-05', '10-01'].map((day) => [`${known + 1}-${day}`, '元旦']),
  ),
  workdays: [],
};
const received = `${known}-12-28`;
const start = Date.parse(`${received}T09:00:00+08:00`);
const announcedAt = start + 2 * dayMs;
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);
const due = (count: number, calendar = withYear(chinaCalendar, days)) =>
  formatDeadline(
    deadline('working', count, received, { calendar, timeZone: 'Asia/Shanghai' }),
    'Asia/Shanghai',
  );
const operator = { Authorization: 'Bearer test-operator-token' };

const letterOf = async ({ number, accessKey }: Receipt) =>
  (
    await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } })
  ).json<WriterLetter>();
const story = async (receipts: Receipt[]) =>
  Promise.all(
    receipts.map(async (receipt) => {
      const { timeline, replyBy, provisional } = await letterOf(receipt);
      return {
        timeline: timeline.map(({ at: time, kind, due: to }) => [time, kind, to]),
        replyBy,
        provisional,
      };
    }),
  );
const threeLetters = (tenant: string) =>
  Promise.all([{ kind: 'inquiry' }, { kind: 'help' }, { kind: 'report' }].map((more) => send(tenant, more)));

/** The same letter many times over, as the database holds it. */
async function copies({ number }: Pick<Receipt, 'number'>, tenant: string, count: number): Promise<void> {
  const copy = (sql: string) => testEnv.LETTERS_0.prepare(sql).run();
  const series = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const info = "SELECT name FROM pragma_table_info('letter')";
  const { results } = await testEnv.LETTERS_0.prepare(info).all<{ name: string }>();
  const fresh: Record<string, string> = {
    id: "letter.id || 'x' || i",
    serial: 'i + 1',
    number: "letter.number || 'x' || i",
    search_id: 'NULL',
  };
  const columns = results.map(({ name }) => fresh[name] ?? `letter.${name}`).join(', ');
  await copy(`${series} INSERT INTO letter SELECT ${columns} FROM n, letter WHERE number = '${number}'`);
  await copy(
    `${series} INSERT INTO event SELECT letter_id || 'x' || i, seq, tenant, at, kind, data, texts, salt FROM n, event WHERE tenant = '${tenant}'`,
  );
}

async function forget(tenant: string): Promise<void> {
  for (const table of ['event', 'letter'])
    await testEnv.LETTERS_0.prepare(`DELETE FROM ${table} WHERE tenant = ?`).bind(tenant).run();
}

/** Out of reach of the job, as if it had not come to this tenant; and back. */
const shardOf = (tenant: string, shard: number) =>
  testEnv.DIRECTORY.prepare('UPDATE recount SET shard = ? WHERE tenant = ?').bind(shard, tenant).run();
const hold = (tenant: string) => shardOf(tenant, 99);
const release = (tenant: string) => shardOf(tenant, 0);

/** The database fails where this is written, behind everything that was written before. */
const failingAt = (part: string) => ({
  ...testEnv,
  DIRECTORY: new Proxy(testEnv.DIRECTORY, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'prepare') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return (sql: string) => {
        if (sql.includes(part)) throw new Error('down');
        return target.prepare(sql);
      };
    },
  }),
});

const slugs = ['in-time', 'twice', 'late', 'killed'] as const;
const letters = {} as Record<(typeof slugs)[number], Receipt[]>;
/** More letters than one share. */
const crowd = 130;
let order = '';
let empty = '';

beforeAll(async () => {
  at(start);
  for (const slug of slugs) {
    await aTenant({ slug, prefix: slug.toUpperCase().replace('-', '') });
    letters[slug] = await threeLetters(slug);
  }
  empty = await aTenant();
  await aTenant({ slug: 'many', prefix: 'MANY' });
  await copies(await send('many'), 'many', crowd - 1);
  await testEnv.LETTERS_0.prepare("DELETE FROM event WHERE letter_id LIKE '%x77' AND tenant = 'many'").run();
  const central = await aMember('central', null, [], '42');
  const issued = await call('/v1/central/orders', {
    headers: central,
    json: { tenant: 'in-time', text: '请说明进展情况和原因。', days: 5 },
  });
  order = (await issued.json<OrderDetail>()).number;
  vi.restoreAllMocks();
}, 60_000);

it('before its year is announced a deadline is provisional, and stays so', async () => {
  at(start + dayMs);
  await runJobs(testEnv);
  const [inquiry] = letters['in-time'];
  expect(inquiry).toMatchObject({ provisional: true, replyBy: due(5, chinaCalendar) });
  expect((await letterOf(inquiry!)).timeline).toHaveLength(1);
});

describe('a preview', () => {
  const ask = (headers: Record<string, string>, more: object = {}) =>
    call('/v1/central/calendar/preview', { headers, json: { ...days, tenant: 'in-time', ...more } });

  it('says which open deadlines would move, from when to when, and writes nothing', async () => {
    at(announcedAt);
    const page = await (await ask(await aMember('central', null, [], '42'))).json<PreviewPage>();
    const mine = page.items.filter(({ number }) => number === letters['in-time'][0]!.number);
    expect(mine).toMatchObject([
      {
        deadline: 'reply',
        from: due(5, chinaCalendar),
        to: due(5),
        provisional: true,
        stillProvisional: false,
      },
    ]);
    expect(page).toMatchObject({ looked: 3, nextCursor: null });
    expect((await letterOf(letters['in-time'][0]!)).timeline).toHaveLength(1);
  });

  it('reads a part of the letters, whatever their number, and goes on behind it', async () => {
    const tenant = await aTenant();
    at(announcedAt);
    const { number } = await send(tenant);
    await copies({ number }, tenant, 2000);
    const post = (more: object) =>
      rowsRead('/v1/central/calendar/preview', {
        method: 'POST',
        headers: { ...operator, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...days, tenant, ...more }),
      });
    const first = await post({});
    expect(first.status).toBe(200);
    expect(first.rows).toBeLessThanOrEqual(300);
    const { looked, nextCursor } = JSON.parse(first.body) as PreviewPage;
    expect(looked).toBe(50);
    const second = await post({ cursor: nextCursor });
    expect(second.rows).toBeLessThanOrEqual(300);
    await forget(tenant);
  });

  it('refuses days that are no year’s, at their field and in words', async () => {
    at(announcedAt);
    const refused = await ask(operator, { holidays: { [`${known + 1}-01-01`]: '元旦' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'holidays', code: 'incomplete' }] });
  });
});

describe('an announced year', () => {
  it('is entered by whoever answers for the whole nation, and by nobody else', async () => {
    const province = await aMember('central', null, [], '42');
    expect((await call('/v1/central/calendar', { headers: province, json: days })).status).toBe(403);
    at(announcedAt);
    const entered = await call('/v1/central/calendar', { headers: operator, json: days });
    expect(entered.status).toBe(200);
    expect(await entered.json<CalendarView>()).toMatchObject({
      knownUntil: `${known + 1}-12-31`,
      announced: true,
      recounting: true,
    });
    for (const slug of ['twice', 'late', 'killed']) await hold(slug);
  });

  it('moves every open deadline once, each an event dated when it was announced', async () => {
    at(announcedAt + 1000);
    await runJobs(testEnv);
    const [inquiry] = await story(letters['in-time']);
    expect(inquiry).toMatchObject({ provisional: false, replyBy: due(5) });
    expect(inquiry!.timeline.slice(1)).toEqual([
      [new Date(announcedAt + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00'), 'recomputed', due(5)],
    ]);
  });

  it('goes through more letters than a share in several, each once', async () => {
    const moved = async () => {
      const { results } = await testEnv.LETTERS_0.prepare(
        "SELECT count(*) AS n FROM event WHERE tenant = 'many' AND kind = 'recomputed' GROUP BY letter_id",
      ).all<{ n: number }>();
      return results.map(({ n }) => n);
    };
    const first = (await moved()).length;
    vi.spyOn(console, 'error').mockReturnValue();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(crowd);
    at(announcedAt + 1500);
    await runJobs(testEnv);
    // All but the one whose record is broken, which keeps no other waiting.
    expect(await moved()).toEqual(Array.from({ length: crowd - 1 }, () => 1));
    await forget('many');
  }, 60_000);

  it('leaves the same record however often it runs, and without letters nothing', async () => {
    await release('twice');
    for (const passed of [2000, 61_000, 62_000, dayMs]) {
      at(announcedAt + passed);
      await runJobs(testEnv);
      await testEnv.DIRECTORY.prepare(
        "UPDATE recount SET done_at = NULL, passed_at = NULL WHERE tenant = 'twice'",
      ).run();
    }
    await testEnv.DIRECTORY.prepare(
      "UPDATE recount SET done_at = 1, passed_at = 1 WHERE tenant = 'twice'",
    ).run();
    const row = await testEnv.DIRECTORY.prepare('SELECT done_at FROM recount WHERE tenant = ?')
      .bind(empty)
      .first();
    expect(row!['done_at']).not.toBeNull();
  });

  it('is taken up again where it was killed behind the letters, and where in between', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await release('killed');
    at(announcedAt + 3000);
    await runJobs(failingAt('update "recount"'));
    await testEnv.LETTERS_0.prepare(
      "DELETE FROM event WHERE kind = 'recomputed' AND letter_id = (SELECT id FROM letter WHERE number = ?)",
    )
      .bind(letters.killed[2]!.number)
      .run();
    at(announcedAt + 120_000);
    await runJobs(testEnv);
  });

  it('comes late to the same record: no letter grows late by the calendar before', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await release('late');
    at(announcedAt + 30 * dayMs);
    await runJobs(failingAt('order by "recount"."tenant"'));
    expect((await story(letters.late))[0]!.timeline).toHaveLength(1);
    await runJobs(testEnv);
    at(announcedAt + 60 * dayMs);
    await runJobs(testEnv);
    await runJobs(testEnv);
    const inTime = await story(letters['in-time']);
    expect(inTime[0]!.timeline.map(([, kind]) => kind)).toEqual([
      'submitted',
      'recomputed',
      'escalated',
      'escalated',
      'escalated',
    ]);
    for (const slug of ['twice', 'killed', 'late'] as const)
      expect([slug, await story(letters[slug])]).toEqual([slug, inTime]);
  });

  it('moves the deadlines of open orders too', async () => {
    const central = await aMember('central', null, [], '42');
    const told = await (await call(`/v1/central/orders/${order}`, { headers: central })).json<OrderDetail>();
    expect(told).toMatchObject({ dueAt: due(5), provisional: false });
    expect(told.record.map(({ kind }) => kind)).toEqual(['opened', 'recomputed']);
  });

  it('counts letters that were on their way in when it was announced', async () => {
    const tenant = await aTenant();
    at(start);
    const receipt = await send(tenant);
    const row = await testEnv.DIRECTORY.prepare('SELECT count(*) AS n FROM recount WHERE tenant = ?')
      .bind(tenant)
      .first<{ n: number }>();
    expect(row!.n).toBe(0);
    expect(receipt).toMatchObject({ provisional: false, replyBy: due(5) });
  });
});

it('a version of the service with other days has everybody’s deadlines counted again', async () => {
  await testEnv.DIRECTORY.prepare("UPDATE meta SET value = 'another edition' WHERE key = 'calendar'").run();
  const time = announcedAt + 61 * dayMs;
  at(time);
  await runJobs(testEnv);
  const { results } = await testEnv.DIRECTORY.prepare('SELECT DISTINCT since FROM recount').all();
  expect(results).toEqual([{ since: time }]);
  at(time + dayMs);
  await runJobs(testEnv);
  const left = await testEnv.DIRECTORY.prepare(
    'SELECT count(*) AS n FROM recount WHERE done_at IS NULL',
  ).first();
  expect(left).toEqual({ n: 0 });
});
