/** What is only recorded: a note, a look at the contact details, a **new key** at the counter, the lawful erasure of the text. */
import type { Rule } from './rule.ts';

export const note: Rule<'note'> = () => [{ kind: 'noted' }];

export const viewContact: Rule<'view-contact'> = (letter) =>
  letter.erased ? 'already_erased' : [{ kind: 'contact_viewed' }];

export const newKey: Rule<'new-key'> = (letter) =>
  letter.erased ? 'already_erased' : [{ kind: 'key_renewed' }];

/** The text goes, the events stay. */
export const erase: Rule<'erase'> = (letter) => (letter.erased ? 'already_erased' : [{ kind: 'erased' }]);
