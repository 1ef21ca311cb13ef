/** A file of the letter, or of a reply to it, for its writer. */
import type { Context } from 'hono';
import { fileAnswer } from '../attachments/file-answer.ts';
import type { AppEnv } from '../http/context.ts';
import { fileForWriter } from '../letters/file.actions.ts';
import { enter } from './enter-letter.ts';
import { formOf } from './request.ts';

export async function trackFile(c: Context<AppEnv>): Promise<Response> {
  const asker = await enter(c, await formOf(c));
  if ('refused' in asker) return asker.refused;
  const { row } = asker;
  const place = { env: c.env, tenant: c.get('tenant'), row };
  return fileAnswer(c, await fileForWriter(place, c.req.param('id') ?? ''), row.number, 'same-origin');
}
