import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  acceptsAndObjects,
  aHouse,
  at,
  handsOnAndIsAssigned,
  handsOver,
  isAnswered,
  received,
  sent,
} from '../test/hand-over-journey.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

describe('a letter that is handed over', () => {
  it('is its holder’s to act on, its sender’s to read and nobody else’s, at every step; its clock never moves', async () => {
    at('2026-03-02T09:00');
    const [home, b, c] = [await aHouse('甲市'), await aHouse('乙县'), await aHouse('丙区')];
    const letter = await sent(home);
    await handsOver(letter, home, b, c);
    await acceptsAndObjects(letter, home, b, c);
    await handsOnAndIsAssigned(letter, home, b, c);
    await isAnswered(letter, home, b);
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09'];
    const counts = await Promise.all(
      days.map(async (day) => [await received(home, day), await received(b, day), await received(c, day)]),
    );
    expect(counts).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });
});
