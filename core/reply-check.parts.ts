/**
 * **parts-missing**: a final reply says what was found, by which rule, what was done, and the next step with a telephone
 * number; the sign names what it lacks. Of an inquiry nothing is to be found out: its answer is what was done. An interim
 * reply says why it takes longer, and is not asked. Source: product.md §7; municipal mailbox rules (①–④).
 */
import type { Kind } from '../contract/vocabulary.ts';
import { substanceOf } from './reply-check.courtesy.ts';
import {
  ANSWER,
  ASK_THERE,
  FACTS,
  GROUNDS,
  PHONE,
  PHRASE,
  PLANNED,
  RESULT,
  SLOGAN,
  TO_COME,
} from './reply-check.part-words.ts';
import type { Plain } from './reply-check.text.ts';
import { hasTime } from './reply-check.time.ts';

export const PARTS = ['facts', 'grounds', 'result', 'next'] as const;
export type Part = (typeof PARTS)[number];

export interface Told {
  facts: boolean;
  grounds: boolean;
  result: boolean;
}

/** What the reply tells, as far as its words show. */
export function toldIn(plain: Plain, kind: Kind): Told {
  const clauses = substanceOf(plain).map(({ start, end }) => plain.text.slice(start, end));
  const inquiry = kind === 'inquiry';
  return {
    facts: clauses.some(isFound),
    grounds: GROUNDS.test(plain.text),
    result: clauses.some((clause) => isDone(clause) || (inquiry && isAnswer(clause))),
  };
}

/** @param phone the reply's own field; @param kind of the letter */
export function missingParts(plain: Plain, told: Told, phone: string, kind: Kind): Part[] {
  const there: Record<Part, boolean> = {
    ...told,
    facts: told.facts || kind === 'inquiry',
    next: PHONE.test(plain.text) || /\d/.test(phone),
  };
  return PARTS.filter((part) => !there[part]);
}

function isFound(clause: string): boolean {
  const match = FACTS.exec(clause);
  return (
    match !== null && !SLOGAN.test(clause) && !PLANNED.test(clause.slice(0, match.index + match[0].length))
  );
}

function isDone(clause: string): boolean {
  if (PHRASE.test(clause)) return false;
  const coming = hasTime(clause) ? null : TO_COME.exec(clause);
  return RESULT.test(coming ? clause.slice(0, coming.index) : clause);
}

function isAnswer(clause: string): boolean {
  return ANSWER.test(clause) && !PHRASE.test(clause) && !ASK_THERE.test(clause);
}
