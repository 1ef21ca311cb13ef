/**
 * Personal data in a text that is to be published, and the masks proposed for it (product.md §9). An officer decides; what
 * looks like personal data but fails its check digit is left alone.
 */
import { type Detector, detectors, type RedactionKind } from './redaction.detectors.ts';

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

export function proposeRedactions(text: string, { writersText = false }: RedactionOptions = {}): Redaction[] {
  const plain = asciiWidth(text);
  const found: Redaction[] = [];
  for (const detector of detectors) {
    if (!writersText && (detector.kind === 'landline' || detector.kind === 'address')) continue;
    found.push(...detect(plain, detector).filter((one) => !found.some((other) => overlap(one, other))));
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

function detect(text: string, { kind, pattern, mask }: Detector): Redaction[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const masked = mask(match);
    if (masked === null) return [];
    const { hidden, shown } = masked;
    const start = match.index + match[0].indexOf(hidden);
    return [{ start, end: start + hidden.length, kind, mask: shown }];
  });
}

function overlap(one: Redaction, other: Redaction): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Full-width digits, letters and signs as ASCII, offset for offset, so that ０７２４ hides nothing. */
function asciiWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
