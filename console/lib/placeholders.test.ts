import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertAtCursor, selectGap, tabToGap } from './placeholders.ts';

let area: HTMLTextAreaElement;

beforeEach(() => {
  area = document.body.appendChild(document.createElement('textarea'));
  area.addEventListener('keydown', (event) => tabToGap(event, area));
});
afterEach(() => area.remove());

const selected = () => area.value.slice(area.selectionStart, area.selectionEnd);
const cursorTo = (at: number) => area.setSelectionRange(at, at);
/** @returns whether the browser goes on to the next field */
const tab = (shiftKey = false) =>
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, cancelable: true, bubbles: true }));

test('a text goes where the cursor stands, tells the form, and its first gap is selected', () => {
  let told = 0;
  area.addEventListener('input', () => told++);
  area.value = '您好。谢谢';
  cursorTo(3);
  insertAtCursor(area, '【待填：日期】办好，');
  expect(area.value).toBe('您好。【待填：日期】办好，谢谢');
  expect(selected()).toBe('【待填：日期】');
  expect(told).toBeGreaterThan(0);
});

test('what was typed stays, and a text of several lines begins on a line of its own', () => {
  area.value = '您好。';
  cursorTo(3);
  insertAtCursor(area, '第一行\n第二行');
  expect(area.value).toBe('您好。\n第一行\n第二行');
});

test('a gap that stood before the text is left alone', () => {
  area.value = '【待填：地点】';
  cursorTo(area.value.length);
  insertAtCursor(area, '已办结');
  expect(selected()).toBe('');
  expect(area.selectionStart).toBe(area.value.length);
});

test('Tab and Shift+Tab go from gap to gap, and out of the field behind the last and before the first', () => {
  area.value = '在【待填：地点】于【待填：日期】办结';
  cursorTo(0);
  expect(tab()).toBe(false);
  expect(selected()).toBe('【待填：地点】');
  expect(tab()).toBe(false);
  expect(selected()).toBe('【待填：日期】');
  expect(tab()).toBe(true);
  expect(tab(true)).toBe(false);
  expect(selected()).toBe('【待填：地点】');
  expect(tab(true)).toBe(true);
});

test('without a gap Tab is left to the browser', () => {
  area.value = '已办结';
  expect(tab()).toBe(true);
  selectGap(area, 0);
  expect(selected()).toBe('');
});
