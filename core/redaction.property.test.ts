/** What holds for the masks of any text, and what a hostile one may cost. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import vectors from '../test/vectors/redaction.json' with { type: 'json' };
import { applyRedactions, proposeRedactions } from './redaction.rules.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Pieces of letters, cut anywhere, glued to one another and to what a keyboard has. */
const letters = vectors.texts.map(({ text }) => text.replace(/⟦\w+\||⟧/g, ''));
const spans = vectors.texts.flatMap(({ text }) =>
  [...text.matchAll(/⟦\w+\|([^⟧]+)⟧/g)].map(([, span]) => span!),
);
const cut = fc
  .tuple(fc.constantFrom(...letters), fc.nat(80), fc.nat(40))
  .map(([text, start, length]) => text.slice(start, start + length));
const glue = fc.constantFrom(
  ...[
    '',
    ' ',
    '，',
    '。',
    '\n',
    '-',
    '*',
    '**',
    '****',
    '：',
    '（',
    '1',
    '0724',
    '号',
    '路',
    '3栋',
    '镇',
    '村三组',
  ],
  ...['我叫', '本人', '电话', '身份证', '卡号', '男', '😀', 'X', '@', '.com'],
);
const piece = fc.oneof(fc.constantFrom(...spans), cut, glue, fc.string({ maxLength: 6, unit: 'grapheme' }));
const letter = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const whose = fc.boolean().map((writersText) => ({ writersText }));
/** The same ones every time: what is glued together here is stranger than any letter, and a rare oddity is nobody's flake. */
const always = (claim: (text: string, options: { writersText: boolean }) => void) =>
  fc.assert(fc.property(letter, whose, claim), { numRuns: 20_000, seed: 20_261_122 });

const mask = (text: string, options: { writersText: boolean }) =>
  applyRedactions(text, proposeRedactions(text, options));

test('masked text has nothing left to mask: twice is once', () => {
  always((text, options) => {
    const masked = mask(text, options);
    expect([masked, proposeRedactions(masked, options)]).toEqual([masked, []]);
  });
});

test('masks lie within the text, in order, apart, and change nothing outside of them', () => {
  always((text, options) => {
    let [rest, at] = [mask(text, options), 0];
    for (const { start, end, mask: shown } of proposeRedactions(text, options)) {
      expect([at <= start, start < end, end <= text.length]).toEqual([true, true, true]);
      const kept = text.slice(at, start) + shown;
      expect(rest.slice(0, kept.length)).toBe(kept);
      [rest, at] = [rest.slice(kept.length), end];
    }
    expect(rest).toBe(text.slice(at));
  });
});

test('a number that was found stands nowhere in the masked text', () => {
  const numbers = new Set(['id', 'mobile', 'card', 'landline']);
  always((text, options) => {
    const masked = mask(text, options);
    for (const { start, end, kind } of proposeRedactions(text, options)) {
      const number = text.slice(start, end);
      // A longer number that contains it is another number.
      const elsewhere = text.slice(0, start).includes(number) || text.slice(end).includes(number);
      if (numbers.has(kind) && !elsewhere) expect(masked).not.toContain(number);
    }
  });
});

describe('100 kB of a hostile text cost no more than their length', () => {
  test.each([
    ...[
      '1',
      '1 ',
      '1-',
      '4 ',
      '一',
      '13',
      '身份证1',
      'a',
      'a.',
      'a@',
      'a@a.',
      '@',
      '鄂H',
      '鄂H1',
      '0724 ',
      '电话2',
      '86',
    ],
    ...[
      '我叫',
      '我叫张',
      '我叫张三、',
      '本人',
      '·张',
      '张·',
      '\n',
      '\n张',
      '张 ',
      ' ',
      '*',
      '****',
      '1*',
      '张，男，',
      '(',
      '（',
    ],
    ...[
      '镇',
      '路1',
      '路1号',
      '街道一',
      '村一-',
      '6-',
      '1号',
      '3栋2单元',
      '一组',
      '里',
      '小区A座',
      '第附甲',
      '张三村1组',
    ],
  ])('%j', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const started = performance.now();
    proposeRedactions(text, { writersText: true });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
