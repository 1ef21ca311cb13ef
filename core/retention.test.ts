import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedBefore, retainedUntil } from './retention.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('contact details are kept', () => {
  test.each([
    ['2026-03-02T09:00', 12, '2027-03-03T00:00'],
    ['2026-03-02T00:00', 12, '2027-03-03T00:00'],
    ['2024-02-29T23:59', 12, '2025-03-01T00:00'],
    ['2026-01-31T12:00', 1, '2026-03-01T00:00'],
    ['2026-11-30T12:00', 3, '2027-03-01T00:00'],
    ['2025-12-31T12:00', 36, '2029-01-01T00:00'],
  ])('closed %s, %i months: until %s', (closed, months, until) => {
    expect(retainedUntil(at(closed), months, zone)).toBe(at(until));
  });

  test('for exactly as long as the index that is asked says, in any zone and any month', () => {
    const moment = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2030, 0, 1) });
    const zones = fc.constantFrom(zone, 'Asia/Urumqi', 'UTC', 'Europe/Berlin', 'America/New_York');
    const near = fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 });
    const property = fc.property(
      moment,
      fc.integer({ min: 1, max: 36 }),
      zones,
      near,
      (closedAt, months, timeZone, shift) => {
        const now = retainedUntil(closedAt, months, timeZone) + shift;
        expect(closedAt < closedBefore(now, months, timeZone)).toBe(shift >= 0);
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});
