/** What came of an upload's step, or the refusal it is answered with. */
import { Refused } from '../http/problem.ts';
import type { Completed, Put, Started } from './upload.actions.ts';

export function done<R extends Started | Put | Completed>(result: R): Extract<R, { ok: true }> {
  if (result.ok) return result as Extract<R, { ok: true }>;
  throw new Refused(result.reason, result.retryAfter ? { retryAfter: result.retryAfter } : {});
}
