/** A tenant's departments through mergers and splits: which take letters, who took over from whom, what they were called when. */
import type { Instant } from './events.ts';

/** What a department leaves behind when it is closed. */
export interface Lineage {
  id: string;
  closedAt: Instant | null;
  /** Of a closed one: the first took over its letters. */
  successors: readonly string[];
}

export const isClosed = ({ closedAt }: Pick<Lineage, 'closedAt'>): boolean => closedAt !== null;

/** Those that take letters: whoever chooses among departments chooses among these. */
export function openDepartments<D extends Pick<Lineage, 'closedAt'>>({
  departments,
}: {
  departments: readonly D[];
}): D[] {
  return departments.filter((one) => !isClosed(one));
}

/** Of each closed department the open one that has its letters now, through as many mergers as there were. */
export function successorsOf(departments: readonly Lineage[]): Record<string, string> {
  const closed = departments.filter(isClosed);
  return Object.fromEntries(
    closed.flatMap(({ id }) => {
      const heir = heirOf(id, departments);
      return heir === null ? [] : [[id, heir]];
    }),
  );
}

/** The open department that answers for this one: itself, or who took over. Null: nobody does. */
export function heirOf(id: string, departments: readonly Lineage[]): string | null {
  const known = new Map(departments.map((one) => [one.id, one]));
  let at = known.get(id);
  // A successor is open when it takes over, so there is no circle; the count guards against a record that says otherwise.
  for (let steps = 0; at && isClosed(at) && steps <= departments.length; steps++)
    at = known.get(at.successors[0] ?? '');
  return at && !isClosed(at) ? at.id : null;
}

/** These and the closed ones they took over from: what those answered is theirs to follow up. */
export function withPredecessors(ids: readonly string[], departments: readonly Lineage[]): string[] {
  const heirs = successorsOf(departments);
  const before = Object.keys(heirs).filter((id) => ids.includes(heirs[id]!));
  return [...new Set([...ids, ...before])];
}

/** @param former earlier names of one department; `until`: when it got the next */
export function nameAt(
  name: string,
  former: readonly { until: Instant; name: string }[],
  at: Instant,
): string {
  const later = former.filter(({ until }) => until > at).sort((one, other) => one.until - other.until);
  return later[0]?.name ?? name;
}
