/** The period that a call on league tables asks for. */
import { rankingMonthsMax } from '../../contract/ranking.ts';
import { addMonths, dayOf, monthCount, type MonthRange } from '../../core/index.ts';
import { Refused } from '../http/problem.ts';
import { now } from '../platform/clock.ts';
import { RANKING_ZONE } from './ranking.view.ts';

/** Twelve months to the present one, where nothing else is asked for. @throws Refused where there is no such period */
export function askedPeriod(asked: { from?: string | undefined; to?: string | undefined }): MonthRange {
  const to = asked.to ?? dayOf(now(), RANKING_ZONE).slice(0, 7);
  const range = { from: asked.from ?? addMonths(to, -11), to };
  const months = monthCount(range);
  if (months < 1) throw badPeriod('before_from', 'to < from');
  if (months > rankingMonthsMax) throw badPeriod('too_long', `${months} > ${rankingMonthsMax}`);
  return range;
}

const badPeriod = (code: string, message: string) =>
  new Refused('bad_request', { errors: [{ path: 'to', code, message }] });
