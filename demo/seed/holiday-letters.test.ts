import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importLetter } from '../../contract/imports.ts';
import { chinaCalendar } from '../../core/china-calendar.ts';
import { acceptDue, replyDue } from '../../test/vectors/recount.ts';
import { DAYS, dueDay } from '../../test/vectors/workdays-2026.ts';
import { holidayExpected, holidayRows } from '../../test/vectors/holiday-letters.ts';

describe('the hand-written table of working days', () => {
  it('has no gap and agrees with the national calendar day by day', () => {
    expect(DAYS).toHaveLength(44 * 7);
    for (const [at, [day, works]] of DAYS.entries()) {
      expect(day).toBe(new Date(Date.UTC(2026, 0, 26 + at)).toISOString().slice(0, 10));
      expect([day, works]).toEqual([day, chinaCalendar.isWorkday(day)]);
    }
  });

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 15, '2026-03-12'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-06-18', 1, '2026-06-22'],
  ])('gives the due day of the specification for %s and %d', (day, days, due) => {
    expect(dueDay(day, days)).toBe(due);
  });
});

describe('letters around the holidays of 2026', () => {
  it('are 300 or more rows that the service takes', () => {
    expect(holidayRows.length).toBeGreaterThanOrEqual(300);
    for (const row of holidayRows) expect(importLetter.safeParse(row).error).toBeUndefined();
    expect(new Set(holidayRows.map(({ external_id }) => external_id)).size).toBe(holidayRows.length);
  });

  it('have every event of theirs within a second of its deadline', () => {
    const off = (time: string | undefined, day: string) =>
      time === undefined ? 0 : (Date.parse(time) - Date.parse(`${day}T00:00:00+08:00`) - 86_400_000) / 1000;
    for (const row of holidayRows) {
      expect(Math.abs(off(row.accepted_at, acceptDue(row)))).toBeLessThanOrEqual(1);
      expect(Math.abs(off(row.replied_at, replyDue(row)))).toBeLessThanOrEqual(1);
      expect(Math.abs(off(row.interim_at, replyDue(row)))).toBeLessThanOrEqual(1);
    }
  });

  it('are those of the file in test/vectors', () => {
    const file = (name: string) =>
      readFileSync(new URL(`../../test/vectors/${name}`, import.meta.url), 'utf8');
    const lines = file('import-2026.ndjson').trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(holidayRows);
    expect(JSON.parse(file('import-2026.expected.json'))).toEqual(holidayExpected);
  });

  it('tell late from in time in each period', () => {
    for (const { figures } of holidayExpected) {
      expect(figures.acceptedOnTime).toBeGreaterThan(0);
      expect(figures.acceptedOnTime).toBeLessThan(figures.received);
      const parts = Object.values(figures.byDepartment);
      expect(parts.reduce((sum, part) => sum + part.received, 0)).toBe(figures.received);
    }
    const [all] = holidayExpected;
    expect(all!.figures.repliedOnTime).toBeLessThan(all!.figures.replied);
    expect(all!.figures.overdue).toBeGreaterThan(0);
  });
});
