/**
 * The names (ISO 32000-1, 7.3.5) in a PDF's bytes, with `#xx` undone, and its `obj`, `stream` and `endstream` keywords. Every
 * byte is looked at, strings, comments and the contents of streams too: what a lenient reader may find, this finds.
 */
export interface PdfTokens {
  /** @param at where the name's solidus stands */
  name(name: string, at: number): void;
  /** @param end behind the keyword */
  keyword(word: 'obj' | 'stream' | 'endstream', end: number): void;
}

/** Names that matter are shorter. */
const nameCharsMax = 32;

const solidus = 0x2f;
/** White space, delimiters and the end of the file end a name. */
const endsName = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32, ...Array.from('()<>[]{}/%', (char) => char.charCodeAt(0))])
  endsName[code] = 1;

export function readTokens(bytes: Uint8Array, tokens: PdfTokens): void {
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at]!;
    if (code === solidus) {
      const end = endOfName(bytes, at + 1);
      tokens.name(nameIn(bytes, at + 1, end), at);
      at = end;
    } else {
      const word = code === 0x6f || code === 0x73 || code === 0x65 ? wordAt(bytes, at) : null;
      at += word ? word.length : 1;
      if (word) tokens.keyword(word, at);
    }
  }
}

function endOfName(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && !endsName[bytes[at]!]) at += 1;
  return at;
}

function nameIn(bytes: Uint8Array, start: number, end: number): string {
  let name = '';
  for (let at = start; at < end && name.length < nameCharsMax; at++) {
    const escaped = bytes[at] === 0x23 ? hexAt(bytes, at + 1) : -1;
    name += String.fromCharCode(escaped < 0 ? bytes[at]! : escaped);
    if (escaped >= 0) at += 2;
  }
  return name;
}

function hexAt(bytes: Uint8Array, at: number): number {
  const [high, low] = [digit(bytes[at]), digit(bytes[at + 1])];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function digit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const words = (['endstream', 'stream', 'obj'] as const).map(
  (word) => [word, Uint8Array.from(word, (char) => char.charCodeAt(0))] as const,
);

function wordAt(bytes: Uint8Array, at: number): 'obj' | 'stream' | 'endstream' | null {
  for (const [word, codes] of words)
    if (codes.every((code, index) => bytes[at + index] === code)) return word;
  return null;
}
