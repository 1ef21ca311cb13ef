/**
 * Personal data in a text that is to be published, and the masks proposed for it (product.md §9). An officer decides; what
 * looks like personal data but fails its check digit is left alone, unless the word before it says what it is.
 */
import type { RedactionKind } from './redaction.detector.ts';
import { detectors } from './redaction.detectors.ts';
import { findMasks } from './redaction.masks.ts';

export type { RedactionKind };

/** UTF-16 offsets into the text, in order, without overlap. */
export interface Redaction {
  start: number;
  end: number;
  kind: RedactionKind;
  mask: string;
}

export interface RedactionOptions {
  /** Landlines and addresses too: off for a reply, which names its office's own. */
  writersText?: boolean;
}

/** What one detector takes may bare what another one looks for, but not again and again. */
const PASSES_MAX = 5;

/** Takes time in proportion to the text's length, whatever is in it. */
export function proposeRedactions(text: string, { writersText = false }: RedactionOptions = {}): Redaction[] {
  const asked = detectors.filter(({ kind }) => writersText || (kind !== 'landline' && kind !== 'address'));
  const plain = asciiWidth(text);
  // What was found is blank to the detectors after it: the surer one wins, and no mask is read as something else.
  let rest = blank(plain, findMasks(plain));
  const found: Redaction[] = [];
  for (let pass = 0, known = -1; pass < PASSES_MAX && known < found.length; pass++) {
    known = found.length;
    for (const { kind, find } of asked) {
      const here = find(rest).map(({ start, end, mask }) => ({ start, end, kind, mask }));
      rest = blank(rest, here);
      found.push(...here);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

export function applyRedactions(text: string, redactions: readonly Redaction[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, mask } of [...redactions].sort((one, other) => one.start - other.start)) {
    if (start < at) throw new RangeError(`redactions overlap at ${start}`);
    result += text.slice(at, start) + mask;
    at = end;
  }
  return result + text.slice(at);
}

function blank(text: string, spans: readonly Pick<Redaction, 'start' | 'end'>[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + '*'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

/** Full-width digits, letters and signs as ASCII, offset for offset, so that ０７２４ hides nothing. */
function asciiWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
