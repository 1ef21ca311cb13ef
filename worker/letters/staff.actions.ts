/** A member's command on a letter: from the words of the API to the rules' own. */
import type { StaffCommandBody, StaffCommandName } from '../../contract/staff.ts';
import type { Actor, Command, EventKind } from '../../core/index.ts';
import { hasPlaceholder } from '../../core/placeholders.ts';
import { now } from '../platform/clock.ts';
import { directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { EventRow, LetterRow, Texts } from '../schema/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { takesLetters } from '../hand-over/names.store.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import { namesOf } from '../staff/member.store.ts';
import { filesOf } from '../attachments/attachment.store.ts';
import { isForWriter } from '../attachments/file.view.ts';
import { takeFiles, type Taken } from '../attachments/given-files.ts';
import { checkSending } from '../near-copies/check-reply.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { hashAccessKey, randomAccessKey } from './access-key.ts';
import type { Columns } from './change.ts';
import { give, type Given, type Outcome } from './command.actions.ts';
import { isOver, openContact } from './contact.ts';
import { eraseContact } from './erasure.actions.ts';
import { filesIn } from './files.ts';
import * as store from './letter.store.ts';
import { policyOfLetter } from './policy.ts';
import { accessKinds } from './personal.view.ts';
import { toStaffLetter } from './staff.view.ts';

interface Asked {
  command: Command;
  texts: Texts | null;
  columns?: (past: readonly EventRow[]) => Columns;
}

type Translate = { [K in StaffCommandName]: (body: StaffCommandBody<K>, row: LetterRow) => Asked };

/** `merge` names its target by number and is resolved before; what is not held can't be erased. */
const translate: Omit<Translate, 'merge' | 'erase-contact'> = {
  accept: ({ department }) => ({ command: { name: 'accept', department }, texts: null }),
  assign: ({ department = null, tenant = null, reason }) => ({
    command: { name: 'assign', department, tenant },
    texts: reason ? { reason } : null,
  }),
  decline: ({ grounds, explanation, goTo }) => ({
    command: { name: 'decline', grounds },
    texts: { reason: explanation, goTo },
  }),
  spam: ({ grounds, note }) => ({
    command: { name: 'spam', grounds },
    texts: note ? { reason: note } : null,
  }),
  transfer: ({ department = null, tenant = null, reason }) => ({
    command: { name: 'transfer', department, tenant },
    texts: { reason },
  }),
  object: ({ reason }) => ({ command: { name: 'object' }, texts: { reason } }),
  'request-info': ({ question }) => ({ command: { name: 'request-info' }, texts: { reason: question } }),
  reply: (body) => ({
    command: {
      name: 'reply',
      type: body.type,
      outcome: body.type === 'final' ? body.outcome : null,
      promisedFor: body.type === 'final' ? (body.promisedFor ?? null) : null,
      files: body.files?.length ?? 0,
    },
    texts: { body: body.body, ...(body.phone ? { phone: body.phone } : {}) },
  }),
  approve: () => ({ command: { name: 'approve' }, texts: null }),
  return: ({ reason }) => ({ command: { name: 'return' }, texts: { reason } }),
  extend: ({ days, reason }) => ({ command: { name: 'extend', days }, texts: { reason } }),
  publish: ({ title, body, reply, files = [] }) => ({
    command: { name: 'publish', files: files.length },
    texts: null,
    columns: (past) => ({ publicTitle: title, publicBody: body, publicReply: reply ?? answerAsSent(past) }),
  }),
  withhold: ({ grounds }) => ({ command: { name: 'withhold', grounds }, texts: null }),
  'take-down': ({ grounds }) => ({ command: { name: 'take-down', grounds }, texts: null }),
  'follow-up': ({ body, done }) => ({ command: { name: 'follow-up', done }, texts: { body } }),
  contacted: ({ note }) => ({ command: { name: 'contact' }, texts: { body: note } }),
  note: ({ body }) => ({ command: { name: 'note' }, texts: { body } }),
  'new-key': ({ proof }) => ({ command: { name: 'new-key' }, texts: { reason: proof } }),
  erase: ({ reason }) => ({ command: { name: 'erase' }, texts: { reason } }),
};

/** The latest final reply, or the explanation of a decline. */
function answerAsSent(past: readonly EventRow[]): string | null {
  const answer = past.findLast(
    ({ data }) => data.kind === 'declined' || (data.kind === 'replied' && data.type === 'final'),
  );
  return answer?.texts?.body ?? answer?.texts?.reason ?? null;
}

export interface Scope {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  actor: Actor;
  /** The tenant the member acts for, where it holds the letter of another one. */
  holder: Tenant | null;
  /** As the member saw it (`If-Match`). */
  version?: number | undefined;
}

export async function giveAsStaff<K extends StaffCommandName>(
  scope: Scope,
  name: K,
  body: StaffCommandBody<K>,
): Promise<Outcome> {
  if (name === 'merge') return mergeInto(scope, (body as StaffCommandBody<'merge'>).into);
  if (name === 'erase-contact')
    return eraseContact({ ...scope, texts: { reason: (body as StaffCommandBody<'erase-contact'>).reason } });
  if (name === 'reply' && hasPlaceholder((body as StaffCommandBody<'reply'>).body))
    return { ok: false, reason: 'placeholder_left' };
  const asked = (translate[name as 'note'] as (body: StaffCommandBody<K>, row: LetterRow) => Asked)(
    body,
    scope.row,
  );
  if (!(await isKnown(scope, asked.command))) return { ok: false, reason: 'unknown_tenant' };
  const brought = await filesFrom(scope, name, body);
  if (!brought.ok) return brought;
  const check = checkOf(scope, asked.command, body);
  return give({ ...scope, ...asked, ...brought, ...(check && { check }) });
}

/** Only a tenant of this service that takes letters can be handed one. */
async function isKnown({ env }: Scope, command: Command): Promise<boolean> {
  if (command.name !== 'transfer' && command.name !== 'assign') return true;
  return !command.tenant || takesLetters(directory(env), command.tenant);
}

/** A reply is looked through when it is written and, where a second member approves it, when it goes out. */
function checkOf({ env, tenant, row }: Scope, command: Command, body: object): Given['check'] {
  if (command.name !== 'reply' && command.name !== 'approve') return undefined;
  const { personalData } = body as StaffCommandBody<'approve'>;
  const db = shard(env, tenant.shard);
  return async (letter, texts) => {
    const draft = command.name === 'reply' ? command : letter.draft!;
    return checkSending(db, row, letter, draft, texts, personalData);
  };
}

/** Files that a reply brings, or a release names. */
async function filesFrom<K extends StaffCommandName>(
  { env, tenant, row }: Scope,
  name: K,
  body: StaffCommandBody<K>,
): Promise<({ ok: true } & Pick<Given, 'files' | 'released'>) | Extract<Taken, { ok: false }>> {
  const db = shard(env, tenant.shard);
  const of = async () => filesOf(db, tenant.slug, row.id);
  if (name === 'reply') {
    const { files = [] } = body as StaffCommandBody<'reply'>;
    const again = files.some(({ key }) => key === undefined);
    const drafts = again ? (await of()).filter(({ kind }) => kind === 'drafted') : [];
    return takeFiles(db, tenant.slug, files, drafts);
  }
  const { files: ids = [] } = name === 'publish' ? (body as StaffCommandBody<'publish'>) : {};
  if (ids.length === 0) return { ok: true };
  const released = (await of()).filter((file) => isForWriter(file) && ids.includes(file.id));
  return released.length === new Set(ids).size ? { ok: true, released } : { ok: false, reason: 'file_gone' };
}

async function mergeInto(scope: Scope, number: string): Promise<Outcome> {
  const { env, tenant, row } = scope;
  const db = shard(env, tenant.shard);
  const [target, children] = await Promise.all([
    store.findByNumber(db, tenant.slug, number),
    store.mergedInto(db, tenant.slug, row.id),
  ]);
  // A target that isn't there is refused like one that is withdrawn, after the question who may ask.
  const into = { into: target?.id ?? '', targetStatus: target?.status ?? 'withdrawn' } as const;
  return give({ ...scope, command: { name: 'merge', ...into, self: row.id, children: children.length } });
}

/** The old key dies in the batch that records the new one; it is shown once and kept nowhere. */
export async function renewKey(scope: Scope, proof: string): Promise<{ done: Outcome; accessKey: string }> {
  const accessKey = randomAccessKey();
  const keyHash = await hashAccessKey(accessKey);
  const given: Given = {
    ...scope,
    ...translate['new-key']({ proof }, scope.row),
    columns: () => ({ keyHash }),
  };
  return { done: await give(given), accessKey };
}

/** The look is recorded before the details are opened: if we crash between, a look is on record that showed nothing. */
export async function revealContact(scope: Scope) {
  if (isOver(scope.tenant, scope.row)) return { ok: false as const, reason: 'already_erased' as const };
  const done = await give({ ...scope, command: { name: 'view-contact' } });
  if (!done.ok) return done;
  return {
    ok: true as const,
    contact: await openContact(scope.env, scope.tenant, scope.row.id, scope.row.contact),
  };
}

/** What is told with its author's name. */
const named = new Set<EventKind>(['noted', 'contacted', ...accessKinds]);

export async function readAsStaff({ env, tenant: home, row, actor, holder }: Scope): Promise<StaffLetter> {
  const db = shard(env, home.shard);
  const [fresh, rows, merged] = await Promise.all([
    store.findById(db, home.slug, row.id),
    store.eventsOf(db, home.slug, row.id),
    store.mergedInto(db, home.slug, row.id),
  ]);
  const tenant = await withNames(env, home, holdersIn(rows.map(({ data }) => data)));
  const target = fresh?.mergedInto ? await store.findById(db, tenant.slug, fresh.mergedInto) : null;
  const policy = await policyOfLetter(directory(env), home, row.ruleVersion, holder);
  const authors = rows.flatMap(({ data: { actor, actingFor, kind } }) => [
    ...(actor !== null && (named.has(kind) || actingFor !== undefined) ? [actor] : []),
    ...(actingFor === undefined ? [] : [actingFor]),
  ]);
  const names = await namesOf(directory(env), [...new Set(authors)]);
  return toStaffLetter({
    ...{ row: fresh!, rows, tenant, policy, actor, names, now: now() },
    mergedInto: target?.number ?? null,
    merged: merged.map(({ number }) => number),
    stored: await filesIn(db, tenant, rows),
  });
}
