/**
 * Merging and splitting departments. The directory changes in one batch: who is closed, who took over, where the members are. The
 * letters in hand follow part by part (jobs/pass-on-letters.ts), each with an event of its own.
 */
import type { MergeDepartments, SplitDepartment } from '../../contract/departments.ts';
import { openDepartments } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commitTenant, directory, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { departmentsMax } from './department.actions.ts';
import * as inHand from './department-letters.store.ts';
import * as store from './department.store.ts';
import { findTenant, insertAudit, type Tenant } from './tenant.store.ts';

type Refused =
  | 'unknown_department'
  | 'name_taken'
  | 'too_many_departments'
  | 'changed_meanwhile'
  | 'nothing_to_merge'
  | 'letters_moved';
export type Changed = { ok: true } | { ok: false; reason: Refused };

/** Also closes one: a department is closed only by somebody taking over. */
export async function mergeDepartments(
  env: Env,
  tenant: Tenant,
  { departments, into }: Pick<MergeDepartments, 'departments' | 'into'>,
  actor: string,
): Promise<Changed> {
  const open = openIds(tenant);
  const kept = 'id' in into ? into.id : null;
  const ids = [...new Set(departments)].filter((id) => id !== kept);
  if ([...departments, ...(kept === null ? [] : [kept])].some((id) => !open.has(id)))
    return { ok: false, reason: 'unknown_department' };
  if (ids.length === 0) return { ok: false, reason: 'nothing_to_merge' };
  const db = directory(env);
  const at = now();
  const { slug } = tenant;
  return changed(env, tenant, actor, 'departments-merged', ids.join(','), at, [
    ...('name' in into ? [store.addDepartment(db, slug, into.name, at)] : []),
    ...store.closeDepartments(db, { tenant: slug, shard: tenant.shard, ids, at }, [into]),
    ...store.moveMembers(db, slug, ids, into),
  ]);
}

/** With `keeper` null the department lives on; else it is closed, and that part takes over what isn't given to another. */
export async function splitDepartment(
  env: Env,
  tenant: Tenant,
  id: string,
  { parts, keeper }: Pick<SplitDepartment, 'parts' | 'keeper'>,
  actor: string,
): Promise<Changed> {
  const open = openIds(tenant);
  if (!open.has(id)) return { ok: false, reason: 'unknown_department' };
  if (open.size + parts.length > departmentsMax) return { ok: false, reason: 'too_many_departments' };
  const chosen = await chosenLetters(env, tenant, id, parts);
  if (!chosen) return { ok: false, reason: 'letters_moved' };
  const db = directory(env);
  const at = now();
  const closing = { tenant: tenant.slug, shard: tenant.shard, ids: [id], at };
  const first = keeper === null ? undefined : parts[keeper];
  const ordered = first ? [first, ...parts.filter((part) => part !== first)] : parts;
  const names = ordered.map(({ name }) => ({ name }));
  return changed(env, tenant, actor, 'department-split', id, at, [
    ...parts.map(({ name }) => store.addDepartment(db, tenant.slug, name, at)),
    ...(first
      ? store.closeDepartments(db, closing, names, chosen)
      : Object.keys(chosen).length > 0
        ? [store.giveAway(db, closing, chosen)]
        : []),
    ...parts.flatMap(({ name, members }) => store.moveMembers(db, tenant.slug, [id], { name }, members)),
    ...(first ? store.moveMembers(db, tenant.slug, [id], { name: first.name }) : []),
  ]);
}

/** @returns null where one of them is no longer in the department's hands */
async function chosenLetters(env: Env, tenant: Tenant, id: string, parts: SplitDepartment['parts']) {
  const numbers = parts.flatMap(({ letters }) => letters);
  const found = await inHand.openByNumber(shard(env, tenant.shard), tenant.slug, id, numbers);
  if (numbers.some((number) => !found.has(number))) return null;
  const pairs = parts.flatMap(({ name, letters }) =>
    letters.map((number) => [found.get(number)!, { name }] as const),
  );
  return Object.fromEntries(pairs) as Record<string, { name: string }>;
}

async function changed(
  env: Env,
  { slug }: Tenant,
  userId: string,
  action: string,
  subject: string,
  at: number,
  statements: readonly Statement[],
): Promise<Changed> {
  const audit = insertAudit(directory(env), { at, userId, tenant: slug, action, subject });
  const committed = await commitTenant(env, slug, [...statements, audit]);
  if (committed.ok) return { ok: true };
  return { ok: false, reason: committed.violated === 'name' ? 'name_taken' : 'changed_meanwhile' };
}

const openIds = (tenant: Tenant): Set<string> => new Set(openDepartments(tenant).map(({ id }) => id));

/** A department as its coordinator sees it, before deciding what becomes of it. */
export async function lookAtDepartment(env: Env, tenant: Tenant, id: string) {
  const db = directory(env);
  const letters = shard(env, tenant.shard);
  const [members, open, openLetters] = await Promise.all([
    store.membersIn(db, tenant.slug, id),
    inHand.openOf(letters, tenant.slug, id, '', lettersShown),
    inHand.openCount(letters, tenant.slug, id),
  ]);
  return { members, letters: open, openLetters };
}

/** More than these nobody chooses one by one. */
const lettersShown = 200;

/** All of a tenant's departments with what they were called before, and whose letters are still passing on. */
export async function historyOf(env: Env, slug: string) {
  const db = directory(env);
  const [tenant, former, passing] = await Promise.all([
    findTenant(db, { slug }),
    store.formerNames(db, slug),
    store.beingSucceeded(db, slug),
  ]);
  return { tenant: tenant!, former, passing };
}
