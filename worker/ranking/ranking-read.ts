/** In front of a public league table: 404 unless the centre publishes it, and kept by the version that triggers count. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { publicReadOf } from '../http/public-read.ts';
import { directory } from '../platform/d1.ts';
import { rankingKey } from './ranking-version.ts';
import { findPublication } from './ranking.store.ts';
import { RANKING_ZONE } from './ranking.view.ts';

/** Of the address, before anything was checked; one that isn't a jurisdiction is published nowhere. */
const askedFor = (c: { req: { query: (name: string) => string | undefined } }): string =>
  c.req.query('jurisdiction') ?? '';

const published = createMiddleware<AppEnv>(async (c, next) => {
  const found = await findPublication(directory(c.env), askedFor(c));
  if (!found?.public) throw new Refused('not_found');
  await next();
});

export const rankingRead = publicReadOf({
  name: (c) => rankingKey(askedFor(c)),
  enter: published,
  version: async (c) => {
    const found = await findPublication(directory(c.env), askedFor(c));
    return { id: `${rankingKey(askedFor(c))}/${found?.version ?? 0}`, timeZone: RANKING_ZONE };
  },
});
