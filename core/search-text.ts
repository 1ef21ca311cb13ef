/**
 * Text as the search index holds it. The index's tokenizer knows words by spaces, which Chinese has none of, so every
 * Chinese character stands alone and a query becomes a phrase of characters: two-character words are found.
 */
const han = /\p{Script=Han}/u;
const word = /[\p{L}\p{N}]/u;

/** `社保 2026` → `社 保 2026` */
export function splitForSearch(text: string): string {
  return tokens(text)
    .map(({ text: token }) => token)
    .join(' ');
}

interface Token {
  text: string;
  start: number;
  end: number;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let open: Token | null = null;
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    if (han.test(char)) {
      found.push({ text: char, start: at, end });
      open = null;
    } else if (!word.test(char)) open = null;
    else if (open) {
      open.text += char.toLowerCase();
      open.end = end;
    } else found.push((open = { text: char.toLowerCase(), start: at, end }));
    at = end;
  }
  return found;
}

/** The phrases of a query, each a list of tokens; all of them must be found. Empty where nothing can be searched for. */
export function phrasesOf(query: string): string[][] {
  return query
    .split(/\s+/u)
    .map((part) => tokens(part).map(({ text }) => text))
    .filter((phrase) => phrase.length > 0)
    .slice(0, 8);
}

/** Where the phrases stand in a text, as pairs of UTF-16 offsets, in order and without overlap. */
export function marksIn(text: string, phrases: readonly string[][]): [number, number][] {
  // Most readers search for nothing: their list needs no words taken apart.
  if (phrases.length === 0) return [];
  const words = tokens(text);
  const marks: [number, number][] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phrases.find((wanted) =>
      wanted.every((token, index) => words[at + index]?.text === token),
    );
    if (!phrase) at++;
    else {
      marks.push([words[at]!.start, words[at + phrase.length - 1]!.end]);
      at += phrase.length;
    }
  }
  return marks;
}
