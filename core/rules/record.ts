/** What is only recorded: a note, a look at the contact details or at a writer's file, a **new key** at the counter, lawful erasure. */
import type { Rule } from './rule.ts';

export const note: Rule<'note'> = () => [{ kind: 'noted' }];

export const viewContact: Rule<'view-contact'> = (letter) =>
  letter.erased || letter.contactErased ? 'already_erased' : [{ kind: 'contact_viewed' }];

export const viewFile: Rule<'view-file'> = (letter, { file }) =>
  letter.erased ? 'already_erased' : [{ kind: 'file_viewed', file }];

export const newKey: Rule<'new-key'> = (letter) =>
  letter.erased ? 'already_erased' : [{ kind: 'key_renewed' }];

/** The text goes, the events stay. */
export const erase: Rule<'erase'> = (letter) => (letter.erased ? 'already_erased' : [{ kind: 'erased' }]);

/**
 * Contact details go when their time is over or their writer says so (PIPL 第47条): at once where they were given freely,
 * else when the letter is at rest and they have served. What was attached is part of the matter until then.
 */
export const eraseContact: Rule<'erase-contact'> = (letter, { required }) => {
  if (letter.erased) return 'already_erased';
  const atRest = letter.closedAt !== null;
  return required && !atRest ? 'still_open' : [{ kind: 'contact_erased', withFiles: atRest }];
};
