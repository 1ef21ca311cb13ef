/** Turns a delivery into a message: only now is it looked up and unsealed to whom it goes, and whether it still should. */
import { dayOf } from '../../core/index.ts';
import { openContact } from '../letters/contact.ts';
import { eventsOf, findById } from '../letters/letter.store.ts';
import { policyOfLetter } from '../letters/policy.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import { linksOrigin, type Env } from '../platform/env.ts';
import type { Message } from '../platform/mailer.ts';
import type { DeliveryRow, LetterRow } from '../schema/letters.ts';
import { absentIn, withAbsent } from '../staff/deputy.store.ts';
import { findMember } from '../staff/member.store.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import * as store from './delivery.store.ts';
import { dailyDigest, ordersDigest, weeklyDigest } from './digest.ts';
import { addressSubject, letterSubject, stopLink } from './stop.ts';
import type { Digest, WriterMail } from './topics.ts';
import { writerMail, type Content } from './writer-mail.ts';

/** Letters to one address of which a receipt is sent in a day: more are written by somebody who doesn't read it. */
const receiptsPerDay = 5;

/** A message, or why there is none to send any more. */
export type Composed = { message: Message } | { dropped: string };

export function compose(env: Env, tenant: Tenant, row: DeliveryRow): Promise<Composed> {
  return row.target === null ? toWriter(env, tenant, row) : toMember(env, tenant, row, row.target);
}

async function toWriter(env: Env, tenant: Tenant, row: DeliveryRow): Promise<Composed> {
  const db = shard(env, tenant.shard);
  const letter = await findById(db, tenant.slug, row.letterId ?? '');
  if (!letter) return { dropped: 'no-letter' };
  const { email } = await openContact(env, tenant, letter.id, letter.contact);
  if (!email) return { dropped: 'no-address' };
  const kind = row.kind as WriterMail;
  if (isOutdated(kind, letter)) return { dropped: 'outdated' };
  const address = await addressSubject(env, email);
  const stops = await store.stopsAmong(db, tenant.slug, [letterSubject(letter.id), address]);
  if (stops.size > 0) return { dropped: 'stopped' };
  const today = dayOf(now(), tenant.timeZone);
  if (kind === 'receipt' && row.attempts === 1 && (await isFlooded(env, tenant, address, today)))
    return { dropped: 'too-many' };
  const events = await eventsOf(db, tenant.slug, letter.id);
  const { rules } = await policyOfLetter(directory(env), tenant, letter.ruleVersion);
  const origin = linksOrigin(env)!;
  const content = await writerMail({
    kind,
    tenant: await withNames(env, tenant, holdersIn(events.map(({ data }) => data))),
    number: letter.number,
    rows: events.filter(({ seq }) => seq <= (row.seq ?? 0)),
    rules,
    thisYear: today.slice(0, 4),
    origin,
    unsubscribe: await stopLink(env, origin, tenant.slug, letter),
  });
  return { message: { id: row.id, to: email, ...content } };
}

/** What has become untrue while it waited. */
function isOutdated(kind: WriterMail, { status, promiseDone }: LetterRow): boolean {
  if (kind === 'late') return !['accepted', 'submitted', 'awaiting_citizen', 'merged'].includes(status);
  if (kind === 'question') return status !== 'awaiting_citizen';
  return kind === 'promise-due' && promiseDone;
}

async function isFlooded(env: Env, tenant: Tenant, address: string, day: string): Promise<boolean> {
  const db = shard(env, tenant.shard);
  const counted = await commit(db, [store.countMail(db, address, day)]);
  const count = counted.ok ? (counted.results as [[{ count: number }]])[0][0].count : 0;
  return count > receiptsPerDay;
}

async function toMember(env: Env, tenant: Tenant, row: DeliveryRow, target: string): Promise<Composed> {
  const member = await findMember(directory(env), target);
  if (!member || member.status !== 'active' || member.tenant !== tenant.slug)
    return { dropped: 'no-address' };
  const db = shard(env, tenant.shard);
  const origin = linksOrigin(env)!;
  const digests: Record<Digest, () => Promise<Content | null>> = {
    'digest-daily': async () => {
      const absent = await absentIn(directory(env), tenant.slug, now());
      const { departments } = withAbsent(member.departments, absent.get(member.id));
      return dailyDigest(db, tenant, departments, now(), origin);
    },
    'digest-weekly': () => weeklyDigest(db, tenant, now(), origin),
    'digest-orders': () => ordersDigest(directory(env), tenant, now(), origin),
  };
  const content = await digests[row.kind as Digest]();
  return content ? { message: { id: row.id, to: member.email, ...content } } : { dropped: 'outdated' };
}
