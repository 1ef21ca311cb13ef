/**
 * A text as the reply check reads it: half width, lower case, without spaces inside of Chinese, each character with its
 * place in the source. What is written with other spaces or in full width says the same.
 */

/** UTF-16 offsets into the reply as it was given, and what stands there. */
export interface Mark {
  start: number;
  end: number;
  text: string;
}

export interface Plain {
  source: string;
  text: string;
  /** Where in the source each UTF-16 unit of the text stands. */
  at: Uint32Array;
}

export interface Span {
  start: number;
  end: number;
}

const SPACE = 0x20;
const LINE = 0x0a;

export function plainOf(source: string): Plain {
  const units = new Uint16Array(source.length);
  const at = new Uint32Array(source.length);
  let length = 0;
  let gap = 0;
  for (let from = 0; from < source.length; from++) {
    const unit = plainUnit(source.charCodeAt(from));
    if (unit === 0) continue;
    if (unit === SPACE || unit === LINE) {
      if (gap !== LINE) gap = unit;
      continue;
    }
    const inside = length > 0 && (gap === LINE || (!isWide(units[length - 1]!) && !isWide(unit)));
    if (gap !== 0 && inside) {
      at[length] = from - 1;
      units[length++] = gap;
    }
    gap = 0;
    at[length] = from;
    units[length++] = unit;
  }
  return { source, text: decode(units.subarray(0, length)), at: at.subarray(0, length) };
}

export function markOf({ source, at }: Plain, { start, end }: Span): Mark {
  const [from, to] = [at[start]!, at[end - 1]! + 1];
  return { start: from, end: to, text: source.slice(from, to) };
}

/** Pieces between commas, ends of sentences and lines; not inside of numbers: `1,140`, `8:30`, `5.6`. */
export function clausesOf(text: string): Span[] {
  return pieces(text, /[;!?。\n…]|[,:.](?!\d)/g);
}

export function sentencesOf(text: string): Span[] {
  return pieces(text, /[;!?。\n…]|\.(?![\d\p{L}])/gu);
}

function pieces(text: string, separator: RegExp): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(separator)) {
    if (index > start) found.push({ start, end: index });
    start = index + sign.length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** 0: takes no room. */
function plainUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return plainUnit(unit - 0xfee0);
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  if (unit === LINE || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return LINE;
  if ((unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff || unit === 0xad) return 0;
  const space = unit <= SPACE || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x3000;
  return space || unit === 0x202f || unit === 0x205f ? SPACE : unit;
}

/** Chinese, Japanese and Korean, with their signs: no spaces stand between their words. */
function isWide(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0xd7ff) || (unit >= 0xf900 && unit <= 0xfaff);
}

function decode(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += 4096)
    text += String.fromCharCode(...units.subarray(from, from + 4096));
  return text;
}
