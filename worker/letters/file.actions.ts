/** Opening a letter's file: the same "not there" for what isn't and for what isn't theirs to see. */
import { isForAnyone, isForWriter, isPersonal } from '../attachments/file.view.ts';
import { filesOf, type LetterFile } from '../attachments/attachment.store.ts';
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { give, type Outcome } from './command.actions.ts';
import { isOver } from './contact.ts';
import { findByNumber } from './letter.store.ts';
import { isPublic } from './public.view.ts';
import type { Scope } from './staff.actions.ts';

type Place = Pick<Scope, 'env' | 'tenant'> & { row: Pick<LetterRow, 'id' | 'closedAt'> };

async function find({ env, tenant, row }: Place, id: string): Promise<LetterFile | null> {
  const files = await filesOf(shard(env, tenant.shard), tenant.slug, row.id);
  const file = files.find((one) => one.id === id);
  // What the writer sent is kept as long as their contact details, whether or not the job has noticed.
  return !file || (isPersonal(file) && isOver(tenant, row)) ? null : file;
}

export async function fileForWriter(place: Place, id: string): Promise<LetterFile | null> {
  const file = await find(place, id);
  return file && isForWriter(file) ? file : null;
}

/** Only while the letter is public, and only what an officer released. */
export async function fileForAnyone(
  env: Env,
  tenant: Tenant,
  number: string,
  id: string,
): Promise<LetterFile | null> {
  const row = await findByNumber(shard(env, tenant.shard), tenant.slug, number);
  if (!row || !isPublic(row)) return null;
  const file = await find({ env, tenant, row }, id);
  return file && isForAnyone(file) ? file : null;
}

type Opened =
  { ok: true; file: LetterFile } | Extract<Outcome, { ok: false }> | { ok: false; reason: 'not_found' };

/** A look at what the writer sent is recorded before it is opened: if we crash between, a look is on record that showed nothing. */
export async function fileForStaff(scope: Scope, id: string): Promise<Opened> {
  const file = await find(scope, id);
  if (!file) return { ok: false, reason: 'not_found' };
  if (!isPersonal(file)) return { ok: true, file };
  const done = await give({ ...scope, command: { name: 'view-file', file: file.ordinal } });
  return done.ok ? { ok: true, file } : done;
}
