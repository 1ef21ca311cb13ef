/** Days and instants in a tenant's time zone. Intl knows the zones; offsets are remembered, since asking it is slow. */
import type { Day } from './calendar.ts';
import type { Instant } from './events.ts';

const DAY = 86_400_000;
const REMEMBERED_MAX = 20_000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset in milliseconds by UTC day; null for a day within which it changes. */
  offsets: Map<number, number | null>;
}

const zones = new Map<string, Zone>();

/** The local day an instant falls on. */
export function dayOf(instant: Instant, timeZone: string): Day {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** The first instant of a local day: midnight, or later where the clocks jump over it. */
export function startOfDay(day: Day, timeZone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const before = midnight - offsetAt(midnight - DAY, timeZone);
  const after = midnight - offsetAt(midnight + DAY, timeZone);
  const early = Math.min(before, after);
  return dayOf(early, timeZone) >= day ? early : Math.max(before, after);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** The same day so many months on (before, where negative), or that month's last. */
export function addCalendarMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** How many days `to` lies after `from`. */
export function daysApart(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** The instant at which a zone's clocks show a local time, given as if it were UTC; the earlier where they show it twice. */
export function instantOf(local: number, timeZone: string): Instant {
  const early = local - offsetAt(local - DAY, timeZone);
  if (early + offsetAt(early, timeZone) === local) return early;
  return local - offsetAt(local + DAY, timeZone);
}

/** Local time minus UTC, in milliseconds. */
export function offsetAt(instant: Instant, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const utcDay = Math.floor(instant / DAY);
  let offset = zone.offsets.get(utcDay);
  if (offset === undefined) {
    const first = measureOffset(utcDay * DAY, zone);
    offset = first === measureOffset((utcDay + 1) * DAY, zone) ? first : null;
    if (zone.offsets.size >= REMEMBERED_MAX) zone.offsets.clear();
    zone.offsets.set(utcDay, offset);
  }
  return offset ?? measureOffset(instant, zone);
}

function measureOffset(instant: Instant, zone: Zone): number {
  const seconds = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(seconds)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - seconds;
}

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}
