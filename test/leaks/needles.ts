/**
 * Looks for what must not be there: seeded personal data in whatever guise a program may have put it, and anything that looks
 * like an access key, a mobile number or an ID number. Pure, so that tests in workerd and in Node ask the same.
 */

export interface Needle {
  /** What it is, for the one who reads the failure. */
  is: string;
  value: string;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The middle of a text's base64, as it stands whatever comes before and after it. */
function base64Of(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  return [0, 1, 2].map((offset) => {
    const whole = base64(new Uint8Array([...[0, 0].slice(0, offset), ...bytes]));
    return whole.slice(offset === 0 ? 0 : 4, Math.floor((bytes.length + offset) / 3) * 4);
  });
}

const hexOf = (value: string): string =>
  Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Every way in which the value may be written down. All in lower case: so is what is searched. */
function guisesOf(value: string): string[] {
  const bare = value.replace(/[\s-]/g, '');
  const escaped = JSON.stringify(value).slice(1, -1);
  const ascii = Array.from(value, (char) =>
    char > '~' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char,
  ).join('');
  const entities = Array.from(value, (char) => (char > '~' ? `&#${char.codePointAt(0)};` : char)).join('');
  const guises = [
    value,
    bare,
    escaped,
    ascii,
    entities,
    encodeURIComponent(value),
    encodeURI(value),
    hexOf(value),
  ];
  return [...new Set(guises.map((guise) => guise.toLowerCase()))];
}

/** A search that is made ready once for many texts. @returns what was found, each with its surroundings */
export function searchFor(needles: readonly Needle[]): (text: string) => string[] {
  const ready = needles.map(({ is, value }) => ({ is, guises: guisesOf(value), coded: base64Of(value) }));
  return (text) => {
    const lower = text.toLowerCase();
    return ready.flatMap(({ is, guises, coded }) => {
      const guise = guises.find((one) => lower.includes(one));
      if (guise !== undefined) return [`${is}: …${around(text, lower.indexOf(guise), guise.length)}…`];
      const code = coded.find((one) => one.length >= 8 && text.includes(one));
      return code === undefined
        ? []
        : [`${is}, in base64: …${around(text, text.indexOf(code), code.length)}…`];
    });
  };
}

const around = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - 60), at + length + 20).replace(/\s+/g, ' ');

const accessKey = /(?<![\w-])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}(?![\w-])/gi;
const mobile = /(?<![\w-])(?:\+?86[ -]?)?1[3-9]\d{9}(?![\w-])/g;
const idNumber = /(?<![\w-])[1-9]\d{16}[\dXx](?![\w-])/g;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the last character checks the others. */
function isIdNumber(text: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** Whatever looks like an access key, a mobile number or an ID number, whoever's it may be. */
export function lookalikesIn(text: string): string[] {
  const found = (is: string, pattern: RegExp, fits: (match: string) => boolean = () => true) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => fits(match))
      .map(({ 0: match, index }) => `${is}: …${around(text, index, match.length)}…`);
  return [
    ...found('looks like an access key', accessKey),
    ...found('looks like a mobile number', mobile),
    ...found('looks like an ID number', idNumber, isIdNumber),
  ];
}
