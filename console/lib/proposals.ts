/**
 * What the detectors propose to mask in a text, and what became of each proposal in the text that is to be published. The
 * text may have been edited by hand, so a proposal's place in it is found by comparing the two.
 */
import { type Redaction, proposeRedactions } from '../../core/redaction.rules.ts';
import { type Stretch, stretchesOf } from './diff.ts';

export interface Proposal extends Redaction {
  /** As its writer wrote it. */
  original: string;
  /** Where it stands in the text to be published, UTF-16. */
  from: number;
  to: number;
  state: 'masked' | 'kept' | 'changed';
}

/** @param writersText false for a reply, which names its office's own telephone and address */
export function proposalsFor(original: string, released: string, writersText: boolean): Proposal[] {
  const stretches = stretchesOf(original, released);
  return proposeRedactions(original, { writersText }).map((found) => {
    const text = original.slice(found.start, found.end);
    const [from, to] = [placeOf(stretches, found.start, false), placeOf(stretches, found.end, true)];
    const now = released.slice(from, to);
    const state = now === found.mask ? 'masked' : now === text ? 'kept' : 'changed';
    return { ...found, original: text, from, to, state };
  });
}

/** The text with one proposal taken up, or its original words put back. */
export function settle(released: string, proposal: Proposal, masked: boolean): string {
  const { from, to, mask, original } = proposal;
  return released.slice(0, from) + (masked ? mask : original) + released.slice(to);
}

/** Where an edge of the original lies in the other text: the end of something lies behind what replaced it, a beginning before. */
function placeOf(stretches: readonly Stretch[], offset: number, end: boolean): number {
  let [before, after] = [0, 0];
  for (const [index, { kind, text }] of stretches.entries()) {
    const { length } = text;
    if (kind === 'new') {
      after += length;
      continue;
    }
    const within = end ? offset > before && offset <= before + length : offset < before + length;
    const next = stretches[index + 1];
    const replacement = kind === 'gone' && next?.kind === 'new' ? next.text.length : 0;
    if (within && kind === 'same') return after + offset - before;
    if (within) return end ? after + replacement : after;
    before += length;
    if (kind === 'same') after += length;
  }
  return after;
}
