/** Stopping mail, and taking it up again, by the link in a message. */
import { openContact } from '../letters/contact.ts';
import { findByNumber } from '../letters/letter.store.ts';
import { now } from '../platform/clock.ts';
import { commit, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { deleteStops, insertStop, stopsAmong } from './delivery.store.ts';
import { addressSubject, isStopToken, letterSubject } from './stop.ts';

export type StopScope = 'letter' | 'address';
/** `on`: mail is sent; else for what it was stopped, the wider where for both. */
export type StopState = 'on' | StopScope;

/** The letter of a link; null where the link isn't ours. An unknown number and a wrong token look the same. */
export async function letterOfLink(
  env: Env,
  tenant: Tenant,
  number: string,
  token: string,
): Promise<LetterRow | null> {
  const row = await findByNumber(shard(env, tenant.shard), tenant.slug, number.toUpperCase());
  const good = await isStopToken(env, tenant.slug, row?.id ?? '', token);
  return row && good ? row : null;
}

export async function stopState(env: Env, tenant: Tenant, row: LetterRow): Promise<StopState> {
  const { letter, address } = await subjectsOf(env, tenant, row);
  const subjects = address ? [letter, address] : [letter];
  const stops = await stopsAmong(shard(env, tenant.shard), tenant.slug, subjects);
  if (address && stops.has(address)) return 'address';
  return stops.has(letter) ? 'letter' : 'on';
}

/** Twice is once. Where no address is left, nothing would be sent anyway: the letter's is stopped. */
export async function stopMail(env: Env, tenant: Tenant, row: LetterRow, scope: StopScope): Promise<void> {
  const db = shard(env, tenant.shard);
  const { letter, address } = await subjectsOf(env, tenant, row);
  const subject = scope === 'address' ? (address ?? letter) : letter;
  await commit(db, [insertStop(db, tenant.slug, subject, now())]);
}

export async function resumeMail(env: Env, tenant: Tenant, row: LetterRow): Promise<void> {
  const db = shard(env, tenant.shard);
  const { letter, address } = await subjectsOf(env, tenant, row);
  await commit(db, [deleteStops(db, tenant.slug, address ? [letter, address] : [letter])]);
}

async function subjectsOf(env: Env, tenant: Tenant, row: LetterRow) {
  const { email } = await openContact(env, tenant, row.id, row.contact);
  return { letter: letterSubject(row.id), address: email ? await addressSubject(env, email) : null };
}
