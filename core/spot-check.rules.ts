/**
 * What two reviewers of a spot check say of replies, and what follows: a score for each letter, and how far the two agree. Each judges
 * the four parts of product.md §7 alone; a letter that one of them can't judge is counted apart and in no mean.
 */
import type {
  Agreement,
  GivenScore,
  MarkCounts,
  SpotCheckResult,
  SpotCheckScore,
  SpotCheckState,
  SpotCheckTally,
} from '../contract/spot-checks.ts';
import type { Instant } from './events.ts';
import { PARTS, type Part } from './reply-check.parts.ts';
import type { Mark } from '../contract/vocabulary.ts';

export type SpotCheckRefusal =
  | 'spot_check_gathering'
  | 'spot_check_lapsed'
  | 'spot_check_empty'
  | 'value_not_known_yet'
  | 'already_drawn'
  | 'not_drawn'
  | 'not_a_reviewer'
  | 'scoring_over'
  | 'scoring_unfinished';

export interface SpotCheckFacts {
  frozenAt: Instant | null;
  population: number | null;
  drawAt: Instant;
  drawnAt: Instant | null;
  closedAt: Instant | null;
  /** How many letters are in the sample, and how many scores there are of both reviewers. */
  drawn: number;
  scores: number;
}

export function spotCheckState(check: SpotCheckFacts): SpotCheckState {
  if (check.closedAt !== null) return 'closed';
  if (check.drawnAt !== null) return check.scores >= 2 * check.drawn ? 'scored' : 'scoring';
  if (check.frozenAt === null) return 'gathering';
  if (check.population === 0) return 'empty';
  // Whoever could still change the list when the value was known could have chosen.
  return check.frozenAt >= check.drawAt ? 'lapsed' : 'frozen';
}

/** Null: it may. */
export function mayDraw(check: SpotCheckFacts, now: Instant): SpotCheckRefusal | null {
  switch (spotCheckState(check)) {
    case 'gathering':
      return 'spot_check_gathering';
    case 'empty':
      return 'spot_check_empty';
    case 'lapsed':
      return 'spot_check_lapsed';
    case 'frozen':
      return now < check.drawAt ? 'value_not_known_yet' : null;
    default:
      return 'already_drawn';
  }
}

/** A score may be mended until both reviewers are done: then each learns what the other said, and both stand. */
export function mayScore(check: SpotCheckFacts): SpotCheckRefusal | null {
  if (check.drawnAt === null) return 'not_drawn';
  return spotCheckState(check) === 'scoring' ? null : 'scoring_over';
}

export function mayClose(check: SpotCheckFacts): SpotCheckRefusal | null {
  const state = spotCheckState(check);
  if (state === 'closed') return 'scoring_over';
  return state === 'scored' ? null : 'scoring_unfinished';
}

const POINTS: Record<Mark, number> = { yes: 25, partly: 12.5, no: 0 };

/** What a reviewer said with its score: each part 25, partly half of that. */
export function withScore(said: SpotCheckScore): GivenScore {
  if ('unfit' in said) return said;
  const score = PARTS.reduce((sum, part) => sum + POINTS[said.parts[part].mark], 0);
  return { parts: said.parts, score };
}

/** One letter of the sample as both reviewers judged it. */
export interface JudgedLetter {
  tenant: string;
  scores: readonly [GivenScore, GivenScore];
}

const isFit = (score: GivenScore): score is Extract<GivenScore, { score: number }> => 'score' in score;

export function tallyOf(letters: readonly JudgedLetter[]): SpotCheckTally {
  const judged = letters.filter(({ scores }) => scores.every(isFit)).map(({ scores }) => scores);
  const marks = judged.flat().filter(isFit);
  const none = (): MarkCounts => ({ yes: 0, partly: 0, no: 0 });
  const parts = { facts: none(), grounds: none(), result: none(), next: none() };
  for (const { parts: given } of marks) for (const part of PARTS) parts[part][given[part].mark] += 1;
  const sum = marks.reduce((total, { score }) => total + score, 0);
  return {
    letters: letters.length,
    judged: judged.length,
    unfit: letters.length - judged.length,
    score: marks.length === 0 ? null : sum / marks.length,
    parts,
  };
}

/**
 * How far two judges agree beyond chance: kappa = (po − pe) ÷ (1 − pe), where po is the share of equal marks and pe the share that
 * chance would give with each one's own frequencies. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function agreementOf(pairs: readonly (readonly [Mark, Mark])[]): Agreement {
  const compared = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length;
  if (compared === 0) return { compared, agreed, rate: null, kappa: null };
  const count = (judge: 0 | 1, mark: Mark) => pairs.filter((pair) => pair[judge] === mark).length;
  // In whole numbers, so that "always" is exact.
  const chance = (Object.keys(POINTS) as Mark[]).reduce(
    (sum, mark) => sum + count(0, mark) * count(1, mark),
    0,
  );
  const all = compared * compared;
  const kappa = chance === all ? null : (agreed * compared - chance) / (all - chance);
  return { compared, agreed, rate: agreed / compared, kappa };
}

/** @param tenants names by slug, in their order; those without a letter in the sample are left out */
export function spotCheckResult(
  letters: readonly JudgedLetter[],
  tenants: ReadonlyMap<string, string>,
): SpotCheckResult {
  const pairsOf = (part: Part) =>
    letters.flatMap(({ scores: [one, other] }) =>
      isFit(one) && isFit(other) ? [[one.parts[part].mark, other.parts[part].mark] as const] : [],
    );
  const own = Map.groupBy(letters, ({ tenant }) => tenant);
  return {
    total: tallyOf(letters),
    tenants: [...tenants].flatMap(([slug, name]) => {
      const mine = own.get(slug);
      return mine ? [{ slug, name, ...tallyOf(mine) }] : [];
    }),
    agreement: {
      all: agreementOf(PARTS.flatMap(pairsOf)),
      parts: {
        facts: agreementOf(pairsOf('facts')),
        grounds: agreementOf(pairsOf('grounds')),
        result: agreementOf(pairsOf('result')),
        next: agreementOf(pairsOf('next')),
      },
    },
  };
}
