/** How each kind of personal data looks, and its mask. The surer detector comes first: where two match, it wins. */

export type RedactionKind = 'id' | 'mobile' | 'card' | 'email' | 'plate' | 'landline' | 'name' | 'address';

export interface Detector {
  kind: RedactionKind;
  pattern: RegExp;
  /** What of the match is hidden and what is shown instead; null: not personal data after all. */
  mask(match: RegExpExecArray): { hidden: string; shown: string } | null;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

/** The hundred most frequent surnames, some 85 % of all people, and the frequent double ones. */
const SURNAMES =
  '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|' +
  [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆',
    ...'汪范金石廖贾夏韦傅付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐乔',
  ].join('|');

/** What follows a name in a sentence, where no punctuation does. */
const AFTER_NAME = '(?=$|[^\\p{Script=Han}]|是|系|住|家住|现住|现年|今年|来自|电话|手机)';

/** `12号`, `3栋`, `2单元`, `501室`; a number with no such word behind it may be a bus line. */
const HOUSE_NUMBER =
  '(?:[\\dA-Za-z一二三四五六七八九十-]{1,6} ?(?:号楼|号院|号|栋|幢|座|弄|组|单元|楼|层|室|户))';

export const detectors: readonly Detector[] = [
  {
    kind: 'id',
    pattern: /(?<!\d)\d{6} ?\d{8} ?\d{3}[\dXx](?!\d)/g,
    mask: ([id]) => {
      const digits = id.replaceAll(' ', '');
      return hasIdCheckDigit(digits)
        ? { hidden: id, shown: `${digits.slice(0, 6)}********${digits.slice(-4)}` }
        : null;
    },
  },
  {
    kind: 'mobile',
    pattern: /(?<![\d])(?:\+?86[- ]?)?(1[3-9]\d)([- ]?)\d{4}\2(\d{4})(?!\d)/g,
    mask: ([number, head, , tail]) => ({ hidden: number, shown: `${head}****${tail}` }),
  },
  {
    kind: 'card',
    pattern: /(?<!\d)[3-69](?:[ -]?\d){15,18}(?!\d)/g,
    mask: ([card]) => {
      const digits = card.replace(/[ -]/g, '');
      const stars = '*'.repeat(digits.length - 8);
      return hasLuhnDigit(digits)
        ? { hidden: card, shown: `${digits.slice(0, 4)}${stars}${digits.slice(-4)}` }
        : null;
    },
  },
  {
    kind: 'email',
    pattern: /([\w.%+-])[\w.%+-]{0,63}@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})/g,
    mask: ([address, initial, host]) => ({ hidden: address, shown: `${initial}***@${host}` }),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `([${PROVINCES}][A-HJ-Z])[·•. -]?(?=[A-Z]{0,5}\\d)[A-HJ-NP-Z\\d]{3,4}([A-HJ-NP-Z\\d]{1,2}[A-HJ-NP-Z\\d挂学警港澳])(?![A-Za-z\\d])`,
      'g',
    ),
    mask: ([plate, head, tail]) => ({ hidden: plate, shown: `${head}·***${tail!.slice(-2)}` }),
  },
  {
    kind: 'landline',
    pattern: /(?<!\d)(0\d{2,3})([- ]?)\d{4,5}(\d{3})(?!\d)/g,
    mask: ([number, area, dash, tail]) => ({ hidden: number, shown: `${area}${dash}****${tail}` }),
  },
  {
    // A house, a stairwell, a flat: whatever follows a township, or else a road or an estate, down to its last number.
    kind: 'address',
    pattern: new RegExp(
      `(?:(?<=(?:街道|镇|乡))\\p{Script=Han}{2,12}?|(?<=[路街道巷弄里园苑村庄湾城庭府寓院区]) ?)${HOUSE_NUMBER}+`,
      'gu',
    ),
    mask: ([place]) => ({ hidden: place, shown: '***' }),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|姓名[是为:]?|联系人[是为:]?|本人)[ ]?((${SURNAMES})(?:\\p{Script=Han}{1,2}?)${AFTER_NAME})`,
      'gu',
    ),
    mask: ([, name, surname]) => ({ hidden: name!, shown: `${surname}**` }),
  },
];

/** GB 11643-1999: the last character makes the weighted sum ≡ 1 (mod 11). */
export function hasIdCheckDigit(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === id.at(-1)!.toUpperCase();
}

/** ISO/IEC 7812-1 annex B. */
export function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
