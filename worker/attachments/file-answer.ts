/** A file as it is handed out, by the API and by the hosted pages: a download that can do nothing where it is opened. */
import type { Context } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { openBytes } from '../platform/bucket.ts';
import type { LetterFile } from './attachment.store.ts';
import { fileName } from './file.view.ts';

/** @throws Refused not_found; where the bytes are gone, the file is too */
export async function fileAnswer(
  c: Context<AppEnv>,
  file: LetterFile | null,
  number: string,
  readableFrom: 'same-origin' | 'cross-origin',
): Promise<Response> {
  const body = file && (await openBytes(c.env, file.object));
  if (!body) throw new Refused('not_found');
  if (readableFrom === 'same-origin') c.header('Cache-Control', 'no-store');
  c.header('Content-Type', file.type);
  c.header('Content-Length', String(file.bytes));
  c.header('Content-Disposition', `attachment; filename="${fileName(number, file)}"`);
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  c.header('Cross-Origin-Resource-Policy', readableFrom);
  return c.body(body, 200);
}
