/** How much anybody may send: a letter of 5,000 characters needs a tenth of it, a hundred rows of a file the whole. */
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './context.ts';
import { problemResponse, Refused } from './problem.ts';

const kib = 1024;
const limited = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (c) => problemResponse(c as never, new Refused('too_large')) });
const usual = limited(256 * kib);
const file = limited(8 * kib * kib);

/** A hosted page's form with files is read as it arrives, and bounded by its reader (pages/sent-form.ts). */
const isFileForm = (path: string, type = ''): boolean =>
  /^\/s\/[^/]+\/(?:write|track)$/.test(path) && type.toLowerCase().startsWith('multipart/form-data');

export const bodySize = createMiddleware<AppEnv>((c, next) => {
  const { path } = c.req;
  if (isFileForm(path, c.req.header('content-type'))) return next();
  return (path.includes('/import/') ? file : usual)(c as never, next) as Promise<Response | void>;
});
