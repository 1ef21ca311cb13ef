import { BODY_CHARS, TITLE_CHARS } from '../../contract/first-limits.ts';
import type { Profile } from '../../contract/tenants.ts';
import type { Kind } from '../../contract/vocabulary.ts';

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
  /** Ids of the files that are with it; what opens them is never kept on the device. */
  files: readonly string[];
  /** A trap: people don't see it, machines fill it in. */
  website: string;
}

export type Field = Exclude<keyof LetterValues, 'website'>;

/** What is wrong with a field, in words. */
export type Faults = Partial<Record<Field, string>>;

export const emptyValues = (): LetterValues => ({
  kind: 'inquiry',
  department: '',
  title: '',
  body: '',
  name: '',
  phone: '',
  email: '',
  publish: false,
  files: [],
  website: '',
});

/** As the service reads it: line ends unified, no space around. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Bounds of title and body: the tenant's, once they are known. */
export const boundsOf = (profile: Profile | null): Profile['limits'] =>
  profile?.limits ?? { title: TITLE_CHARS, body: BODY_CHARS };

export const hasContact = ({ name, phone, email }: LetterValues): boolean =>
  Boolean(tidy(name + phone + email));
