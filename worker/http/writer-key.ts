/** `Authorization: Letter <accessKey>`: a wrong key, any other scheme and an unknown number look the same. */
import { createMiddleware } from 'hono/factory';
import { hashAccessKey } from '../letters/access-key.ts';
import { findByNumber } from '../letters/letter.store.ts';
import type { AppEnv } from './context.ts';
import { Refused } from './problem.ts';

export const writerKey = createMiddleware<AppEnv>(async (c, next) => {
  const key = /^Letter ([0-9A-Za-z -]{16,40})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const row = await findByNumber(
    c.get('db'),
    c.get('tenant').slug,
    (c.req.param('number') ?? '').toUpperCase(),
  );
  // Hashed even where there is nothing to compare with: the time taken tells nothing either.
  const hash = await hashAccessKey(key ?? '');
  if (!row || !key || row.keyHash !== hash) throw new Refused('not_found');
  c.set('letter', row);
  await next();
});
