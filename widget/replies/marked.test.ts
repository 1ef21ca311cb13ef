import { render } from 'lit';
import { expect, test } from 'vitest';
import { marked } from './marked.ts';

function htmlOf(text: string, marks?: [number, number][]): string {
  const root = document.createElement('div');
  render(marked(text, marks), root);
  return root.innerHTML.replaceAll(/<!--.*?-->/g, '');
}

test('what was found is set off, the rest is text', () => {
  expect(htmlOf('象山大道路灯坏了', [[4, 6]])).toBe('象山大道<mark>路灯</mark>坏了');
  expect(htmlOf('<b>路灯</b>', [[3, 5]])).toBe('&lt;b&gt;<mark>路灯</mark>&lt;/b&gt;');
  expect(htmlOf('路灯')).toBe('路灯');
});

test('marks that overlap, run backwards or leave the text are left out', () => {
  const text = '路灯路灯';
  expect(
    htmlOf(text, [
      [0, 2],
      [1, 3],
      [3, 3],
      [2, 9],
    ]),
  ).toBe('<mark>路灯</mark>路灯');
});
