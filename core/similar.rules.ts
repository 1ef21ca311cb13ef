/**
 * How alike letters are: pairs of Chinese characters and words of other scripts that both hold, without the phrases that fit any
 * letter. What is rare among the letters compared says more than what many hold, a street's name for instance; what stands in both
 * titles says more too. It finds letters worth a look, and decides nothing.
 */
import { withoutPhrases } from './reply-check.boilerplate.ts';
import { plainOf } from './reply-check.text.ts';

export interface Matter {
  title: string;
  body: string;
}

/** Below, two letters share no more than chance and a place's name. */
export const SIMILAR_MIN = 0.12;
const TITLE_WEIGHT = 2;
const PHRASES_MAX = 24;

/** From 0 to 1 for each of the others, in their order. */
export function likenesses(asked: Matter, others: readonly Matter[]): number[] {
  const all = [asked, ...others].map((matter) => ({
    terms: termsOf(matter),
    heading: termsIn(matter.title, 2),
  }));
  const held = new Map<string, number>();
  for (const { terms } of all) for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1);
  const says = (term: string) => Math.log1p(all.length / held.get(term)!);
  const weightOf = ({ terms, heading }: (typeof all)[number], shared: (term: string) => 0 | 1 | 2) => {
    let sum = 0;
    for (const term of terms) {
      const by = shared(term);
      if (by > 0) sum += says(term) * (by === 2 && heading.has(term) ? TITLE_WEIGHT : 1);
    }
    return sum;
  };
  const [ours, ...theirs] = all;
  const whole = (one: (typeof all)[number]) => weightOf(one, () => 2);
  const mine = whole(ours!);
  return theirs.map((other) => {
    const both = weightOf(ours!, (term) => (other.terms.has(term) ? (other.heading.has(term) ? 2 : 1) : 0));
    const scale = Math.sqrt(mine * whole(other));
    return scale > 0 ? Math.min(1, both / scale) : 0;
  });
}

/**
 * What a text index is asked for to find letters like one: any of these phrases, each a list of the index's tokens.
 * @param size Chinese characters to a phrase: three find few letters and the right ones, two find more
 */
export function phrasesLike({ title, body }: Matter, size: 2 | 3): string[][] {
  const inTitle = termsIn(title, size);
  const terms = inTitle.size > 0 ? inTitle : termsIn(body, size);
  return [...terms]
    .slice(0, PHRASES_MAX)
    .map((term) => (/\p{Script=Han}/u.test(term) ? Array.from(term) : [term]));
}

const termsOf = ({ title, body }: Matter): Set<string> => termsIn(`${title}\n${body}`, 2);

function termsIn(text: string, size: number): Set<string> {
  const rest = withoutPhrases(plainOf(text).text);
  const terms = new Set<string>();
  for (const [run] of rest.matchAll(/\p{Script=Han}{2,}/gu)) {
    const chars = Array.from(run);
    for (let at = 0; at + size <= chars.length; at++) terms.add(chars.slice(at, at + size).join(''));
  }
  for (const [word] of rest.matchAll(/[a-z\u00df-\u024f]{4,}/g)) terms.add(word);
  return terms;
}
