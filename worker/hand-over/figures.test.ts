import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, figures, startOfDay, type Facts } from '../../core/index.ts';
import { run, expectRecount } from '../test/recount.ts';
import { call, testEnv } from '../test/app.ts';
import type { Stats } from '../../contract/stats.ts';
import { aHouse, at, does, sent, toTenant, type House } from '../test/hand-over-journey.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

const days = Array.from({ length: 12 }, (_none, index) => addDays('2026-03-02', index));
const end = (day: string): number => startOfDay(addDays(day, 1), 'Asia/Shanghai');
const reply = {
  ...{ type: 'final', outcome: 'resolved' },
  body: '经查，该路段由我科养护，已于三月六日修补完毕。如有疑问请致电 0724-2345678。',
};

/** Letters that are handed to one, to another, and back; some answered before, some after, some never. */
async function lives(home: House, b: House, c: House): Promise<void> {
  at('2026-03-02T09:00');
  const numbers: string[] = [];
  for (let index = 0; index < 5; index++) {
    const { number } = await sent(home);
    await does(home.first, number, 'accept', { department: 'd01' });
    numbers.push(number);
  }
  const [stays, there, onward, back, answered] = numbers as [string, string, string, string, string];
  at('2026-03-03T23:59');
  await does(home.first, answered, 'reply', reply);
  for (const number of [there, onward, back]) await does(home.first, number, 'transfer', toTenant(b.slug));
  at('2026-03-04T00:00');
  await does(b.coordinator, there, 'accept', { department: 'd02' });
  at('2026-03-05T10:00');
  await does(b.coordinator, onward, 'transfer', toTenant(c.slug));
  await does(b.coordinator, back, 'transfer', toTenant(home.slug));
  at('2026-03-06T10:00');
  await does(home.coordinator, back, 'assign', { department: 'd02' });
  await does(c.coordinator, onward, 'accept', { department: 'd01' });
  await does(b.second, there, 'reply', reply);
  await does(home.first, stays, 'extend', { days: 3, reason: '还要到现场看一次。' });
}

/** Who held how many letters at a cut-off, by plain SQL over the record. */
async function holders(home: House, asOf: number): Promise<Record<string, number>> {
  const { results } = await testEnv.LETTERS_0.prepare(
    `SELECT coalesce((
       SELECT coalesce(json_extract(e.data, '$.tenant'), e.tenant) FROM event AS e
       WHERE e.letter_id = l.id AND e.kind IN ('transferred', 'assigned') AND e.at < ?2 ORDER BY e.seq DESC LIMIT 1
     ), l.tenant) AS hand, count(*) AS letters
     FROM letter AS l WHERE l.tenant = ?1 AND l.received_at < ?2 GROUP BY hand`,
  )
    .bind(home.slug, asOf)
    .all<{ hand: string; letters: number }>();
  return Object.fromEntries(results.map(({ hand, letters }) => [hand, letters]));
}

async function statsAt({ slug }: House, asOf: string): Promise<Stats> {
  return (await call(`/v1/tenants/${slug}/stats?from=2026-03-01&to=2026-03-31&asOf=${asOf}`)).json<Stats>();
}

const counted = [
  'received',
  'unanswered',
  'replied',
  'repliedOnTime',
  'due',
  'overdue',
  'transfers',
  'extended',
] as const;

describe('figures of letters that are handed over', () => {
  it('count each letter once, for its holder at any cut-off, as the record says', async () => {
    at('2026-03-01T09:00');
    const houses = [await aHouse('甲市'), await aHouse('乙县'), await aHouse('丙区')] as const;
    await lives(...houses);
    const { results } = await testEnv.LETTERS_0.prepare('SELECT facts FROM facts WHERE tenant = ?')
      .bind(houses[0].slug)
      .all<{ facts: string }>();
    // The same letters as if nobody had handed one over.
    const stayed = results.map(({ facts }): Facts => ({
      ...(JSON.parse(facts) as Facts),
      holders: [[0, 'd01']],
    }));
    at('2026-03-20T09:00');
    for (const day of days) {
      const stats = await Promise.all(houses.map((house) => statsAt(house, day)));
      const byHolder = Object.fromEntries(
        houses.map(({ slug }, index) => [slug, stats[index]!.received]).filter(([, count]) => count !== 0),
      );
      expect([day, byHolder]).toEqual([day, await holders(houses[0], end(day))]);
      const whole = figures(stayed, { asOf: end(day), notices: 0 });
      for (const figure of counted)
        expect([day, figure, stats.reduce((sum, one) => sum + one[figure], 0)]).toEqual([
          day,
          figure,
          whole[figure],
        ]);
    }
  });

  it('are those of the roll-ups, before and after a letter goes on', async () => {
    at('2026-03-01T09:00');
    const houses = [await aHouse('甲市'), await aHouse('乙县'), await aHouse('丙区')] as const;
    const march = { from: '2026-03', to: '2026-03' };
    await lives(...houses);
    for (const time of ['2026-03-06T12:00', '2026-03-20T09:00']) {
      at(time);
      await run();
      for (const { slug } of houses) await expectRecount(slug, march, Date.now());
    }
    at('2026-03-20T10:00');
    const { results } = await testEnv.LETTERS_0.prepare(
      'SELECT number FROM letter WHERE tenant = ? AND holder = ?',
    )
      .bind(houses[0].slug, houses[2].slug)
      .all<{ number: string }>();
    await does(houses[2].first, results[0]!.number, 'reply', reply);
    await run();
    for (const { slug } of houses) await expectRecount(slug, march, Date.now());
  });
});
