/** What the reply check says of replies in a file: compared are those that are here already, and those of the same part. */
import { checkReply, fingerprintOf, type EarlierReply, type ReplySign } from '../../core/index.ts';
import { candidatesFor, type Candidate } from '../near-copies/near-copy.store.ts';
import type { Database } from '../platform/d1.ts';
import type { LetterHistory } from './check-rows.ts';

interface Told {
  row: number;
  at: number;
  body: string;
  print: ReturnType<typeof fingerprintOf>;
}

/** @returns for each row the signs of each of its final replies; an interim one comes without a text */
export async function signsOf(
  db: Database,
  tenant: string,
  rows: readonly LetterHistory[],
): Promise<ReplySign[][][]> {
  const told = rows.map(({ rounds }, row) =>
    rounds.map(({ repliedAt, reply }): Told => ({
      row,
      at: repliedAt,
      body: reply,
      print: fingerprintOf(reply),
    })),
  );
  const all = told.flat();
  const stored = await candidatesFor(
    db,
    tenant,
    all.map(({ print }) => print?.keys ?? []),
  );
  const known = new Map(all.map((one, at) => [one, stored[at]!]));
  return told.map((replies, row) =>
    replies.map((reply) => {
      const { kind, title, body } = rows[row]!;
      return checkReply({
        reply: { body: reply.body, type: 'final', phone: '', promised: false },
        letter: { kind, transferred: false, text: { title, body } },
        earlier: earlierThan(reply, known.get(reply)!, all),
      }).map(({ sign }) => sign);
    }),
  );
}

/** A file may be of years ago: what was written since is no model of it. */
function earlierThan(reply: Told, stored: readonly Candidate[], part: readonly Told[]): EarlierReply[] {
  const beside = part.flatMap(({ row, at, print }, index) =>
    print && row !== reply.row && at < reply.at ? [{ id: `part-${index}`, signature: print.signature }] : [],
  );
  return [...stored.filter(({ at }) => at < reply.at), ...beside];
}
