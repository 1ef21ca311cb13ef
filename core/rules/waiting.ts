import { workingDaysBetween } from '../clock.rules.ts';
import type { Letter, Policy } from '../letter.ts';

/** Working days for which the writer may still be waited for in this round. */
export function waitDaysLeft({ waits }: Letter, policy: Policy): number {
  const waited = waits.reduce((sum, { from, to }) => sum + workingDaysBetween(from, to, policy), 0);
  return policy.rules.waitingDaysMax - waited;
}
