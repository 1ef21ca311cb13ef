import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPlaceholder, placeholdersIn } from './placeholders.ts';

const labels = (text: string) => placeholdersIn(text).map(({ label }) => label);

describe('placeholders', () => {
  it('are found with their names, in order', () => {
    expect(labels('您好，【待填：日期】前办好，请打【待填：电话】。')).toEqual(['日期', '电话']);
  });

  it('may use a half-width colon, have spaces, or no name', () => {
    expect(labels('【待填:日期】【 待填 】【待填：】【待填 ： 地点 】')).toEqual(['日期', '', '', '地点']);
  });

  it('count though their closing bracket was lost', () => {
    expect(labels('请于【待填：日期\n前来')).toEqual(['日期']);
    expect(labels('请于【待填')).toEqual(['']);
  });

  it('are nothing else that stands in brackets', () => {
    expect(labels('【国务院令第 591 号】待填写表格，【日期】，[待填：日期]')).toEqual([]);
  });

  it('lie where they say, and never overlap, in any text', () => {
    const piece = fc.constantFrom('【', '】', '待填', '：', ':', '日期', '\n', '𠮷', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of placeholdersIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^【\s*待填/u);
          last = end;
        }
        expect(hasPlaceholder(text)).toBe(/【\s*待填/u.test(text));
      }),
    );
  });
});
