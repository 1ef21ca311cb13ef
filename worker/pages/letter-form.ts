/** What was typed into the form, and what has to be changed before it is a letter. */
import { submitLetter } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { fieldErrors } from '../http/validation.ts';
import type { Content } from '../letters/new-letter.ts';
import { filesField } from './file-field.ts';
import { nothingWrong, type Wrong } from './form.ts';
import type { Form } from './request.ts';
import { writeWords } from './words.write.ts';
import type { Typed } from './write.page.ts';

export function typedIn(form: Form): Typed {
  const [kind, department, title, body, name, phone, email] = [
    'kind',
    'department',
    'title',
    'body',
    'name',
    'phone',
    'email',
  ].map(form);
  return {
    kind: kind!,
    department: department!,
    title: title!,
    body: body!,
    name: name!,
    phone: phone!,
    email: email!,
    publish: form('publish') === 'yes',
  };
}

const letterForm = submitLetter.omit({ challenge: true, uploads: true, website: true });

export function contentOf(typed: Typed, lang: Lang): { content: Content | null; wrong: Wrong } {
  const { kind, department, title, body, name, phone, email, publish } = typed;
  const contact = { name: name.trim(), phone: phone.trim(), email: email.trim() };
  const parsed = letterForm.safeParse(
    { kind, department: department || null, title, body, contact, publish },
    { reportInput: true },
  );
  if (parsed.success) return { content: parsed.data, wrong: nothingWrong };
  const wrong = new Map<string, string>();
  for (const { path, message } of fieldErrors(parsed.error.issues, lang)) {
    const id = path.split('.').at(-1) ?? '';
    if (!wrong.has(id)) wrong.set(id, id === 'kind' ? writeWords[lang].kindMissing : message);
  }
  return { content: null, wrong };
}

const contactFields = ['name', 'phone', 'email'];

/** In the order of the page: files stand between the letter and the contact details. */
export function withFiles(wrong: Wrong, files: string | null): Wrong {
  if (files === null) return wrong;
  const contact = ([id]: [string, string]) => contactFields.includes(id);
  const entries = [...wrong];
  const own: [string, string] = [filesField, files];
  return new Map([...entries.filter((one) => !contact(one)), own, ...entries.filter(contact)]);
}
