/**
 * Whether a password is one that is tried first. Not a measure of strength: it takes away what everybody knows (common words,
 * runs of keys, one's own name) and asks whether something of one's own is left. How long it must be is a limit of the contract.
 */

/** Words of which common passwords are made. The longer ones first: what they hold must not be left over in pieces. */
const COMMON = [
  ...['administrator', 'woaizhongguo', 'iloveyou', 'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'woaini'],
  ...[
    '5201314',
    '1314520',
    'huixin',
    'welcome',
    'letmein',
    'monkey',
    'dragon',
    'master',
    'shadow',
    'sunshine',
  ],
  ...[
    'princess',
    'football',
    'baseball',
    'superman',
    'michael',
    'trustno1',
    'zhongguo',
    'beijing',
    'shanghai',
  ],
  ...[
    'changeme',
    'default',
    'secret',
    'system',
    'manager',
    'admin',
    'guest',
    'login',
    'hello',
    'test',
    'root',
  ],
  ...[
    '1qaz2wsx',
    '2wsx3edc',
    '1q2w3e4r',
    'q1w2e3r4',
    'a1b2c3d4',
    'mima',
    'user',
    'qwe',
    'asd',
    'zxc',
    'abc',
    '666',
    '888',
  ],
];

/** Keys in a row, in either direction. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const runMin = 3;

/** What is left must be this much, of this many different characters. */
const leftMin = 6;
const differentMin = 4;

/** @param own name and address of whom it is for */
export function isTooCommon(password: string, own: readonly string[] = []): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const parts = own
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2);
  const left = [...parts, ...COMMON].reduce((rest, word) => rest.replaceAll(word, ''), withoutRuns(text));
  return Array.from(left).length < leftMin || new Set(left).size < differentMin;
}

/** Without runs of neighbouring keys and without repetitions of one character. */
function withoutRuns(text: string): string {
  let left = '';
  let at = 0;
  while (at < text.length) {
    const length = Math.max(...RUNS.map((row) => runAt(text, at, row)), repeatedAt(text, at));
    if (length < runMin) left += text[at++];
    else at += length;
  }
  return left;
}

function runAt(text: string, at: number, row: string): number {
  const start = row.indexOf(text[at]!);
  if (start < 0) return 1;
  let length = 1;
  while (at + length < text.length && text[at + length] === row[start + length]) length++;
  return length;
}

function repeatedAt(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === text[at]) length++;
  return length;
}
