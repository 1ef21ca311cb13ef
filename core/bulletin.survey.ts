/** What one tenant brings to a bulletin, letter by letter. Every count comes from the figures' own tally of that letter alone. */
import type { Colour, Kind } from '../contract/vocabulary.ts';
import type { Day } from './calendar.ts';
import type { Instant } from './events.ts';
import type { Facts } from './facts.ts';
import { emptyTally, mergeTally, tallyByDepartment, UNASSIGNED, type Tally } from './stats.rules.ts';

export interface SurveyedLetter {
  id: string;
  number: string;
  kind: Kind;
  /** Null: of a letter of another tenant, whose rules they are. */
  ruleVersion: number | null;
  facts: Facts;
}

/** A letter without any answer at the cut-off. */
export interface Unanswered {
  id: string;
  number: string;
  kind: Kind;
  /** Who held it, by id. */
  department: string;
  received: Instant;
  /** Its reply deadline had passed. */
  late: boolean;
}

export interface Survey {
  departments: Map<string, Tally>;
  kinds: Partial<Record<Kind, number>>;
  ruleVersions: Set<number>;
  unanswered: Unanswered[];
}

export const newSurvey = (): Survey => ({
  departments: new Map(),
  kinds: {},
  ruleVersions: new Set(),
  unanswered: [],
});

/** Adds one letter as it was known at the cut-off; one that hadn't been received by then adds nothing. */
export function surveyLetter(survey: Survey, letter: SurveyedLetter, asOf: Instant): void {
  const { id, number, kind, ruleVersion, facts } = letter;
  for (const [department, tally] of tallyByDepartment([facts], asOf)) {
    if (ruleVersion !== null) survey.ruleVersions.add(ruleVersion);
    survey.kinds[kind] = (survey.kinds[kind] ?? 0) + tally.received;
    if (tally.unanswered > 0)
      survey.unanswered.push({
        ...{ id, number, kind, department },
        received: facts.received * 1000,
        late: tally.overdue > 0,
      });
    const sum = survey.departments.get(department) ?? emptyTally();
    mergeTally(sum, tally);
    survey.departments.set(department, sum);
  }
}

/** How an unanswered letter stood: the highest colour it had, else whether it was late. */
export type Standing = Colour | 'late' | 'open';

export interface AnnexLetter {
  number: string;
  kind: Kind;
  department: string;
  received: Day;
  /** Calendar days from receipt to the cut-off. */
  days: number;
  standing: Standing;
}

/** Plain JSON, kept until the bulletin is frozen. */
export interface BulletinTenant {
  slug: string;
  name: string;
  jurisdiction: string;
  timeZone: string;
  cutOff: Instant;
  ruleVersions: number[];
  kinds: Partial<Record<Kind, number>>;
  /** Those that held letters or published notices, in the tenant's own order; letters nobody held come last. */
  departments: { id: string; name: string; tally: Tally; notices: number }[];
  letters: AnnexLetter[];
}

/** @param notices by department; '' where none is named */
export function departmentsOf(
  survey: Survey,
  named: readonly { id: string; name: string }[],
  notices: ReadonlyMap<string, number>,
): BulletinTenant['departments'] {
  const known = new Set(named.map(({ id }) => id));
  const ids = new Set([...survey.departments.keys(), ...[...notices.keys()].map((id) => id || UNASSIGNED)]);
  const former = [...ids].filter((id) => !known.has(id) && id !== UNASSIGNED).sort();
  const all = [
    ...named,
    ...former.map((id) => ({ id, name: id })),
    { id: UNASSIGNED, name: '未指定承办单位' },
  ];
  return all
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({
      ...{ id, name },
      tally: survey.departments.get(id) ?? emptyTally(),
      notices: notices.get(id === UNASSIGNED ? '' : id) ?? 0,
    }));
}
