import { limits } from '../../contract/limits.ts';
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

export const hasContact = ({ name, phone, email }: LetterValues): boolean =>
  Boolean(tidy(name + phone + email));
