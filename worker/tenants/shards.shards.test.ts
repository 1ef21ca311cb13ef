import { expect, it } from 'vitest';
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import { aTenant, call, send, testEnv } from '../test/app.ts';

it('spreads tenants over the shards that are bound, and keeps each tenant’s letters in one', async () => {
  const tenants = [await aTenant(), await aTenant(), await aTenant(), await aTenant()];
  const receipts: Receipt[] = [];
  for (const tenant of tenants) receipts.push(await send(tenant));
  const shards = testEnv as unknown as Record<string, D1Database>;
  const held = await Promise.all(
    ['LETTERS_0', 'LETTERS_1'].map(async (name) =>
      (await shards[name]!.prepare('SELECT tenant FROM letter').all<{ tenant: string }>()).results.map(
        ({ tenant }) => tenant,
      ),
    ),
  );
  expect(held.map(({ length }) => length)).toEqual([2, 2]);
  expect(held.flat().sort()).toEqual([...tenants].sort());
  for (const { number, accessKey } of receipts) {
    const letter = await (
      await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } })
    ).json<WriterLetter>();
    expect(letter.number).toBe(number);
  }
});
