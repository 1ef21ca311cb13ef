import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bulletin, BulletinPage } from '../../contract/bulletins.ts';
import { runJobs } from '../jobs/run.ts';
import { makeBulletins } from '../jobs/make-bulletins.ts';
import { aTenant, call, newKey, send, testEnv } from '../test/app.ts';
import { aCentral, ask, make, read, tableOf, textOf, theQuarter, type Headers } from './test/quarter.ts';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
/** Only `Date.now` is moved, timers go on. */
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

let central: Headers;
beforeAll(async () => {
  central = await aCentral('43');
}, 60_000);

const documentOf = async (id: string | null) => {
  const { content, blocks } = await (await read(central, id)).json<Bulletin>();
  return { content, blocks };
};
const partsLeft = async () =>
  (await testEnv.DIRECTORY.prepare('SELECT count(*) AS n FROM bulletin_part').first<{ n: number }>())!.n;

describe('making a bulletin of many tenants', () => {
  // More than one call goes through.
  const tenants: string[] = [];
  const request = { from: '2011-01-01', to: '2011-03-31', scope: { jurisdiction: '4301' }, freeze: true };
  beforeAll(async () => {
    for (let count = 0; count < 43; count++)
      tenants.push(await aTenant({ jurisdiction: '430100', name: `第${count + 1}单位` }));
    await theQuarter(central, '430199', '有信单位');
  }, 120_000);

  it('goes on in the job where the call left off, and is unnumbered and without files until it is whole', async () => {
    const begun = await ask(central, request);
    expect(begun.status).toBe(202);
    const making = await begun.json<Bulletin>();
    expect(making).toMatchObject({
      state: 'making',
      label: null,
      content: null,
      blocks: [],
      done: 40,
      of: 44,
    });
    const file = await read(central, making.id, 'docx');
    expect([file.status, (await file.json<{ code: string }>()).code]).toEqual([409, 'bulletin_unfinished']);
    await runJobs(testEnv);
    const made = await (await read(central, making.id)).json<Bulletin>();
    expect(made).toMatchObject({ state: 'frozen', done: 44, of: 44 });
    expect(made.content!.total).toMatchObject({ received: 95, acceptedOnTime: 39, unanswered: 56 });
    expect(await partsLeft()).toBe(0);
  });

  it('comes to the same whether run once, twice, at once, or killed in the middle', async () => {
    const whole = await ask(central, request);
    const { id: once } = await whole.json<Bulletin>();
    await makeBulletins(testEnv, 0);
    const key = newKey();
    const { id: killed } = await (await ask(central, request, key)).json<Bulletin>();
    // As if the run had been killed before it had written these.
    const lost =
      'DELETE FROM bulletin_part WHERE bulletin_id = ? AND tenant IN (SELECT tenant FROM bulletin_part ORDER BY tenant LIMIT 7)';
    await testEnv.DIRECTORY.prepare(lost).bind(killed).run();
    await Promise.all([makeBulletins(testEnv, 0), makeBulletins(testEnv, 0), ask(central, request, key)]);
    await makeBulletins(testEnv, 0);
    expect((await ask(central, request, key)).status).toBe(201);
    const ids = (await documentOf(once)).content;
    expect((await documentOf(killed)).blocks).toEqual((await documentOf(once)).blocks);
    expect((await documentOf(killed)).content).toEqual(ids);
    expect(await partsLeft()).toBe(0);
    const list = await (
      await call('/v1/central/bulletins?limit=100', { headers: central })
    ).json<BulletinPage>();
    const issues = list.items.map(({ issue }) => issue!).sort((one, other) => one - other);
    expect(issues).toEqual(issues.map((_, place) => place + 1));
  });

  it('names those who did not answer and those who received nothing, and sums up', async () => {
    const answer = await ask(central, {
      ...request,
      scope: { jurisdiction: '43', tenants: [tenants[0]!, ...(await slugs('430199'))] },
      freeze: false,
    });
    const preview = await answer.json<Bulletin>();
    expect(textOf(preview)).toContain('有未回应来信的单位：有信单位56件（收到95件）。');
    expect(textOf(preview)).toContain('期内没有收到来信的单位：第1单位。');
    expect(tableOf(preview, 'rates').rows[0]).toEqual(['第1单位', 0, null, null, null, null, null, null]);
    expect(tableOf(preview, 'tenants').rows.at(-1)!.slice(0, 4)).toEqual(['合计', 95, 39, 56]);
    expect(tableOf(preview, 'unanswered').columns.map(({ name }) => name)).toContain('单位');
  });
});

async function slugs(jurisdiction: string): Promise<string[]> {
  const found = await testEnv.DIRECTORY.prepare('SELECT slug FROM tenant WHERE jurisdiction = ?')
    .bind(jurisdiction)
    .all<{ slug: string }>();
  return found.results.map(({ slug }) => slug);
}

describe('the annex of unanswered letters', () => {
  it('has each by its age and colour at the cut-off, and of what came later nothing', async () => {
    const start = Date.parse('2026-03-02T09:00:00+08:00');
    const clock = at(start);
    const tenant = await aTenant({ jurisdiction: '430200' });
    const old = await send(tenant);
    clock.mockReturnValue(start + 40 * day);
    const fresh = await send(tenant);
    await runJobs(testEnv);
    clock.mockReturnValue(start + 60 * day);
    const scope = { jurisdiction: '4302' };
    const annex = async (more: object) =>
      tableOf(await make(central, { from: '2026-03-01', scope, ...more }), 'unanswered').rows.map((row) => [
        row[1],
        row.at(-2),
        row.at(-1),
      ]);
    expect(await annex({ to: '2026-04-11' })).toEqual([
      [old.number, 40, '催办单'],
      [fresh.number, 0, '未到期'],
    ]);
    expect(await annex({ to: '2026-03-15' })).toEqual([[old.number, 13, '黄牌']]);
    expect(await annex({ to: '2026-03-15', asOf: '2026-03-26' })).toEqual([[old.number, 24, '红牌']]);
    expect(await annex({ to: '2026-03-03' })).toEqual([[old.number, 1, '未到期']]);
  });

  it('counts what was known when it was begun, where the cut-off is today', async () => {
    const start = Date.parse('2026-03-02T09:00:00+08:00');
    const clock = at(start);
    const tenant = await aTenant({ jurisdiction: '430300' });
    await send(tenant);
    clock.mockReturnValue(start + 3_600_000);
    const made = await make(central, {
      from: '2026-03-01',
      to: '2026-03-02',
      scope: { jurisdiction: '4303' },
    });
    expect(made.content!.tenants[0]!.cutOff).toBe('2026-03-02T10:00:00+08:00');
    expect(textOf(made)).toContain('统计时点为2026年3月2日10时00分');
    expect(made.content!.total.received).toBe(1);
  });
});
