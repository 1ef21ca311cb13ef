/** Asked while somebody types: which other letters were answered with these words already. Writes nothing. */
import { COPIES_MAX, copiesOf } from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import type { LetterRow } from '../schema/letters.ts';
import { earlierReplies } from './check-reply.ts';
import type { Candidate } from './near-copy.store.ts';
import type { Alike } from './near-copy.view.ts';

/** Who asks: what they are, and the tenant they belong to where that isn't the letter's own but holds it. */
export interface Asking {
  role: string;
  departments: readonly string[];
  holder: string | null;
}

export async function nearCopies(db: Database, row: LetterRow, body: string, asking: Asking): Promise<Alike> {
  const found = await earlierReplies(db, row, body);
  // Of another tenant's letters its members learn what they were given, and not that there are more.
  const earlier = asking.holder === null ? found : found.filter((one) => reads(asking, one));
  const known = new Map(earlier.map((one) => [one.id, one]));
  const alike = copiesOf(body, earlier).map(({ id, similarity }) => ({ ...known.get(id)!, similarity }));
  const readable = alike.filter((one) => reads(asking, one));
  // Two replies to the same letter are one place to look.
  const shown = readable.filter(
    ({ number }, at) => readable.findIndex((one) => one.number === number) === at,
  );
  const copies = shown.slice(0, COPIES_MAX);
  const letters = new Set(alike.map(({ number }) => number));
  return { copies, others: letters.size - copies.length };
}

/** As the letter itself is read (letters/staff-scope.ts). */
function reads({ role, departments, holder }: Asking, letter: Candidate): boolean {
  if (holder !== null && letter.holder !== holder) return false;
  const department = holder === null ? letter.department : letter.holderDepartment;
  return role !== 'officer' || (department !== null && departments.includes(department));
}
