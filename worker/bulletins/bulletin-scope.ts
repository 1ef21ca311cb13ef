/** In front of what is done with one bulletin: whether there is one, and whether whoever asks may see it. Another's looks like none. */
import { createMiddleware } from 'hono/factory';
import { bulletinId } from '../../contract/bulletins.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { reaches } from '../supervision/reach.ts';
import { findBulletin } from './read.actions.ts';

const underJurisdiction = createMiddleware<AppEnv>(async (c, next) => {
  const id = bulletinId.safeParse(c.req.param('id'));
  const row = id.success ? await findBulletin(c.env, id.data) : null;
  if (!row || !reaches(c.get('staff'), row.jurisdiction)) throw new Refused('not_found');
  await next();
});

export const ownBulletin = [staffOnly, centralOnly, underJurisdiction];
