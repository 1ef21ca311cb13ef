/**
 * The version of each letter as this tab shows it. A command says on which one it was decided (`If-Match`), so that of two
 * who press at once the second is told what changed.
 */
import type { StaffLetter } from '../../contract/staff.ts';
import { ApiError } from './api.ts';
import { Store } from './store.ts';

const seen = new Map<string, number>();

/** Whose command was refused because its letter has changed; a new object each time. */
export const outrun = new Store<{ number: string } | null>(null);

export function saw(letter: StaffLetter): StaffLetter {
  seen.set(letter.number, letter.version);
  return letter;
}

/** A note stands beside whatever else happens. */
export function expecting(number: string, command: string): Record<string, string> {
  const version = seen.get(number);
  return version === undefined || command === 'note' ? {} : { 'If-Match': `"${version}"` };
}

/** Passes an error on, having told the letter's page where it means that the letter has changed. */
export function tellOutrun(number: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof ApiError && error.conflict) outrun.set({ number });
    throw error;
  };
}
