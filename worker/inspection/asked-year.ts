/** The year that a call on self-checks and annual forms asks for. */
import { dayOf } from '../../core/index.ts';
import { Refused } from '../http/problem.ts';
import { now } from '../platform/clock.ts';
import { RANKING_ZONE } from '../ranking/ranking.view.ts';

/** The present year where none is asked for. @throws Refused where it hasn't begun */
export function askedYear(year: number | undefined, timeZone: string = RANKING_ZONE): number {
  const present = Number(dayOf(now(), timeZone).slice(0, 4));
  if (year !== undefined && year > present)
    throw new Refused('bad_request', {
      errors: [{ path: 'year', code: 'in_future', message: `${year} > ${present}` }],
    });
  return year ?? present;
}
