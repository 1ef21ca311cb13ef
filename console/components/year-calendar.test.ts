import { render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import type { DayMark } from '../lib/calendar-draft.ts';
import { chooseLang } from '../words/index.ts';
import { gapText } from './gap-text.ts';
import { yearCalendar } from './year-calendar.ts';

afterEach(() => {
  render('', document.body);
  chooseLang('zh-CN');
});

const show = (marks: [string, Partial<DayMark>][], today = '2026-01-01') => {
  const mark: DayMark = { kind: 'holiday', name: '', local: false, change: 'none' };
  const whole = new Map(marks.map(([day, more]) => [day, { ...mark, ...more }] as const));
  render(yearCalendar(2026, whole, today), document.body);
};
const cell = (month: number, day: number) =>
  [...document.querySelectorAll<HTMLTableCellElement>(`.month:nth-of-type(${month}) td`)].find(
    (one) => Number.parseInt(one.textContent.trim(), 10) === day,
  )!;
const says = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

test('a year has twelve months, each with its own days and no others', () => {
  show([]);
  const lengths = [...document.querySelectorAll('.month')].map(
    (month) => [...month.querySelectorAll('td')].filter((one) => says(one) !== '').length,
  );
  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(cell(2, 1).cellIndex).toBe(6);
});

test('what a day is, stands in words for the eye and for the ear, not in its colour alone', () => {
  chooseLang('zh-CN');
  show([
    ['2026-10-01', { name: '国庆节' }],
    ['2026-10-10', { kind: 'workday' }],
    ['2026-12-08', { name: '市庆日', local: true, change: 'new' }],
  ]);
  expect(says(cell(10, 1))).toBe('1 放假 国庆节休');
  expect(says(cell(10, 10))).toBe('10 调休上班班');
  expect(says(cell(12, 8))).toBe('8 放假 市庆日 本地 要加休');
  expect(says(cell(1, 1))).toBe('1 今天');
});

test('gaps of a text are marked, and text stays text', () => {
  render(gapText('<b>【待填：日期】</b>'), document.body);
  expect(document.querySelector('mark')!.textContent).toBe('【待填：日期】');
  expect(document.querySelector('b')).toBeNull();
});
