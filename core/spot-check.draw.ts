/**
 * The draw of a spot check (抽查): letters in the order of SHA-256(seed ":" number), the first n. The list of letters stands before the
 * seed, a public value, is known to anybody; so nobody chooses, and everybody draws the same. docs/spot-checks.md has the recipe.
 */
import type { Facts } from './facts.ts';
import type { Instant } from './events.ts';

/** SHA-256 of a text's UTF-8, in hex. */
export type Digest = (text: string) => string;

/** What a public value must have left when only its letters and digits count. */
export const seedCharsMin = 4;

export interface Window {
  /** The reply was sent in [from, before) … */
  from: Instant;
  before: Instant;
  /** … as was known then: what happened later doesn't count. */
  known: Instant;
}

/** Whether a letter is drawn from: its latest final reply lies in the window, and it is neither spam nor withdrawn. */
export function isDrawnFrom(facts: Facts, { from, before, known }: Window): boolean {
  const instant = (seconds: number) => (facts.received + seconds) * 1000;
  const gone = [facts.spam, facts.withdrawn].some((at) => at !== undefined && instant(at) < known);
  const last = facts.replies?.findLast(([at]) => instant(at) < known);
  if (gone || !last) return false;
  const at = instant(last[0]);
  return at >= from && at < before;
}

/** By bytes, as `LC_ALL=C sort` does; numbers are ASCII. */
const byBytes = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The list as it is hashed: each number once, sorted by bytes, each ended by a line feed. */
export function populationText(numbers: readonly string[]): string {
  const sorted = [...new Set(numbers)].sort(byBytes);
  return sorted.map((number) => `${number}\n`).join('');
}

/**
 * How a public value is written mustn't matter, or whoever enters it could choose among spellings: full-width is half-width, and only
 * letters and digits count, in lower case.
 */
export function seedOf(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
}

/**
 * The sample in the order in which it is drawn. Drawing from the winners of parts gives the same as drawing from the whole.
 * @param size at most so many; all where there are fewer
 */
export function drawSample(seed: string, numbers: readonly string[], size: number, digest: Digest): string[] {
  return [...new Set(numbers)]
    .map((number) => [digest(`${seed}:${number}`), number] as const)
    .sort(([one], [other]) => byBytes(one, other))
    .slice(0, size)
    .map(([, number]) => number);
}
