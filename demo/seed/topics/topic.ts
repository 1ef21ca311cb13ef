import type { Kind, Outcome } from '../../../contract/vocabulary.ts';

/** An answer in the four parts that a reply must have (product.md §7, reply check). */
export interface Answer {
  outcome: Outcome;
  found: string;
  rule: string;
  done: string;
  next: string;
}

/**
 * Something people write about. Texts hold slots in braces, filled once per letter (fill.ts): `{estate}` a name from a list,
 * `{a:3-9}` a number, `{ago:5-20}` a day so long before the letter, `{seen}` a day between letter and reply, `{by}` a day to come.
 */
export interface Topic {
  department: string;
  kind: Kind;
  /** Fits only the letters of 2011, or only those of today. */
  when?: 'then' | 'now';
  titles: string[];
  bodies: string[];
  answers: Answer[];
}

export const answer = (
  outcome: Outcome,
  found: string,
  rule: string,
  done: string,
  next: string,
): Answer => ({
  outcome,
  found,
  rule,
  done,
  next,
});

/** The topics of one department. */
export const of = (department: string, ...topics: Omit<Topic, 'department'>[]): Topic[] =>
  topics.map((topic) => ({ department, ...topic }));
