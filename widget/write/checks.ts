import type { SubmitLetter } from '../../contract/letters.ts';
import { charCount } from '../../contract/first-limits.ts';
import { limits } from '../../contract/limits.ts';
import type { Profile } from '../../contract/tenants.ts';
import type { GivenFile } from '../../contract/uploads.ts';
import type { ClerkWords } from '../locales/clerk.ts';
import { boundsOf, type Faults, type Field, hasContact, type LetterValues, tidy } from './values.ts';

export const FIELDS: readonly Field[] = [
  'kind',
  'department',
  'title',
  'body',
  'files',
  'name',
  'phone',
  'email',
  'publish',
];

export function faultsOf(values: LetterValues, profile: Profile | null, words: ClerkWords): Faults {
  const faults: Faults = {};
  const { title, body } = boundsOf(profile);
  const length = (field: 'title' | 'body' | 'name') => charCount(tidy(values[field]));

  if (length('title') < title.min) faults.title = words.titleShort(title.min - length('title'));
  else if (length('title') > title.max) faults.title = words.titleLong(length('title') - title.max);
  if (length('body') < body.min) faults.body = words.bodyShort(body.min - length('body'));
  else if (length('body') > body.max) faults.body = words.bodyLong(length('body') - body.max);

  if (length('name') > limits.nameCharsMax)
    faults.name = words.nameLong(length('name') - limits.nameCharsMax);
  const [phone, email] = [tidy(values.phone), tidy(values.email)];
  if (phone && (phone.replace(/\D/g, '').length < 7 || charCount(phone) > limits.phoneCharsMax))
    faults.phone = words.phoneWrong;
  if (email && (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > limits.emailCharsMax))
    faults.email = words.emailWrong;
  if (profile?.contactRequired && !phone && !email) faults.phone = words.contactMissing;
  return faults;
}

/** The letter as it travels, without the challenge. The same values and files always give the same letter. */
export function letterOf(values: LetterValues, uploads: GivenFile[] = []): Omit<SubmitLetter, 'challenge'> {
  return {
    kind: values.kind,
    ...(values.department && { department: values.department }),
    title: tidy(values.title),
    body: tidy(values.body),
    ...(hasContact(values) && {
      contact: { name: tidy(values.name), phone: tidy(values.phone), email: tidy(values.email) },
    }),
    publish: values.publish,
    ...(uploads.length && { uploads }),
    ...(values.website && { website: values.website }),
  };
}
