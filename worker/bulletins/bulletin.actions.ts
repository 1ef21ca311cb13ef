/**
 * Bulletins are previewed, made and frozen here. The row that begins one names its tenants, its cut-off and the moment it was begun;
 * then one tenant after the other brings its part, a share at a time: in the call that asks for it, in its repetition, and in the
 * job. When all have, the document is composed and frozen in one batch with its number.
 *
 * If we crash: before the first commit there is nothing; between parts there are those of whole tenants, without a number and shown
 * as being made; before the last batch all parts, and the next run composes the same document; after it the bulletin.
 */
import type { MakeBulletin } from '../../contract/bulletins.ts';
import {
  bulletinTitle,
  composeBulletin,
  dayOf,
  issueLabel,
  type BulletinTenant,
  type ComposedBulletin,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { sha256 } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { BulletinRow } from '../schema/directory.ts';
import { insertAudit, listTenants } from '../tenants/tenant.store.ts';
import * as store from './bulletin.store.ts';
import { surveyTenant } from './survey.actions.ts';

/** What one call or one run of the job goes through at most; a tenant that was begun is finished. */
const share = { tenants: 40, letters: 20_000 };
/** What a preview may be of: it is made in one call. */
const previewMax = { tenants: 60, letters: 50_000 };

/** A day that can't be: `to` or `asOf` after today, or before the one it must follow. */
export type DayFault = { path: 'to' | 'asOf'; code: 'in_future' | 'before_from' | 'before_to' };

export type Refusal =
  | { ok: false; reason: 'not_found' | 'idempotency_mismatch' | 'preview_too_large' }
  | { ok: false; reason: 'bad_request'; fault: DayFault };

type NewRow = Pick<
  BulletinRow,
  | 'jurisdiction'
  | 'request'
  | 'title'
  | 'from'
  | 'to'
  | 'asOf'
  | 'timeZone'
  | 'tenants'
  | 'corrects'
  | 'begunAt'
>;

/** What is asked for, with its tenants as they are now. */
async function plan(env: Env, request: MakeBulletin): Promise<{ ok: true; row: NewRow } | Refusal> {
  const { from, to, asOf = to, scope, corrects = null } = request;
  const db = directory(env);
  const under = (await listTenants(db, scope.jurisdiction)).map(({ tenant }) => tenant);
  const wanted = scope.tenants && new Set(scope.tenants);
  const tenants = wanted ? under.filter(({ slug }) => wanted.has(slug)) : under;
  const [first] = tenants;
  if (!first || (wanted && tenants.length < wanted.size)) return { ok: false, reason: 'not_found' };
  const { timeZone } = first;
  const begunAt = now();
  const fault = faultOf(from, to, asOf, dayOf(begunAt, timeZone));
  if (fault) return { ok: false, reason: 'bad_request', fault };
  if (corrects !== null) {
    const old = await store.findBulletin(db, corrects);
    if (old?.frozenAt == null || old.jurisdiction !== scope.jurisdiction)
      return { ok: false, reason: 'not_found' };
  }
  const title = request.title ?? bulletinTitle(from, to, tenants);
  const slugs = tenants.map(({ slug }) => slug);
  const { jurisdiction } = scope;
  return {
    ok: true,
    row: { jurisdiction, request, title, from, to, asOf, timeZone, tenants: slugs, corrects, begunAt },
  };
}

function faultOf(from: string, to: string, asOf: string, today: string): DayFault | null {
  if (to < from) return { path: 'to', code: 'before_from' };
  if (to > today) return { path: 'to', code: 'in_future' };
  if (asOf < to) return { path: 'asOf', code: 'before_to' };
  return asOf > today ? { path: 'asOf', code: 'in_future' } : null;
}

async function compose(env: Env, row: NewRow, tenants: readonly BulletinTenant[]): Promise<ComposedBulletin> {
  const old = row.corrects === null ? null : await store.findBulletin(directory(env), row.corrects);
  const { recipients = null, issuer = null } = row.request;
  const corrects = old && issueLabel(old.year!, old.issue!);
  const made = dayOf(row.begunAt, row.timeZone);
  return composeBulletin({ from: row.from, to: row.to, made, recipients, issuer, corrects }, tenants);
}

export type Preview = NewRow & ComposedBulletin;

/** Nothing of it is kept. */
export async function previewBulletin(
  env: Env,
  request: MakeBulletin,
): Promise<{ ok: true; preview: Preview } | Refusal> {
  const planned = await plan(env, request);
  if (!planned.ok) return planned;
  const { row } = planned;
  if (row.tenants.length > previewMax.tenants) return { ok: false, reason: 'preview_too_large' };
  const brought: BulletinTenant[] = [];
  let letters = 0;
  for (const slug of row.tenants) {
    const { tenant, read } = await surveyTenant(env, slug, row);
    brought.push(tenant);
    letters += read;
    if (letters > previewMax.letters) return { ok: false, reason: 'preview_too_large' };
  }
  return { ok: true, preview: { ...row, ...(await compose(env, row, brought)) } };
}

/** @param key of the call: repeating it goes on with the same bulletin, and makes no second */
export async function makeBulletin(
  env: Env,
  request: MakeBulletin,
  actor: string,
  key: string,
): Promise<{ ok: true; id: string } | Refusal> {
  const db = directory(env);
  const id = (await sha256(`bulletin\u0000${actor}\u0000${key}`)).slice(0, 32);
  if (!(await store.findBulletin(db, id))) {
    const planned = await plan(env, request);
    if (!planned.ok) return planned;
    const { row } = planned;
    const note = { at: row.begunAt, userId: actor, tenant: null, action: 'bulletin-begun', subject: id };
    await commit(db, [store.insertBulletin(db, { ...row, id, madeBy: actor }), insertAudit(db, note)]);
  }
  const stored = (await store.findBulletin(db, id))!;
  if (JSON.stringify(stored.request) !== JSON.stringify(request))
    return { ok: false, reason: 'idempotency_mismatch' };
  await goOn(env, stored);
  return { ok: true, id };
}

/** Takes a bulletin one share further, and freezes it when every tenant has brought its part. */
async function goOn(env: Env, row: BulletinRow): Promise<void> {
  if (row.frozenAt !== null) return;
  const db = directory(env);
  const done = await store.tenantsDone(db, row.id);
  const left = row.tenants.filter((slug) => !done.has(slug));
  let letters = 0;
  for (const [at, slug] of left.entries()) {
    if (at >= share.tenants || letters >= share.letters) return;
    const { tenant, read } = await surveyTenant(env, slug, row);
    await commit(db, store.insertParts(db, row.id, tenant));
    letters += read;
  }
  const brought: BulletinTenant[] = [];
  for (const slug of row.tenants) {
    const part = await store.partOf(db, row.id, slug);
    if (!part) return;
    brought.push(part);
  }
  const frozenAt = now();
  await commit(
    db,
    store.freeze(db, {
      id: row.id,
      year: Number(dayOf(frozenAt, row.timeZone).slice(0, 4)),
      frozenAt,
      ...(await compose(env, row, brought)),
    }),
  );
}

/** What the job does each minute: those that nobody has gone on with, the oldest first. One that fails keeps no other waiting. */
export async function makePending(env: Env): Promise<number> {
  const pending = await store.pendingBulletins(directory(env), 3);
  for (const row of pending) {
    try {
      await goOn(env, row);
    } catch (error) {
      const { name } = error as Error;
      console.error(JSON.stringify({ level: 'error', job: 'make-bulletins', bulletin: row.id, error: name }));
    }
  }
  return pending.length;
}

/**
 * Whether the centre shows it to everybody; who said so is recorded.
 * @returns false while it is being made
 */
export async function publishBulletin(env: Env, id: string, open: boolean, actor: string): Promise<boolean> {
  const db = directory(env);
  if ((await store.findBulletin(db, id))?.frozenAt == null) return false;
  const at = now();
  const action = open ? 'bulletin-published' : 'bulletin-unpublished';
  const note = { at, userId: actor, tenant: null, action, subject: id };
  await commit(db, [store.setPublished(db, id, open ? at : null), insertAudit(db, note)]);
  return true;
}
