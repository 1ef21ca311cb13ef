/** What holds for the check of any text, and what it may cost. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkReply, fingerprintOf, REPLY_SIGNS, type Sign } from './reply-check.rules.ts';

vi.setConfig({ testTimeout: 60_000 });

const replies = readFileSync(new URL('../test/vectors/reply-check.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => (JSON.parse(line) as { reply: { body: string } }).reply.body);
const earlier = replies
  .slice(0, 50)
  .map((body, index) => ({ id: `${index}`, signature: fingerprintOf(body)!.signature }));
const text = { title: '文昌路积水', body: '一下雨文昌路就积水，半个月没人管。' };
const letter = { kind: 'complaint', transferred: false, text } as const;

const checkOf = (body: string): Sign[] =>
  checkReply({ reply: { body, type: 'final', phone: '0724-2990000', promised: false }, letter, earlier });

const cut = fc
  .tuple(fc.constantFrom(...replies), fc.nat(120), fc.nat(60))
  .map(([text, start, length]) => text.slice(start, start + length));
const glue = fc.constantFrom(
  ...[
    '',
    ' ',
    '　',
    '，',
    '。',
    '\n',
    '\r\n',
    '.',
    '尽快',
    '近期',
    '您反映的',
    '已转',
    '请您向',
    '《',
    '》',
    '😀',
  ],
  ...[
    '\u0000',
    '\ufeff',
    '\u200b',
    '\ud83d',
    '\udc00',
    'İ',
    '（',
    '１',
    'soon',
    ' please contact the ',
    '13912345678',
  ],
);
const anyText = fc
  .array(fc.oneof(cut, glue, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
const always = <T>(arbitrary: fc.Arbitrary<T>, claim: (value: T) => void, numRuns = 3000) =>
  fc.assert(fc.property(arbitrary, claim), { seed: 20_261_122, numRuns });

describe('of any text', () => {
  test('each sign comes once and in order, and its marks are what stands at their offsets', () => {
    always(anyText, (body) => {
      const signs = checkOf(body);
      const places = signs.map(({ sign }) => REPLY_SIGNS.indexOf(sign));
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      for (const { marks } of signs) {
        expect(marks.length).toBeGreaterThan(0);
        for (const mark of marks) {
          expect(mark.start).toBeLessThan(mark.end);
          expect(body.slice(mark.start, mark.end)).toBe(mark.text);
        }
        expect(marks.map(({ start }) => start)).toEqual(
          marks.map(({ start }) => start).sort((a, b) => a - b),
        );
      }
    });
  });

  test('the same text has the same signs', () => {
    always(anyText, (body) => void expect(checkOf(body)).toEqual(checkOf(body)), 300);
  });
});

/** Personal data has detectors of its own, which know where the gaps of a number may stand. */
const saying = (body: string) =>
  checkOf(body)
    .filter(({ sign }) => sign !== 'personal-data')
    .map((sign) => ({ ...sign, marks: sign.marks.length }));

describe('says the same of a reply', () => {
  test('in full width', () => {
    for (const body of replies) {
      const wide = body.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
      expect(saying(wide)).toEqual(saying(body));
    }
  });

  test('with spaces between its Chinese characters, around it, and with what takes no room', () => {
    const gap = fc.constantFrom(' ', '　', '\t', '\u00a0', '\u200b', '  ');
    always(
      fc.tuple(fc.constantFrom(...replies), gap, fc.nat(7)),
      ([body, space, nth]) => {
        let count = 0;
        const spaced = body.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () =>
          count++ % 8 === nth ? space : '',
        );
        expect(saying(`${space}${spaced}\n${space}`)).toEqual(saying(body));
      },
      1000,
    );
  });
});

describe('a reply of 10,000 characters costs no more than its length', () => {
  test.each([
    ...[
      '尽快',
      '近期',
      '近期将',
      '您反映的',
      '关于您',
      '转',
      '已转',
      '请您向',
      '请咨询',
      '经',
      '第一',
      '5月',
      '1',
      '您好，',
      '您好',
      '祝',
    ],
    ...[
      '，',
      '。',
      '\n',
      ' ',
      'a ',
      'soon ',
      'please ',
      'please contact the ',
      '0724-',
      '市',
      '如',
      'the ',
      '（',
      '《',
      '尊敬的',
      '由',
    ],
    ...[
      '联系人张三、',
      '来信',
      '13912345678',
      '3栋2单元',
      '张三您好',
      '按',
      '系',
      '因',
      '确',
      '\u200b',
      '！',
      'İ',
      '😀',
      '的规定',
      '依据',
    ],
  ])('%j', (unit) => {
    const body = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
    const started = performance.now();
    checkReply({
      reply: { body, type: 'final', phone: '', promised: false },
      letter: { ...letter, text: { ...text, body: body.slice(0, 5000) } },
      earlier,
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test('a reply of 2,000 characters is checked while somebody types', () => {
  const body = replies.join('\n').slice(0, 2000);
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now();
    checkReply({ reply: { body, type: 'final', phone: '', promised: false }, letter });
    return performance.now() - started;
  }).sort((one, other) => one - other);
  console.log(`reply check, 2,000 characters: median ${times[25]!.toFixed(1)} ms`);
  expect(times[25]).toBeLessThan(50);
});
