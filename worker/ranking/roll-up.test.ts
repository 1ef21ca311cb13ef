/** The roll-ups equal a recount from the facts: of random lives, seen late or in time, by runs that come often, late, twice or die. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factsOf, type LetterEvent } from '../../core/index.ts';
import { life, live } from '../../core/test/arbitrary-life.ts';
import { aPolicy, at } from '../../core/test/story.ts';
import { putFacts } from '../letters/letter.store.ts';
import { insertNotice } from '../notices/notice.store.ts';
import { commit, shard, type Statement } from '../platform/d1.ts';
import { aTenant, newKey, testEnv } from '../test/app.ts';
import { dying, expectRecount, run, stand } from '../test/recount.ts';

const day = 86_400_000;
const range = { from: '2026-01', to: '2027-12' };
const db = shard(testEnv, 0);

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

/** Letters of a tenant with departments a, b, c, which come to be known at moments of their own. */
class World {
  readonly slug: string;
  readonly #letters: { id: string; events: LetterEvent[]; knownAt: number }[];
  #noted = 0;

  constructor(slug: string, seed: number, count: number) {
    this.slug = slug;
    const lives = fc.sample(life, { seed, numRuns: count }).map((steps) => live(steps, aPolicy()));
    this.#letters = lives
      .filter((events) => events.length > 0)
      // Every third one is entered long after, with its own times.
      .map((events, index) => ({
        id: `${slug}-${index}`,
        events,
        knownAt: index % 3 === 0 ? events[0]!.at + 200 * day : 0,
      }));
  }

  static async make(seed: number, count: number): Promise<World> {
    const slug = await aTenant();
    const departments = ['a', 'b', 'c', 'd', 'x'].map((id, position) =>
      testEnv.DIRECTORY.prepare(
        'INSERT INTO department (tenant, id, name, position) VALUES (?, ?, ?, ?)',
      ).bind(slug, id, id, 10 + position),
    );
    await testEnv.DIRECTORY.batch(departments);
    return new World(slug, seed, count);
  }

