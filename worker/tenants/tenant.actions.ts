/** Creating a tenant and saying which sites may embed it. */
import type { CreateTenant } from '../../contract/tenants.ts';
import { defaultRules } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { newDataKey, seal } from '../platform/crypto.ts';
import { commit, directory, shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import * as store from './tenant.store.ts';

/** The shard with the fewest tenants: a tenant stays where it is put. */
async function pickShard(env: Env): Promise<number> {
  const loads = await store.shardLoads(directory(env));
  const [first, ...rest] = shardsOf(env);
  if (first === undefined) throw new Error('no LETTERS_<n> database is bound');
  return rest.reduce(
    (best, shard) => ((loads.get(shard) ?? 0) < (loads.get(best) ?? 0) ? shard : best),
    first,
  );
}

const prefixOf = (slug: string): string => slug.replaceAll('-', '').slice(0, 8).toUpperCase().padEnd(2, 'X');

/** @returns false where the slug, the prefix or a department's name is taken. */
export async function createTenant(env: Env, input: CreateTenant, actor: string): Promise<boolean> {
  const db = directory(env);
  const at = now();
  const tenant = {
    slug: input.slug,
    name: input.name,
    jurisdiction: input.jurisdiction,
    prefix: input.prefix ?? prefixOf(input.slug),
    shard: await pickShard(env),
    timeZone: input.timeZone,
    locale: input.locale,
    phone: input.phone || null,
    contactRequired: false,
    dataKey: await seal(env.MASTER_KEY, `tenant:${input.slug}`, newDataKey()),
    rules: defaultRules,
  };
  const committed = await commit(db, [
    ...store.insertTenant(db, tenant, at),
    ...input.departments.map((name, position) =>
      store.insertDepartment(db, input.slug, position, {
        id: `d${String(position + 1).padStart(2, '0')}`,
        name,
      }),
    ),
    store.insertAudit(db, {
      at,
      userId: actor,
      tenant: input.slug,
      action: 'tenant-created',
      subject: input.slug,
    }),
  ]);
  return committed.ok;
}

export async function allowOrigin(env: Env, tenant: string, origin: string, actor: string): Promise<void> {
  const db = directory(env);
  const at = now();
  await commit(db, [
    store.insertOrigin(db, tenant, origin, at),
    store.insertAudit(db, { at, userId: actor, tenant, action: 'origin-allowed', subject: origin }),
  ]);
}

const day = 86_400_000;

export async function noteSeen(env: Env, tenant: string, origin: string, version: string): Promise<void> {
  const db = directory(env);
  const at = now();
  await commit(db, [store.updateSeen(db, { tenant, origin, version, at, before: at - day })]);
}

/**
 * The demo may be sown where there is no tenant yet, or where sowing it was interrupted; never among real letters.
 * @returns whether it may
 */
export async function beginSeeding(env: Env): Promise<boolean> {
  const db = directory(env);
  if ((await store.readMeta(db, 'seeding')) !== null) return true;
  if (await store.hasTenants(db)) return false;
  await commit(db, [store.writeMeta(db, 'seeding', String(now()))]);
  return true;
}

/** The demo is complete: `/healthz` says so from now on. */
export async function markSeeded(env: Env): Promise<void> {
  const db = directory(env);
  await commit(db, [store.writeMeta(db, 'seeded', String(now()))]);
}
