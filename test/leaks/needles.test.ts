import { describe, expect, test } from 'vitest';
import { lookalikesIn, searchFor } from './needles.ts';

const search = searchFor([
  { is: 'name', value: '欧阳鹤鸣' },
  { is: 'phone', value: '139 0000 7777' },
  { is: 'key', value: 'ABCD-1234-EFGH-5678-JKMN' },
]);

describe('the search for seeded data', () => {
  test.each([
    ['as it is', '…欧阳鹤鸣…', 'name'],
    ['in an address', `/s/x?q=${encodeURIComponent('欧阳鹤鸣')}`, 'name'],
    ['in JSON of ASCII', '"\\u6b27\\u9633\\u9e64\\u9e23"', 'name'],
    ['in HTML', '&#27431;&#38451;&#40548;&#40483;', 'name'],
    ['without its spaces', 'tel:13900007777', 'phone'],
    ['in lower case without hyphens', 'key=abcd1234efgh5678jkmn', 'key'],
    ['in hex', Buffer.from('欧阳鹤鸣').toString('hex'), 'name'],
    ['in base64', Buffer.from('{"name":"欧阳鹤鸣"}').toString('base64'), 'name'],
    ['in base64 of another alignment', Buffer.from('..欧阳鹤鸣.').toString('base64'), 'name'],
  ])('finds it %s', (_how, text, is) => {
    expect(search(text)).toEqual([expect.stringContaining(is)]);
  });

  test('finds nothing where there is nothing', () => {
    expect(search('欧阳先生,139****7777,ABCD-1234')).toEqual([]);
  });
});

describe('what looks like personal data', () => {
  test.each([
    'key 0123-4567-89AB-CDEF-GHJK',
    '电话13800001111,',
    '"11010519491231002X"',
    'phone=+8613912345678',
  ])('is found: %s', (text) => {
    expect(lookalikesIn(text)).toHaveLength(1);
  });

  test.each([
    ['a request id', '{"requestId":"3f2a1b4c-1234-4abc-8def-a13812345678"}'],
    ['a time', '"at":1772510400000'],
    ['a number with a wrong check digit', '110105194912310021'],
    ['a landline', '0724-1234567'],
    ['a letter’s number', 'JM-2026-000123'],
  ])('is not %s', (_what, text) => {
    expect(lookalikesIn(text)).toEqual([]);
  });
});
