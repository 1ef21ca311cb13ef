/** ID numbers, bank cards and telephones as people write them: in groups, with spaces, dots or dashes, in Chinese digits. */
import { type Detector, every, type Mask } from './redaction.detector.ts';

/** What stands between the digits of one number; a line's end is not among it. */
const GAP = '[ \\t\\u00a0\\u2002-\\u200d\\u3000_·•\\u2010-\\u2015\\u2212-]';
const COUNTRY = `\\(?(?:\\+|00)?86\\)?${GAP}{0,2}`;

const SPELLED = '零〇○一幺壹二贰三叁四肆五伍六陆七柒八捌九玖';
const SPELLED_DIGITS = '0001112233445566778899';
const DIGIT = `[\\d${SPELLED}]`;

const AREA = '(?<area>10|2\\d|[3-9]\\d\\d)';
/** Seven or eight digits, in one or in the groups in which they are said. */
const SAID = `[. ${GAP.slice(1)}`;
const SUBSCRIBER = `(?<number>[2-9]\\d{6,7}|[2-9]\\d{2,3}${SAID}\\d{4}|[2-9]\\d{3}${SAID}\\d{3}|[2-9]\\d\\d?(?:${SAID}\\d{2,3}){2,3})(?![\\d元年月日])`;
const EXTENSION = '(?:[ ,]{0,2}(?:转|分机|-|ext\\.?|#) {0,2}(?:分机)? ?\\d{1,5}(?!\\d))?';
/** Without an area code a number is a telephone after a word that says so, or after another one. */
const AFTER_PHONE =
  '(?<=(?:电话|座机|固话|热线|致电|[打拨]|传真|号码|联系方式|tel)(?:号码?)?[是为]?[ :,.(]{0,3}|(?:\\d{7,8}|\\*)[、/或和])';

const ID_WORD = /(?:身份证|身份号|证件|证号)[^\d\n*]{0,12}$/;
const CARD_WORD = /(?:卡号|银行卡|账号|帐号)[^\d\n*]{0,8}$/;

const before = ({ input, index }: RegExpExecArray) => input.slice(Math.max(0, index - 20), index);
const digitsOf = (match: string) => match.replace(/[^\dXx×]/g, '');

const idMask: Mask = (match) => {
  const id = digitsOf(match[0]).replace('×', 'X');
  const sure = hasIdCheckDigit(id) || ID_WORD.test(before(match));
  return sure && isProvince(id) && isDay(id.slice(6, 14)) ? `${id.slice(0, 6)}********${id.slice(-4)}` : null;
};

/** Issued until 1999, without a check digit. */
const oldIdMask: Mask = (match) => {
  const id = digitsOf(match[0]);
  const sure = ID_WORD.test(before(match)) && isProvince(id) && isDay(`19${id.slice(6, 12)}`);
  return sure ? `${id.slice(0, 6)}******${id.slice(-3)}` : null;
};

const cardMask: Mask = (match) => {
  const card = digitsOf(match[0]);
  const sure = hasLuhnDigit(card) || CARD_WORD.test(before(match));
  return sure ? `${card.slice(0, 4)}${'*'.repeat(card.length - 8)}${card.slice(-4)}` : null;
};

const mobileMask: Mask = ([, number]) => {
  const digits = [...number!].map(toDigit).join('');
  const isAmountAndDay = /^...\D(?:19|20)\d\d(\D)\d\d\1\d\d$/.test(number!);
  return isAmountAndDay ? null : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
};

const landlineMask: Mask = ({ groups }) => {
  const { area, number } = groups!;
  const digits = digitsOf(number!);
  if (digits.length < 7 || digits.length > 8) return null;
  if (area) return `0${area}-****${digits.slice(-3)}`;
  return isDay(digits) ? null : `****${digits.slice(-3)}`;
};

/** Eighteen digits with a check digit (GB 11643-1999), or fifteen. */
export const ids: readonly Detector[] = [
  { kind: 'id', find: every(`(?<!\\d)[1-9](?:${GAP}{0,2}\\d){16}${GAP}{0,2}[\\dXx×](?!\\d)`, idMask) },
  { kind: 'id', find: every(`(?<!\\d)[1-9]\\d{5}${GAP}?\\d{6}${GAP}?\\d{3}(?!\\d)`, oldIdMask) },
];

/** A longer one first: its first digits may be a card's too. */
export const cards: readonly Detector[] = [19, 18, 17, 16].map((length) => ({
  kind: 'card',
  find: every(`(?<!\\d)(?=4|5[0-8]|35|6[0289]|9[05])\\d(?:${GAP}{0,2}\\d){${length - 1}}(?!\\d)`, cardMask),
}));

/** (154) 6600-8217 */
const BRACKETED = `[()${GAP.slice(1)}`;
const MOBILES = [
  `\\(1[3-9]\\d\\)(?:${GAP}{0,3}\\d){8}`,
  `1[3-9]\\d(?:${BRACKETED}{0,3}\\d){8}`,
  `1${GAP}[3-9]${GAP}?\\d(?:${GAP}{0,3}\\d){8}`,
  '1[3-9]\\d([.,、/*])\\d{4}\\2\\d{4}',
].join('|');

export const mobiles: readonly Detector[] = [
  { kind: 'mobile', find: every(`(?<!\\d)(?:${COUNTRY}|0)?(${MOBILES})(?!\\d)`, mobileMask) },
  {
    kind: 'mobile',
    find: every(
      `(?<!${DIGIT})([1一幺壹] ?[3-9三叁四肆五伍六陆七柒八捌九玖](?: ?${DIGIT}){9})(?!${DIGIT})`,
      mobileMask,
    ),
  },
];

export const landlines: readonly Detector[] = [
  {
    kind: 'landline',
    find: every(
      `(?<!\\d)(?:${COUNTRY}\\(?0?|\\(?0)${AREA}\\)?(?:\\.|${GAP}{0,2})${SUBSCRIBER}${EXTENSION}`,
      landlineMask,
    ),
  },
  { kind: 'landline', find: every(`${AFTER_PHONE}${SUBSCRIBER}${EXTENSION}`, landlineMask, 'gi') },
];

/** GB 11643-1999: the last character makes the weighted sum ≡ 1 (mod 11). */
function hasIdCheckDigit(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === id.at(-1)!.toUpperCase();
}

/** ISO/IEC 7812-1 annex B. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** GB/T 2260, and 9 for foreigners with permanent residence. */
function isProvince(id: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/.test(id);
}

/** YYYYMMDD, roughly: a mistyped 31 April is a birthday all the same. */
function isDay(digits: string): boolean {
  return /^(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

function toDigit(char: string): string {
  const spelled = SPELLED.indexOf(char);
  return spelled >= 0 ? SPELLED_DIGITS[spelled]! : /\d/.test(char) ? char : '';
}
