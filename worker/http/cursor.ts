/** The place a request's `cursor` names. */
import { decodeCursor, type Place } from '../platform/cursor.ts';
import { Refused } from './problem.ts';

/** @throws Refused where the cursor isn't one of ours */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const place = decodeCursor(cursor);
  if (!place)
    throw new Refused('bad_request', { errors: [{ path: 'cursor', code: 'invalid', message: 'cursor' }] });
  return place;
}
