/** How each kind of personal data looks, and its mask. The surer detector comes first: where two match, it wins. */
import { findAddresses } from './redaction.addresses.ts';
import { type Detector, every, type Mask } from './redaction.detector.ts';
import { findNames } from './redaction.names.ts';
import { cards, ids, landlines, mobiles } from './redaction.numbers.ts';

const EMAIL = '([\\w%+-])[\\w.%+-]{0,63} ?(?:@|[[(]at[\\])]) ?((?:[a-z0-9-]{1,63}[.。]){1,8}[a-z]{2,24})';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Five characters, or six with a letter at either end for new-energy cars (GA 36-2018); never I or O. */
const PLATE_BODY = '[A-HJK][A-HJ-NP-Z\\d]\\d{4}|\\d{5}[A-HJK]|[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d挂学警港澳领]';
const PLATE = `([${PROVINCES}]) ?([A-HJ-Z]) ?[·•.-]? ?(${PLATE_BODY})(?![A-Z\\d])`;

const plateMask: Mask = ([, province, letter, body]) =>
  /\d.*\d/.test(body!) ? `${province}${letter}·***${body!.slice(-2)}`.toUpperCase() : null;

export const detectors: readonly Detector[] = [
  {
    kind: 'email',
    find: every(EMAIL, ([, initial, host]) => `${initial}***@${host!.replaceAll('。', '.')}`, 'gi'),
  },
  ...ids,
  ...cards,
  ...mobiles,
  { kind: 'plate', find: every(PLATE, plateMask, 'gi') },
  ...landlines,
  { kind: 'name', find: findNames },
  { kind: 'address', find: findAddresses },
];
