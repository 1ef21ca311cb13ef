import type { Profile } from '../../contract/tenants.ts';
import type { Lang } from '../../contract/vocabulary.ts';

/** What a tenant's own script, `/embed/v1/{tenant}.js`, sets before it runs, so that everything shows after one round trip. */
interface Brought {
  lang: Lang;
  /** The answer of `GET /v1/tenants/{tenant}?lang={lang}`. */
  profile: Profile;
}

/** A page that has stood longer than this, in ms, asks the service. */
const YOUNG_MS = 600_000;

/** Undefined where the script brought nothing for this tenant, or long ago. */
export function broughtFor(tenant: string): Brought | undefined {
  const page = globalThis as { [key: symbol]: { profiles: Record<string, Brought | undefined> } | undefined };
  return performance.now() < YOUNG_MS ? page[Symbol.for('huixin')]?.profiles[tenant] : undefined;
}
