/** What a letter's new events write: themselves, the row they project to, the facts, and what follows from them. */
import { factsOf, replay, type Letter, type LetterEvent, type Policy } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { dropFiles, release, type LetterFile } from '../attachments/attachment.store.ts';
import { attachAll, type Attached } from '../attachments/given-files.ts';
import { printReplies } from '../near-copies/near-copy.store.ts';
import type { EventRow, LetterRow, Texts } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { sideEffects } from './effects.ts';
import { project } from './letter.row.ts';
import * as store from './letter.store.ts';
import { carrierOf, toRows } from './record.ts';

/** Columns a command sets beside what its events say: the released text, a new key. */
export type Columns = Partial<Pick<LetterRow, 'publicTitle' | 'publicBody' | 'publicReply' | 'keyHash'>>;

export function eventsIn(rows: readonly EventRow[]): { events: LetterEvent[]; letter: Letter } {
  const events = rows.map(({ data }) => data);
  return { events, letter: replay(events) };
}

export interface Change {
  tenant: Tenant;
  row: LetterRow;
  past: readonly EventRow[];
  events: LetterEvent[];
  texts: Texts | null;
  policy: Policy;
  own?: Columns | undefined;
  /** Files that come with it. */
  files?: readonly Attached[] | undefined;
  /** Files of the letter that are released with it. */
  released?: readonly LetterFile[] | undefined;
}

export async function record(
  db: Database,
  { tenant, row, past, events, texts, policy, own, files = [], released = [] }: Change,
): Promise<{ letter: Letter; statements: Statement[] }> {
  const all = [...past.map(({ data }) => data), ...events];
  const letter = replay(all);
  const columns: Partial<LetterRow> = { ...project(letter, all, policy), ...own };
  const effects = sideEffects(db, tenant.slug, { ...row, ...columns }, events, now());
  const committed = own && JSON.stringify(own);
  const sums = [...files, ...released].map(({ sha256 }) => sha256);
  const carrier = files.length > 0 ? carrierOf(events) : undefined;
  return {
    letter,
    statements: [
      ...store.insertEvents(db, await toRows(row.id, tenant.slug, events, texts, committed, sums)),
      ...(carrier ? attachAll(db, row.id, carrier.seq, files) : []),
      store.updateLetter(db, tenant.slug, row.id, { ...columns, ...effects.columns }),
      store.putFacts(db, tenant.slug, row.id, row.receivedAt, factsOf(all)),
      ...printReplies(db, tenant.slug, row.id, events, texts?.body),
      ...(draftsAreOver(past, events) ? dropFiles(db, row.id, 'drafts', now()) : []),
      ...effects.statements,
      ...(events.some(({ kind }) => kind === 'published')
        ? [
            release(
              db,
              row.id,
              released.map(({ id }) => id),
            ),
          ]
        : []),
    ],
  };
}

/** A reply went out: files of earlier drafts that didn't go with it never will. */
function draftsAreOver(past: readonly EventRow[], events: readonly LetterEvent[]): boolean {
  const drafted = past.some(({ data }) => data.kind === 'drafted' && data.files);
  return drafted && events.some(({ kind }) => kind === 'replied');
}
