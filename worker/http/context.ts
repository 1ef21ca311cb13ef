/** What middleware leaves for the handlers behind it. */
import type { Database } from '../platform/d1.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Env } from '../platform/env.ts';
import type { ListedOrder } from '../supervision/order.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

/** A signed-in person, or the bearer of a token. */
export interface Staff {
  id: string;
  name: string;
  email: string;
  memberships: Membership[];
  /** Until when, where a token speaks for the person; null for a session. */
  until: number | null;
}

export interface Membership {
  role: 'officer' | 'coordinator' | 'central';
  tenant: string | null;
  /** GB/T 2260 prefix a central admin answers for; '' is everywhere. */
  jurisdiction: string | null;
  /** An officer's, those of absent colleagues included. */
  departments: string[];
  /** Absent colleagues the officer is the deputy of today, with the departments that are not the officer's own. */
  standsInFor?: { id: string; departments: string[] }[];
}

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    tenant: Tenant;
    /** The shard that holds the tenant. */
    db: Database;
    /** The tenant that the address names other than by `{tenant}`. */
    slug?: string;
    /** Version and day of what a public answer is made of. */
    version: string;
    /** The answer came from the cache. */
    cached: boolean;
    staff: Staff;
    /** The role in which `staff` acts on `tenant`. */
    membership: Membership;
    /** Another tenant that holds the letter, where they see it as its member. */
    holder?: Tenant;
    /** The letter a writer's key opened, or a member may see. */
    letter: LetterRow;
    /** The order that the address names, which they may see. */
    order: ListedOrder;
  };
}
