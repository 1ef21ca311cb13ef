/**
 * **off-topic**: the reply takes up next to none of the letter's words. Compared are pairs of Chinese characters, single ones, and
 * words of other scripts, without the phrases that fit any letter; a word of the title weighs more, and a short reply needs no more
 * than its share. Pairs and not `Intl.Segmenter`: Node and workerd part the same sentences differently.
 * Nothing is said where there is too little to compare, or where letter and reply are written in different scripts.
 * Source: product.md §7 and §1 "avoid the facts".
 */
import { withoutPhrases } from './reply-check.boilerplate.ts';
import { substanceOf } from './reply-check.courtesy.ts';
import { type Plain, plainOf } from './reply-check.text.ts';

const OVERLAP_MIN = 0.085;
/** A letter of a page isn't taken up word for word. */
const TERMS_MAX = 40;
const TERMS_MIN = 3;
const TITLE_WEIGHT = 3;
/** Single characters meet by chance: they prove half as much as pairs. */
const CHAR_WEIGHT = 0.5;

export interface Topic {
  title: string;
  body: string;
}

export function isOffTopic(letter: Topic, reply: Plain): boolean {
  const overlap = topicOverlap(letter, reply);
  return overlap !== null && overlap < OVERLAP_MIN;
}

/** From 0 to 1; null where nothing can be said. */
export function topicOverlap({ title, body }: Topic, reply: Plain): number | null {
  const said = substanceOf(reply).map(({ start, end }) => reply.text.slice(start, end));
  const theirs = withoutPhrases(said.join('\n'));
  const heading = withoutPhrases(plainOf(title).text);
  const asked = `${heading}\n${withoutPhrases(plainOf(body).text)}`;
  const terms = termsOf(asked);
  if (terms.size < TERMS_MIN || differInScript(terms, reply.text)) return null;
  return Math.max(
    share(terms, termsOf(theirs), termsOf(heading), TITLE_WEIGHT),
    CHAR_WEIGHT * shareOfChars(asked, theirs, heading),
  );
}

/** How much of the smaller of two sets is in the other. */
function share(
  asked: ReadonlySet<string>,
  said: ReadonlySet<string>,
  heading: ReadonlySet<string>,
  titleWeight: number,
): number {
  const shared = [...asked].filter((term) => said.has(term));
  const inTitle = shared.filter((term) => heading.has(term)).length;
  const weight = shared.length + (titleWeight - 1) * inTitle;
  return Math.min(1, weight / Math.max(TERMS_MIN, Math.min(asked.size, said.size, TERMS_MAX)));
}

function termsOf(rest: string): Set<string> {
  const terms = new Set<string>();
  for (const [run] of rest.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) terms.add(run.slice(at, at + 2));
  for (const [word] of rest.matchAll(/[a-z\u00df-\u024f]{3,}/g)) terms.add(stemOf(word));
  return terms;
}

/** 税 for 交税 and 纳税: what pairs miss where words are put differently. One alone must stand in the title. */
function shareOfChars(asked: string, said: string, heading: string): number {
  const [ours, theirs, title] = [charsOf(asked), charsOf(said), charsOf(heading)];
  const shared = [...ours].filter((char) => theirs.has(char));
  return shared.length > 1 || shared.some((char) => title.has(char)) ? share(ours, theirs, title, 1) : 0;
}

function charsOf(rest: string): Set<string> {
  return new Set(rest.match(/\p{Script=Han}/gu));
}

/** lights, light: enough of English for what a title and a reply share. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, '');
}

function differInScript(asked: ReadonlySet<string>, reply: string): boolean {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  const han = [...asked].filter(isHan).length * 2 > asked.size;
  return han !== isHan(reply);
}
