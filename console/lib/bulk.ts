/** One command for many letters: each on its own, a few at a time, and told which were not done and why. */
import type { QueueItem } from '../../contract/staff.ts';
import { type ApiError, asApiError } from './api.ts';
import { giveFromList } from './inbox-calls.ts';

export type BulkCommand = 'accept' | 'assign';

export interface Job {
  command: BulkCommand;
  /** '' for each letter's own. */
  department: string;
}

export interface Undone {
  item: QueueItem;
  /** Null where the letter has no department of its own. */
  error: ApiError | null;
}

export interface Progress {
  done: QueueItem[];
  undone: Undone[];
  left: QueueItem[];
}

/** So many at once: a batch never keeps the service from others. */
const AT_ONCE = 3;
/** Somebody, or an earlier try whose answer was lost, did it already: what was wanted is so. */
const ALREADY: Record<BulkCommand, readonly string[]> = {
  accept: ['already_accepted'],
  assign: ['same_department', 'unchanged'],
};
/** Nothing else would go through either. */
const ENDS: readonly ApiError['failure'][] = ['offline', 'signed-out'];

/** @param tell called after each letter; `stop` ends it after those that are under way */
export async function runBulk(
  items: readonly QueueItem[],
  job: Job,
  tell: (progress: Progress) => void,
  stop: { asked: boolean },
): Promise<Progress> {
  const progress: Progress = { done: [], undone: [], left: [...items] };
  const work = async (): Promise<void> => {
    for (let item = progress.left.shift(); item && !stop.asked; item = progress.left.shift()) {
      const undone = await giveTo(item, job);
      if (!undone) progress.done.push(item);
      else progress.undone.push(undone);
      if (undone?.error && ENDS.includes(undone.error.failure)) stop.asked = true;
      tell(progress);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return progress;
}

async function giveTo(item: QueueItem, { command, department }: Job): Promise<Undone | null> {
  const to = department || item.department;
  if (to === null) return { item, error: null };
  try {
    await giveFromList(item.number, command, to);
    return null;
  } catch (failed) {
    const error = asApiError(failed);
    return ALREADY[command].includes(error.problem.code ?? '') ? null : { item, error };
  }
}
