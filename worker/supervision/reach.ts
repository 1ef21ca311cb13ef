/** How far a central admin sees: tenants under their jurisdictions' prefixes (GB/T 2260), and no other. */
import type { Staff } from '../http/context.ts';

/** The widest only: what a shorter prefix covers isn't asked for twice. */
export function prefixesOf({ memberships }: Staff): string[] {
  const prefixes = memberships.flatMap(({ role, jurisdiction }) =>
    role === 'central' && jurisdiction !== null ? [jurisdiction] : [],
  );
  return [...new Set(prefixes)].filter(
    (prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)),
  );
}

export const reaches = (staff: Staff, jurisdiction: string): boolean =>
  prefixesOf(staff).some((prefix) => jurisdiction.startsWith(prefix));
