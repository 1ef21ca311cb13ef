/** Times as they travel: RFC 3339 with the tenant's offset. */
import type { Deadline, Instant } from './events.ts';
import { instantOf, offsetAt } from './local-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-02-27T09:30:00+08:00` */
export function formatInstant(at: Instant, timeZone: string): string {
  const offset = offsetAt(at, timeZone);
  const minutes = Math.round(offset / 60_000);
  const local = new Date(at + offset).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A due time is sent as the last second of its day. */
export function formatDeadline(deadline: Deadline, timeZone: string): string {
  return formatInstant(deadline.before - 1000, timeZone);
}

/**
 * Reads a time of an import file; one without offset is the tenant's local time.
 * @returns null where there is no such time.
 */
export function parseMoment(text: string, timeZone: string): Instant | null {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    );
  if (!parts) return null;
  const [, day, hour = '00', minute = '00', second = '00', fraction = '0', offset] = parts;
  const local = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== day) return null;
  if (offset) {
    const instant = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}${offset}`);
    return Number.isNaN(instant) ? null : instant;
  }
  return instantOf(local, timeZone);
}
