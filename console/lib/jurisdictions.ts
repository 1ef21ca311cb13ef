/** The hierarchy of GB/T 2260 as the tenants show it: 42 ⊃ 4208 ⊃ 420822. Codes of six digits end in zeros where they name the whole. */

interface Placed {
  name: string;
  jurisdiction: string;
}

/** `420800` → `4208`, `420000` → `42`: the prefix of everything below. */
export function prefixOf(jurisdiction: string): string {
  return jurisdiction.replace(/(00)+$/, '');
}

/** Where it stands: itself and what lies above it, widest first. `420822` → `42`, `4208`, `420822`. */
export function levelsOf(jurisdiction: string): string[] {
  const prefix = prefixOf(jurisdiction);
  return [2, 4, 6].filter((length) => length <= prefix.length).map((length) => prefix.slice(0, length));
}

/** By which tenant a jurisdiction is known: the one that stands for the whole of it. */
export function nameOf(prefix: string, tenants: readonly Placed[]): string | null {
  return tenants.find(({ jurisdiction }) => prefixOf(jurisdiction) === prefix)?.name ?? null;
}

export interface Scope {
  prefix: string;
  tenants: number;
}

/** Jurisdictions that somebody who answers for these may choose: their own, and those below that have tenants. Widest first. */
export function scopesUnder(own: readonly string[], tenants: readonly Placed[]): Scope[] {
  const found = new Set(own);
  for (const { jurisdiction } of tenants)
    for (const prefix of levelsOf(jurisdiction))
      if (own.some((one) => prefix.startsWith(one))) found.add(prefix);
  return [...found]
    .sort((one, other) => (one < other ? -1 : 1))
    .map((prefix) => ({
      prefix,
      tenants: tenants.filter(({ jurisdiction }) => jurisdiction.startsWith(prefix)).length,
    }))
    .filter(({ prefix, tenants: count }) => count > 0 || own.includes(prefix));
}

export interface Branch<T> {
  prefix: string;
  /** Those that stand for the whole of it, or have its code. */
  tenants: T[];
  below: Branch<T>[];
}

/** The tenants where they stand; levels between them that no tenant stands for are there all the same. */
export function treeOf<T extends Placed>(tenants: readonly T[]): Branch<T>[] {
  const roots: Branch<T>[] = [];
  for (const tenant of tenants) {
    let level = roots;
    let here: Branch<T> | undefined;
    for (const prefix of levelsOf(tenant.jurisdiction)) {
      here = level.find((branch) => branch.prefix === prefix);
      if (!here) level.push((here = { prefix, tenants: [], below: [] }));
      level = here.below;
    }
    here?.tenants.push(tenant);
  }
  return inOrder(roots);
}

function inOrder<T>(branches: Branch<T>[]): Branch<T>[] {
  for (const { below } of branches) inOrder(below);
  return branches.sort((one, other) => (one.prefix < other.prefix ? -1 : 1));
}

/** All of them, at every level. */
export function tenantsIn<T>({ tenants, below }: Branch<T>): T[] {
  return [...tenants, ...below.flatMap(tenantsIn)];
}
