import { expect, test } from 'vitest';
import type { CalendarView } from '../../contract/calendar.ts';
import { changedDays, countOf, daysOf, marksOf, put, range, spansOf, without } from './calendar-draft.ts';

const view: CalendarView = {
  ...{ year: 2026, knownUntil: '2026-12-31', announced: true, localDaysMax: 10, recounting: false },
  holidays: [
    { day: '2026-10-01', name: '国庆节', local: false },
    { day: '2026-10-02', name: '国庆节', local: false },
    { day: '2026-12-08', name: '市庆日', local: true },
  ],
  workdays: [{ day: '2026-10-10', local: false }],
};

test('of a place only its own days are changed, of the nation all', () => {
  expect(daysOf(view, true)).toEqual({ year: 2026, holidays: { '2026-12-08': '市庆日' }, workdays: [] });
  expect(countOf(daysOf(view, false))).toBe(4);
});

test('a span of days takes both ends, and none backwards or of more than a month', () => {
  expect(range('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  expect(range('2026-12-02', '2026-12-01')).toEqual([]);
  expect(range('2026-01-01', '2026-03-01')).toEqual([]);
});

test('a day is a holiday or worked, never both; only a weekend day becomes a working day', () => {
  const before = daysOf(view, true);
  const off = put(before, 'holiday', ['2026-12-12'], '市庆日');
  const worked = put(off, 'workday', ['2026-12-11', '2026-12-12'], '');
  expect(worked.workdays).toEqual(['2026-12-12']);
  expect(Object.keys(worked.holidays)).toEqual(['2026-12-08']);
  expect(changedDays(before, worked)).toEqual(['2026-12-12']);
});

test('a day that is removed again is no change', () => {
  const before = daysOf(view, true);
  const after = without(put(before, 'holiday', ['2026-12-09'], '市庆日'), ['2026-12-09']);
  expect(changedDays(before, after)).toEqual([]);
  expect(changedDays(before, put(before, 'holiday', ['2026-12-08'], '建市日'))).toEqual(['2026-12-08']);
});

test('each marked day says whose it is and what is being done to it; those in a row are one span', () => {
  const draft = put(
    without(daysOf(view, true), ['2026-12-08']),
    'holiday',
    ['2026-12-09', '2026-12-10'],
    '市庆日',
  );
  const marks = marksOf(view, draft, true);
  expect(marks.get('2026-12-08')).toEqual({ kind: 'holiday', name: '市庆日', local: true, change: 'gone' });
  expect(marks.get('2026-12-09')).toMatchObject({ local: true, change: 'new' });
  expect(marks.get('2026-10-10')).toEqual({ kind: 'workday', name: '', local: false, change: 'none' });
  expect(spansOf(marks).map(({ from, to }) => [from, to])).toEqual([
    ['2026-10-01', '2026-10-02'],
    ['2026-10-10', '2026-10-10'],
    ['2026-12-08', '2026-12-08'],
    ['2026-12-09', '2026-12-10'],
  ]);
});
