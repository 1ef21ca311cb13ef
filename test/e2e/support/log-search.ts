import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookalikesIn, searchFor } from '../../leaks/needles.ts';
import { seeded } from './seeded.ts';

/**
 * The log of the service after all browser tests: every request with its address is in it, and nothing of a person may be.
 * Throws where something is, or where there is no log to search: silence must never look like success.
 */
export function searchLog(state: string): void {
  const log = readFileSync(join(state, 'service.log'), 'utf8');
  const requests = log.split('\n').filter((line) => line.includes('"requestId"')).length;
  if (requests === 0) throw new Error('the service logged no request: there is nothing to search');
  const needles = seeded();
  const leaks = [...new Set([...searchFor(needles)(log), ...lookalikesIn(log)])];
  if (leaks.length > 0) throw new Error(`the service's log gives away:\n${leaks.join('\n')}`);
  console.log(`searched ${requests} requests in the service's log for ${needles.length} seeded values: none`);
}
