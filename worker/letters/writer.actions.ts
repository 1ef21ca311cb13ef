/** What the writer of a letter may do with it, and what they see of it. */
import type { RatingGiven, WriterLetter } from '../../contract/letters.ts';
import type { GivenFile } from '../../contract/uploads.ts';
import type { Level } from '../../contract/vocabulary.ts';
import type { Command } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow, Texts } from '../schema/letters.ts';
import { takeFiles } from '../attachments/given-files.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { give, type Outcome } from './command.actions.ts';
import { eraseContact } from './erasure.actions.ts';
import { eventsOf, findById } from './letter.store.ts';
import { filesIn } from './files.ts';
import { policyOfLetter } from './policy.ts';
import { toWriterLetter, writer } from './writer.view.ts';

export type WriterCommand =
  | Extract<Command, { name: 'supplement' | 'withdraw' | 'rate' | 'consent' }>
  /** Whether its tenant requires contact details isn't the writer's to say. */
  | { name: 'erase-contact' };

export async function giveAsWriter(
  env: Env,
  tenant: Tenant,
  row: LetterRow,
  command: WriterCommand,
  texts: Texts | null,
  uploads: readonly GivenFile[] = [],
): Promise<Outcome> {
  if (command.name === 'erase-contact') return eraseContact({ env, tenant, row, actor: writer });
  const taken = await takeFiles(shard(env, tenant.shard), tenant.slug, uploads);
  if (!taken.ok) return taken;
  const { files } = taken;
  const asked = command.name === 'supplement' ? { ...command, files: files.length } : command;
  return give({ env, tenant, row, command: asked, actor: writer, texts, files });
}

/** Read afresh: what was just acknowledged is there. */
export async function readAsWriter(env: Env, tenant: Tenant, id: string): Promise<WriterLetter> {
  const db = shard(env, tenant.shard);
  const [row, rows] = await Promise.all([findById(db, tenant.slug, id), eventsOf(db, tenant.slug, id)]);
  const policy = await policyOfLetter(directory(env), tenant, row!.ruleVersion);
  const told = await withNames(env, tenant, holdersIn(rows.map(({ data }) => data)));
  return toWriterLetter(row!, rows, told, policy, now(), await filesIn(db, tenant, rows));
}

/** A rating as the rules take it; its comment is text beside the event. */
export function toRating({
  level,
  solved,
  result,
  attitude,
  speed,
  comment,
}: RatingGiven): [WriterCommand, Texts | null] {
  const scores = { result: result ?? null, attitude: attitude ?? null, speed: speed ?? null };
  return [{ name: 'rate', level: level as Level, solved, scores }, comment ? { body: comment } : null];
}
