/** Every job, killed before or after any of its writes and begun again, or simply run again, leaves what one run leaves. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { photo } from '../attachments/test/letters.ts';
import { aMember, aTenant, call, newKey, testEnv } from '../test/app.ts';
import { DAY, Life, type Place, stand } from '../test/eight/life.ts';
import { asked, twoReviewers } from '../spot-checks/test/checks.ts';
import { Post } from '../test/notify.ts';
import { dying, through } from '../test/recount.ts';
import { contents, putBack, type Snapshot, takeSnapshot } from '../test/snapshot.ts';
import { jobs, type JobName } from './run.ts';

const begun = Date.parse('2026-03-02T10:00:00+08:00');
/** In the morning, so that digests are due. */
const tick = Date.parse('2026-06-01T08:10:00+08:00');
const question = { question: '请说明是哪一栋楼' };

/** More tenants than one call goes through for a bulletin. */
const series = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 42)';
const copies = [
  `${series} INSERT INTO tenant (slug, name, jurisdiction, prefix, shard, time_zone, locale, rule_version, data_key, created_at)
    SELECT slug || i, name || i, jurisdiction, prefix || i, shard, time_zone, locale, rule_version, data_key, created_at FROM tenant, n`,
  `${series} INSERT INTO tenant_rules (tenant, version, rules, created_at)
    SELECT tenant || i, version, rules, created_at FROM tenant_rules, n`,
];

let world: Snapshot;
const { env } = new Post();

async function aPlace(): Promise<Place> {
  const slug = await aTenant({ jurisdiction: '420880', departments: ['市人社局', '市房管局'] });
  return {
    slug,
    officer: await aMember('officer', slug, ['d01']),
    coordinator: await aMember('coordinator', slug),
  };
}

async function post(path: string, headers: Record<string, string>, json: object): Promise<void> {
  const answer = await call(path, { headers: { 'Idempotency-Key': newKey(), ...headers }, json });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** Something to do for every job. */
async function build(): Promise<void> {
  stand(begun - 400 * DAY);
  const place = await aPlace();
  // Letters that wait for a recount are passed over by other jobs, so they are elsewhere.
  const elsewhere = await aPlace();
  const central = await aMember('central', null, [], '42');
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  const old = await new Life(place, begun - 399 * DAY).sent();
  await old.accept(1);
  await old.reply(2, 'resolved');
  await old.rate(3, 5, 'yes');
  for (const hour of [0, 1, 2]) await new Life(place, begun + hour * 3_600_000).sent();
  const waiting = await new Life(place, begun).sent();
  await waiting.accept(0.5);
  await waiting.staff(1, 'request-info', question);
  const silent = await new Life(place, begun + DAY).sent({ contact: { email: 'writer@example.test' } });
  await silent.accept(0.5);
  await silent.reply(2, 'promised', 30);
  const open = await new Life(elsewhere, tick - 2 * DAY).sent({ kind: 'report' });
  await open.accept(0.5);
  stand(tick - DAY);
  await post('/v1/staff/calendar', elsewhere.coordinator, {
    tenant: elsewhere.slug,
    year: 2026,
    holidays: { '2026-06-03': '建城纪念日' },
    workdays: [],
  });
  stand(tick - 60 * DAY);
  await photo(place.slug);
  stand(tick);
  await testEnv.DIRECTORY.batch(copies.map((sql) => testEnv.DIRECTORY.prepare(sql)));
  const range = { from: '2026-01-01', to: '2026-03-31', scope: { jurisdiction: '420880' } };
  await post('/v1/central/bulletins', central, { ...range, freeze: true });
  const reviewers = await twoReviewers('420880');
  const check = asked('420880', reviewers, { drawAt: new Date(tick + DAY).toISOString() });
  await post('/v1/central/spot-checks', central, check);
  const reorganised = { tenant: elsewhere.slug, departments: ['d01'], into: { id: 'd02' } };
  await post('/v1/staff/departments/merge', elsewhere.coordinator, reorganised);
}

/** As the clock does it: again and again, until there is nothing left to do. */
async function finish(name: JobName): Promise<void> {
  for (let run = 0; run < 3; run++) await jobs[name](env, 0, tick);
}

/** Before which of the batches that the job writes it is killed: all of them, or of many the first ones and the last. */
async function deathsOf(name: JobName): Promise<number[]> {
  let written = 0;
  await putBack(world);
  await jobs[name](
    through((batch) => {
      written++;
      return batch();
    }, env),
    0,
    tick,
  );
  return Array.from({ length: written }, (_, at) => at).filter((at) => at < 4 || at >= written - 2);
}

beforeAll(async () => {
  await build();
  stand(tick);
  world = await takeSnapshot();
}, 120_000);
afterAll(() => vi.restoreAllMocks());

/** A message that was taken before the kill goes out once more, so `deliver` has tests of its own in notify/mail.test.ts. */
const told = (Object.keys(jobs) as JobName[]).filter((name) => name !== 'deliver');

describe.each(told)('%s', (name) => {
  it('killed before or after any of its writes, and begun again, leaves what one run leaves', async () => {
    await putBack(world);
    await finish(name);
    const once = contents(await takeSnapshot(), world);
    expect(once).not.toEqual(contents(world, world));
    for (const batches of await deathsOf(name))
      for (const when of ['before', 'after'] as const) {
        await putBack(world);
        await jobs[name](dying(batches, when, env), 0, tick).catch(() => 0);
        await finish(name);
        expect([batches, when, contents(await takeSnapshot(), world)]).toEqual([batches, when, once]);
      }
  }, 120_000);
});
