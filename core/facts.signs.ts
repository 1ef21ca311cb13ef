/** What the figures need of the reply check: the first time each kind of sign was sent, since letters are counted and not replies. */
import type { EventOf } from './events.ts';
import type { Facts, Seconds } from './facts.ts';

export function addSigns(facts: Facts, at: Seconds, { type, flags = [] }: EventOf<'replied'>): void {
  if (flags.length > 0) facts.flagged ??= at;
  if (flags.includes('near-copy')) facts.copied ??= at;
  if (type === 'interim' && flags.includes('boilerplate')) facts.acknowledged ??= at;
}
