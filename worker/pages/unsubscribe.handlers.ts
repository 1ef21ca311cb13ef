/** The link in every message to a writer. A mail program may post to it by itself (RFC 8058): that stops mail about the letter. */
import type { Context } from 'hono';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { letterOfLink, resumeMail, stopMail, stopState } from '../notify/stop.actions.ts';
import { waitSeconds } from '../platform/limits.ts';
import type { LetterRow } from '../schema/letters.ts';
import { formOf, viewOf } from './request.ts';
import { badLinkPage, unsubscribePage } from './unsubscribe.page.ts';

type C = Context<AppEnv>;

const credentials = (c: C) => ({ number: c.req.query('number') ?? '', token: c.req.query('token') ?? '' });

async function linked(c: C): Promise<LetterRow | null> {
  const { number, token } = credentials(c);
  return letterOfLink(c.env, c.get('tenant'), number, token);
}

export async function unsubscribeForm(c: C): Promise<Response> {
  const row = await linked(c);
  return row ? shown(c, row, false) : c.html(badLinkPage(viewOf(c)), 404);
}

export async function unsubscribe(c: C): Promise<Response> {
  const retryAfter = await waitSeconds(c.env, 'write', addressOf(c));
  if (retryAfter > 0) throw new Refused('too_many_requests', { retryAfter });
  const row = await linked(c);
  if (!row) return c.html(badLinkPage(viewOf(c)), 404);
  const form = await formOf(c);
  const wish = form('List-Unsubscribe') === 'One-Click' ? 'letter' : form('wish');
  if (wish === 'on') await resumeMail(c.env, c.get('tenant'), row);
  else if (wish === 'letter' || wish === 'address') await stopMail(c.env, c.get('tenant'), row, wish);
  return shown(c, row, wish !== '');
}

async function shown(c: C, row: LetterRow, acted: boolean): Promise<Response> {
  const state = await stopState(c.env, c.get('tenant'), row);
  const { token } = credentials(c);
  return c.html(unsubscribePage(viewOf(c), { number: row.number, token, state, acted }));
}
