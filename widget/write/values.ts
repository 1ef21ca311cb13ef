import type { SubmitLetter } from '../../contract/letters.ts';
import { charCount, limits } from '../../contract/limits.ts';
import type { Profile } from '../../contract/tenants.ts';
import type { Kind } from '../../contract/vocabulary.ts';
import type { WriteWords } from '../locales/write.ts';

/** What stands in the form, field by field; the names are those of the inputs. */
export interface LetterValues {
  kind: Kind;
  department: string;
  title: string;
  body: string;
  name: string;
  phone: string;
  email: string;
  publish: boolean;
  /** A trap: people don't see it, machines fill it in. */
  website: string;
}

export type Field = Exclude<keyof LetterValues, 'website'>;

/** What is wrong with a field, in words. */
export type Faults = Partial<Record<Field, string>>;

export const FIELDS: readonly Field[] = [
  'kind',
  'department',
  'title',
  'body',
  'name',
  'phone',
  'email',
  'publish',
];

export const emptyValues = (): LetterValues => ({
  kind: 'inquiry',
  department: '',
  title: '',
  body: '',
  name: '',
  phone: '',
  email: '',
  publish: false,
  website: '',
});

/** As the service reads it: line ends unified, no space around. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Bounds of title and body: the tenant's, once they are known. */
export const boundsOf = (profile: Profile | null): Profile['limits'] =>
  profile?.limits ?? {
    title: { min: limits.titleCharsMin, max: limits.titleCharsMax },
    body: { min: limits.bodyCharsMin, max: limits.bodyCharsMax },
  };

export function faultsOf(values: LetterValues, profile: Profile | null, words: WriteWords): Faults {
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

/** The letter as it travels, without the challenge. The same values always give the same letter. */
export function letterOf(values: LetterValues): Omit<SubmitLetter, 'challenge'> {
  const contact = { name: tidy(values.name), phone: tidy(values.phone), email: tidy(values.email) };
  return {
    kind: values.kind,
    ...(values.department && { department: values.department }),
    title: tidy(values.title),
    body: tidy(values.body),
    ...((contact.name || contact.phone || contact.email) && { contact }),
    publish: values.publish,
    ...(values.website && { website: values.website }),
  };
}

export const hasContact = (values: LetterValues): boolean => 'contact' in letterOf(values);
