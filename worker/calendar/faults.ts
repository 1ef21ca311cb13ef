/** What is wrong with days that were entered, as a refusal at their field. */
import type { Context } from 'hono';
import type { YearFault } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { faultWords } from './calendar.words.ts';

/** @throws Refused where there is a fault */
export function mustFit(c: Context<AppEnv>, fault: YearFault | null): void {
  if (!fault) return;
  const message = faultWords[langOf(c)][fault.code](fault.day ?? '');
  throw new Refused('bad_request', { errors: [{ path: fault.path, code: fault.code, message }] });
}
