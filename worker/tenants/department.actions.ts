/** Adding and renaming a tenant's departments. An id is for good: letters, members and orders go by it. */
import { openDepartments } from '../../core/index.ts';
import { commitTenant, directory } from '../platform/d1.ts';
import { now } from '../platform/clock.ts';
import type { Env } from '../platform/env.ts';
import * as store from './department.store.ts';
import { insertAudit, type Tenant } from './tenant.store.ts';

/** As many as a tenant may be created with, those that were closed not counted. */
export const departmentsMax = 200;

type Done<T> = ({ ok: true } & T) | { ok: false; reason: 'name_taken' | 'too_many_departments' };

export async function addDepartment(
  env: Env,
  tenant: Tenant,
  name: string,
  actor: string,
): Promise<Done<{ id: string }>> {
  if (openDepartments(tenant).length >= departmentsMax) return { ok: false, reason: 'too_many_departments' };
  const db = directory(env);
  const at = now();
  const committed = await commitTenant(env, tenant.slug, [
    store.addDepartment(db, tenant.slug, name, at),
    insertAudit(db, { at, userId: actor, tenant: tenant.slug, action: 'department-added', subject: name }),
  ]);
  if (!committed.ok) return { ok: false, reason: 'name_taken' };
  const [[added]] = committed.results as [[{ id: string }]];
  return { ok: true, id: added.id };
}

export async function renameDepartment(
  env: Env,
  tenant: Tenant,
  id: string,
  name: string,
  actor: string,
): Promise<Done<object>> {
  const db = directory(env);
  const at = now();
  const committed = await commitTenant(env, tenant.slug, [
    ...store.renameDepartment(db, tenant.slug, id, name, at),
    insertAudit(db, { at, userId: actor, tenant: tenant.slug, action: 'department-renamed', subject: id }),
  ]);
  return committed.ok ? { ok: true } : { ok: false, reason: 'name_taken' };
}