  /** Writes what is known at a moment, as commands and imports do. */
  async come(time: number): Promise<void> {
    const statements: Statement[] = [];
    for (const { id, events, knownAt } of this.#letters) {
      const known = events.filter((event) => event.at <= time);
      if (known.length === 0 || knownAt > time) continue;
      statements.push(putFacts(db, this.slug, id, known[0]!.at, factsOf(known)));
    }
    const department = [null, 'a', 'b'][this.#noted % 3]!;
    const notice = { title: '通知', body: '内容', publishedAt: time, externalId: null };
    statements.push(insertNotice(db, { id: `n${newKey()}`, tenant: this.slug, department, ...notice }));
    this.#noted++;
    stand(time);
    await commit(db, statements);
  }
}

const start = at('2026-01-06 09:30');
const moments = (days: number[]) => days.map((count) => start + count * day);

describe('after every run', () => {
  it.each([11, 12, 13, 14])(
    'of lives from seed %d they say what a recount says',
    async (seed) => {
      const world = await World.make(seed, 25);
      for (const time of moments([3, 20, 21, 45, 90, 91, 130, 200, 330, 420, 600])) {
        await world.come(time);
        await run();
        await expectRecount(world.slug, range, time);
      }
    },
    60_000,
  );

  it('deadlines that lapse and promises that come due are counted without anything being written', async () => {
    const world = await World.make(21, 30);
    await world.come(moments([40])[0]!);
    for (const time of moments([40, 41, 47, 60, 120, 400])) {
      stand(time);
      await run();
      await expectRecount(world.slug, range, time);
    }
  }, 60_000);
});

describe('the job', () => {
  it('run twice counts nothing the second time', async () => {
    const world = await World.make(31, 20);
    await world.come(moments([300])[0]!);
    expect(await run()).toBeGreaterThan(10);
    expect(await run()).toBe(0);
    await expectRecount(world.slug, range);
  });

  it('run once and late gives what it gives run every day', async () => {
    const [often, late] = [await World.make(41, 15), await World.make(41, 15)];
    for (let count = 0; count <= 120; count += 4) {
      await often.come(moments([count])[0]!);
      await late.come(moments([count])[0]!);
      // Both live in this shard: the second one is hidden from the runs until the end.
      await testEnv.LETTERS_0.prepare('UPDATE facts SET count_at = 9e15 WHERE tenant = ?')
        .bind(late.slug)
        .run();
      await run();
    }
    await testEnv.LETTERS_0.prepare('UPDATE facts SET count_at = 0 WHERE tenant = ?').bind(late.slug).run();
    await run();
    await expectRecount(often.slug, range);
    await expectRecount(late.slug, range);
    const monthsOf = async ({ slug }: World) => {
      const { results } = await testEnv.DIRECTORY.prepare(
        'SELECT department, year, months FROM roll_up WHERE tenant = ? ORDER BY department, year',
      )
        .bind(slug)
        .all<{ department: string; year: number; months: string }>();
      return results.map(({ months, ...rest }) => ({ ...rest, months: JSON.parse(months) as object }));
    };
    expect(await monthsOf(often)).toEqual(await monthsOf(late));
  }, 60_000);

  it.each(['before', 'after'] as const)(
    'killed just %s any of its commits, the next run sets it right',
    async (when) => {
      const world = await World.make(51, 15);
      await world.come(moments([10])[0]!);
      await run();
      for (let batches = 0; batches < 6; batches++) {
        const time = moments([60 + 60 * batches])[0]!;
        await world.come(time);
        await run(dying(batches, when)).catch(() => 0);
        await run();
        await expectRecount(world.slug, range, time);
      }
    },
    60_000,
  );

  it('says until when it has counted only after all is copied', async () => {
    const asOf = async () =>
      (
        await testEnv.DIRECTORY.prepare('SELECT as_of FROM roll_up_state WHERE shard = 0').first<{
          as_of: number;
        }>()
      )?.as_of;
    const world = await World.make(61, 10);
    const [first, second] = moments([700, 760]) as [number, number];
    await world.come(first);
    await run();
    expect(await asOf()).toBe(first);
    await world.come(second);
    for (const batches of [0, 1, 2]) await run(dying(batches, 'before')).catch(() => 0);
    expect(await asOf()).toBe(first);
    await run();
    expect(await asOf()).toBe(second);
  });

  it('two runs at once count everything once', async () => {
    const world = await World.make(71, 25);
    for (const time of moments([100, 200, 350])) {
      await world.come(time);
      await Promise.all([run(), run(), run()]);
      await run();
      await expectRecount(world.slug, range, time);
    }
  }, 60_000);

  it('a change that comes while a letter is being counted is counted next', async () => {
    const world = await World.make(81, 20);
    await world.come(moments([150])[0]!);
    const late = moments([250])[0]!;
    let meanwhile = false;
    const letters = new Proxy(testEnv.LETTERS_0, {
      get(target, name) {
        if (name === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            if (!meanwhile) {
              meanwhile = true;
              await world.come(late);
            }
            return target.batch(statements);
          };
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await run({ ...testEnv, LETTERS_0: letters });
    expect(meanwhile).toBe(true);
    await run();
    await expectRecount(world.slug, range, late);
  });

  it('what fails with one tenant keeps no other waiting, and the time stays where it was', async () => {
    const [sick, well] = [await World.make(91, 8), await World.make(92, 8)];
    const time = moments([800])[0]!;
    await sick.come(time);
    await well.come(time);
    const spoil = `UPDATE facts SET facts = json_remove(facts, '$.rounds') WHERE tenant = ?`;
    const before = await testEnv.DIRECTORY.prepare('SELECT max(as_of) AS at FROM roll_up_state').first();
    await testEnv.LETTERS_0.prepare(spoil).bind(sick.slug).run();
    await run();
    await expectRecount(well.slug, range, time);
    expect(await testEnv.DIRECTORY.prepare('SELECT max(as_of) AS at FROM roll_up_state').first()).toEqual(
      before,
    );
    await sick.come(time);
    await run();
    await expectRecount(sick.slug, range, time);
  });
});

it('letters of a tenant that the directory doesn’t know wait for another day and stop nobody', async () => {
  const world = await World.make(95, 8);
  const time = moments([900])[0]!;
  await world.come(time);
  const [facts] = (
    await testEnv.LETTERS_0.prepare('SELECT facts FROM facts WHERE tenant = ? LIMIT 1')
      .bind(world.slug)
      .all<{ facts: string }>()
  ).results;
  await testEnv.LETTERS_0.prepare(
    "INSERT INTO facts (tenant, received_at, letter_id, facts) VALUES ('a-nobody', 1, 'x', ?)",
  )
    .bind(facts!.facts)
    .run();
  await run();
  await expectRecount(world.slug, range, time);
  const row = await testEnv.LETTERS_0.prepare("SELECT count_at FROM facts WHERE tenant = 'a-nobody'").first();
  expect(row).toEqual({ count_at: time + day });
});
