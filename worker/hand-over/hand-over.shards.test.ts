import { afterEach, expect, it, vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import { call, testEnv } from '../test/app.ts';
import {
  acceptsAndObjects,
  aHouse,
  at,
  does,
  handsOnAndIsAssigned,
  handsOver,
  inbox,
  isAnswered,
  numbersIn,
  received,
  sent,
  toTenant,
} from '../test/hand-over-journey.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

const shards = testEnv as unknown as Record<string, D1Database>;
const shardOf = async (slug: string): Promise<number> =>
  (await testEnv.DIRECTORY.prepare('SELECT shard FROM tenant WHERE slug = ?').bind(slug).first('shard'))!;

it('goes the same way where home and holder are in different shards', async () => {
  at('2026-03-02T09:00');
  const [home, b, c] = [await aHouse('甲市'), await aHouse('乙县'), await aHouse('丙区')];
  expect(await shardOf(home.slug)).not.toBe(await shardOf(b.slug));
  const letter = await sent(home);
  await handsOver(letter, home, b, c);
  await acceptsAndObjects(letter, home, b, c);
  await handsOnAndIsAssigned(letter, home, b, c);
  await isAnswered(letter, home, b);
  expect([
    await received(home, '2026-03-09'),
    await received(b, '2026-03-09'),
    await received(c, '2026-03-09'),
  ]).toEqual([0, 1, 0]);
});

it('whoever is killed between the hand-over and the holder’s list, the outbox mends it, once however often it runs', async () => {
  at('2026-03-02T09:00');
  const [home, b] = [await aHouse('甲市'), await aHouse('乙县')];
  const { number } = await sent(home);
  await does(home.first, number, 'accept', { department: 'd01' });
  const dead = vi
    .spyOn(shards[`LETTERS_${await shardOf(b.slug)}`]!, 'batch')
    .mockRejectedValue(new Error('killed'));
  const after = await does(home.first, number, 'transfer', toTenant(b.slug));
  expect(after.handedOver).toEqual({ from: '甲市', to: '乙县' });
  dead.mockRestore();
  expect(numbersIn(await inbox(b))).toEqual([]);
  expect(await received(b, '2026-03-02')).toBe(0);
  // It is theirs already: only the list doesn't know.
  expect((await call(`/v1/staff/letters/${number}`, { headers: b.coordinator })).status).toBe(200);
  for (let run = 0; run < 2; run++) {
    await runJobs(testEnv);
    expect(numbersIn(await inbox(b))).toEqual([number]);
    expect([await received(home, '2026-03-02'), await received(b, '2026-03-02')]).toEqual([0, 1]);
  }
});
