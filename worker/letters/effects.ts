/** What an event changes beside the record: the public text and its index, erased content, messages to send. */
import type { EventKind, LetterEvent } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import type { LetterRow } from '../schema/letters.ts';
import { dropFiles, release } from '../attachments/attachment.store.ts';
import { erasePrints } from '../near-copies/near-copy.store.ts';
import * as store from './letter.store.ts';
import { indexLetter, unindexLetter } from './search.store.ts';

export interface Effects {
  columns: Partial<LetterRow>;
  statements: Statement[];
}

/** No one but the holder of the letter needs to hear of these. */
const silent = new Set<EventKind>([
  'noted',
  'contact_viewed',
  'file_viewed',
  'contact_erased',
  'drafted',
  'returned',
]);

export function sideEffects(
  db: Database,
  tenant: string,
  row: LetterRow,
  events: readonly LetterEvent[],
  now: number,
): Effects {
  const columns: Partial<LetterRow> = {};
  const statements: Statement[] = [];
  for (const event of events) {
    switch (event.kind) {
      case 'published':
        statements.push(
          ...indexLetter(
            db,
            tenant,
            row.id,
            row.publicTitle ?? '',
            `${row.publicBody} ${row.publicReply ?? ''}`,
          ),
        );
        break;
      case 'consent_changed':
        if (event.consent) break;
        Object.assign(columns, unpublished);
        statements.push(...unindexLetter(db, tenant, row.id), release(db, row.id, []));
        break;
      case 'taken_down':
        Object.assign(columns, unpublished);
        statements.push(...unindexLetter(db, tenant, row.id), release(db, row.id, []));
        break;
      case 'contact_erased':
        columns.contact = null;
        if (event.withFiles) statements.push(...dropFiles(db, row.id, 'writer', now));
        break;
      case 'erased':
        Object.assign(columns, { title: '', body: '', contact: null }, unpublished);
        statements.push(
          ...unindexLetter(db, tenant, row.id),
          store.eraseTexts(db, tenant, row.id, event.seq),
          erasePrints(db, row.id),
          ...dropFiles(db, row.id, 'all', now),
        );
        break;
      default:
    }
    if (!silent.has(event.kind))
      statements.push(store.insertOutbox(db, tenant, 'letter', row.id, event.seq, now));
    // Nobody is told of it, but a holder elsewhere sees in its lists that a reply waits.
    else if (row.handedOver) statements.push(store.insertOutbox(db, tenant, 'held', row.id, null, now));
  }
  return { columns, statements };
}

const unpublished = { publicTitle: null, publicBody: null, publicReply: null } as const;
