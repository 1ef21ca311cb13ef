/** The rows that bring a letter into being, however it came in. */
import type { SubmittedLetter } from '../../contract/letters.ts';
import type { Channel } from '../../contract/vocabulary.ts';
import { dayOf, decide, factsOf, replay, type Actor, type LetterEvent } from '../../core/index.ts';
import { shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { attachAll, type Attached } from '../attachments/given-files.ts';
import { hashAccessKey } from './access-key.ts';
import { sealContact } from './contact.ts';
import { project } from './letter.row.ts';
import * as store from './letter.store.ts';
import { policyOf } from './policy.ts';
import { toRows } from './record.ts';

export type Content = Pick<
  SubmittedLetter,
  'kind' | 'department' | 'title' | 'body' | 'contact' | 'publish' | 'uploads'
>;

interface Birth {
  env: Env;
  tenant: Tenant;
  id: string;
  content: Content;
  channel: Channel;
  actor: Actor;
  at: number;
  accessKey: string;
  files: readonly Attached[];
}

type Born =
  | { ok: true; event: LetterEvent; insert: Statement; statements: Statement[] }
  | { ok: false; reason: 'unknown_department' };

/** The statements that bring a letter into being; the caller adds what makes it safe to repeat, and commits. */
export async function newLetter({
  env,
  tenant,
  id,
  content,
  channel,
  actor,
  at,
  accessKey,
  files,
}: Birth): Promise<Born> {
  const db = shard(env, tenant.shard);
  const policy = policyOf(tenant);
  const command = {
    name: 'submit',
    kind: content.kind,
    department: content.department ?? null,
    consent: content.publish,
    channel,
    files: files.length,
  } as const;
  const decision = decide(null, command, actor, at, policy);
  if (!decision.ok) return { ok: false, reason: 'unknown_department' };
  const { events } = decision;
  const row = {
    id,
    tenant: tenant.slug,
    year: Number(dayOf(at, tenant.timeZone).slice(0, 4)),
    externalId: null,
    title: content.title,
    body: content.body,
    contact: await sealContact(env, tenant, id, content.contact),
    keyHash: await hashAccessKey(accessKey),
    publicTitle: null,
    publicBody: null,
    publicReply: null,
    searchId: null,
    ...project(replay(events), events, policy),
  };
  const eventRows = await toRows(
    id,
    tenant.slug,
    events,
    null,
    JSON.stringify([content.title, content.body]),
    files.map(({ sha256 }) => sha256),
  );
  return {
    ok: true,
    event: events[0]!,
    insert: store.insertLetter(db, tenant.prefix, row),
    statements: [
      ...store.insertEvents(db, eventRows),
      ...attachAll(db, id, events[0]!.seq, files),
      store.putFacts(db, tenant.slug, id, at, factsOf(events)),
      store.insertOutbox(db, tenant.slug, 'letter', id, 1, at),
    ],
  };
}
