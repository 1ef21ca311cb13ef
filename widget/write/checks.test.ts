import { describe, expect, test } from 'vitest';
import { clerkWords } from '../locales/clerk.ts';
import { faultsOf, letterOf } from './checks.ts';
import { emptyValues, type LetterValues } from './values.ts';

const words = clerkWords['zh-CN'];
const values = (more: Partial<LetterValues>): LetterValues => ({
  ...emptyValues(),
  title: '路灯坏了',
  body: '象山大道的路灯坏了半个月。',
  ...more,
});
const faults = (more: Partial<LetterValues>) => faultsOf(values(more), null, words);

describe('what is wrong with a letter', () => {
  test('nothing, where title and body are long enough', () => {
    expect(faults({})).toEqual({});
  });

  test('is counted in characters as people count them, without the space around', () => {
    expect(faults({ body: '  𠮷𠮷𠮷𠮷  ' }).body).toBe(words.bodyShort(6));
    expect(faults({ title: '👍' }).title).toBe(words.titleShort(1));
    expect(faults({ title: '长'.repeat(103) }).title).toBe(words.titleLong(3));
    expect(faults({ body: '长'.repeat(5001) }).body).toBe(words.bodyLong(1));
  });

  test('a phone number or an address that cannot be reached', () => {
    expect(faults({ phone: '12345' }).phone).toBe(words.phoneWrong);
    expect(faults({ phone: '+86 724-234 5678 转 8' })).toEqual({});
    expect(faults({ email: 'name@' }).email).toBe(words.emailWrong);
    expect(faults({ email: ' name@example.cn ' })).toEqual({});
  });
});

describe('the letter that travels', () => {
  test('leaves out what was not given', () => {
    expect(letterOf(values({}))).toEqual({
      kind: 'inquiry',
      title: '路灯坏了',
      body: '象山大道的路灯坏了半个月。',
      publish: false,
    });
  });

  test('names its files where there are any', () => {
    const uploads = [{ id: 'a'.repeat(25), key: 'k' }];
    expect(letterOf(values({}), uploads)).toMatchObject({ uploads });
    expect(letterOf(values({}), [])).not.toHaveProperty('uploads');
  });

  test('is the same for the same values, so that a repeated try is one', () => {
    const typed = values({ phone: ' 13912345678', body: '第一行\r\n第二行，还有几个字 ' });
    expect(JSON.stringify(letterOf(typed))).toBe(JSON.stringify(letterOf({ ...typed })));
    expect(letterOf(typed)).toMatchObject({
      body: '第一行\n第二行，还有几个字',
      contact: { phone: '13912345678' },
    });
  });
});
