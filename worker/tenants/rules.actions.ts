/** Changing a tenant's rules within the centre's bounds. A version is kept for good, and letters keep theirs. */
import type { BoundsView, RulesView, SetRules } from '../../contract/rules.ts';
import {
  defaultRules,
  faultsOfRules,
  type RuleBounds,
  type RuleFault,
  type Rules,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, commitTenant, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import * as store from './rules.store.ts';
import { toBounds, toRules } from './rules.view.ts';
import { insertAudit, type Tenant } from './tenant.store.ts';

/** @returns null where there is no such version */
export async function readRules(
  env: Env,
  tenant: Tenant,
  version = tenant.rules.version,
): Promise<RulesView | null> {
  const db = directory(env);
  const found = await store.findVersion(db, tenant.slug, version);
  if (!found) return null;
  const rules = { ...defaultRules, ...found.rules };
  return toRules({
    ...{ tenant, rules, since: found.createdAt, inForce: version === tenant.rules.version },
    bounds: await store.boundsFor(db, tenant.jurisdiction),
  });
}

type Changed =
  | { ok: true; version: number }
  | { ok: false; faults: RuleFault[] }
  | { ok: false; reason: 'unchanged' | 'changed_meanwhile' };

/** In force for letters received from now on. */
export async function changeRules(
  env: Env,
  tenant: Tenant,
  change: Omit<SetRules, 'tenant'>,
  actor: string,
): Promise<Changed> {
  const db = directory(env);
  const { rules } = tenant;
  const version = rules.version + 1;
  const wanted = merged(rules, change);
  const next: Rules = { ...wanted, version };
  if (JSON.stringify(wanted) === JSON.stringify(rules)) return { ok: false, reason: 'unchanged' };
  const faults = faultsOfRules(next, await store.boundsFor(db, tenant.jurisdiction));
  if (faults.length > 0) return { ok: false, faults };
  const at = now();
  const { slug } = tenant;
  const committed = await commitTenant(env, slug, [
    ...store.insertRules(db, slug, next, at),
    insertAudit(db, { at, userId: actor, tenant: slug, action: 'rules-changed', subject: String(version) }),
  ]);
  return committed.ok ? { ok: true, version } : { ok: false, reason: 'changed_meanwhile' };
}

/** In the order in which they stand, so that what is the same reads the same. */
function merged(rules: Rules, { replyDays, escalationDays, ...rest }: Omit<SetRules, 'tenant'>): Rules {
  return {
    ...rules,
    ...(defined(rest) as Partial<Rules>),
    replyDays: { ...rules.replyDays, ...defined(replyDays ?? {}) },
    escalationDays: { ...rules.escalationDays, ...defined(escalationDays ?? {}) },
  };
}

const defined = <T extends object>(some: T) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));

export async function readBounds(env: Env, jurisdiction: string): Promise<BoundsView> {
  const db = directory(env);
  const above = await store.boundsAbove(db, jurisdiction);
  const own = above.find((layer) => layer.jurisdiction === jurisdiction)?.bounds ?? {};
  return toBounds(jurisdiction, own, await store.boundsFor(db, jurisdiction));
}

/** What a tenant has set already holds until it sets it again. */
export async function changeBounds(
  env: Env,
  jurisdiction: string,
  bounds: Partial<RuleBounds>,
  actor: string,
): Promise<boolean> {
  const db = directory(env);
  const at = now();
  const above = await store.boundsAbove(db, jurisdiction);
  const version = (above.find((layer) => layer.jurisdiction === jurisdiction)?.version ?? 0) + 1;
  const committed = await commit(db, [
    store.insertBounds(db, { jurisdiction, version, bounds, createdAt: at, createdBy: actor }),
    insertAudit(db, { at, userId: actor, tenant: null, action: 'bounds-set', subject: jurisdiction }),
  ]);
  return committed.ok;
}
