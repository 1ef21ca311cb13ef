/**
 * The bytes of an event that the public log commits to: JSON canonicalised by RFC 8785 (JCS), so that any language makes the
 * same. Restricted to what events hold: objects, arrays, strings, booleans, null and safe integers. docs/events.md describes
 * the fields.
 */
import type { LetterEvent } from './events.ts';

/** Who of the staff it was is no business of the public's. */
const PRIVATE_FIELDS: readonly string[] = ['actor', 'author', 'actingFor'];

/** The public part of an event, as its UTF-8 bytes' text. @throws TypeError on a value RFC 8785 could write in two ways */
export function canonicalEvent(event: LetterEvent): string {
  return canonicalJson(
    Object.fromEntries(Object.entries(event).filter(([name]) => !PRIVATE_FIELDS.includes(name))),
  );
}

/** Names sorted by UTF-16 code units, no white space, strings as JSON.stringify writes them (RFC 8785 §3.2). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8 bytes');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a safe integer`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical form of ${typeof value}`);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
