/** Number and key, as every form of the writer's page carries them in its body: they open the letter, or the page that asks for them. */
import type { Context } from 'hono';
import { tidyNumber } from '../../contract/typed-number.ts';
import type { AppEnv } from '../http/context.ts';
import { hashAccessKey } from '../letters/access-key.ts';
import { findByNumber } from '../letters/letter.store.ts';
import type { LetterRow } from '../schema/letters.ts';
import { nothingWrong } from './form.ts';
import { viewOf, type Form } from './request.ts';
import type { Credentials } from './track-form.ts';
import { trackPage } from './track.page.ts';
import { trackWords } from './words.track.ts';

type C = Context<AppEnv>;

export type Asker = { row: LetterRow; credentials: Credentials } | { refused: Response };

export async function enter(c: C, form: Form): Promise<Asker> {
  const view = viewOf(c);
  const words = trackWords[view.lang];
  const credentials = { number: tidyNumber(form('number')), key: tidy(form('key')) };
  const missing = new Map<string, string>();
  if (credentials.number === '') missing.set('number', words.numberMissing);
  if (credentials.key === '') missing.set('key', words.keyMissing);
  if (missing.size > 0) return { refused: await c.html(trackPage(view, credentials, missing, null), 400) };
  const row = await opened(c, credentials);
  if (row) return { row, credentials };
  return { refused: await c.html(trackPage(view, credentials, nothingWrong, words.notFound), 404) };
}

/** As people type and paste it: full-width characters, spaces, long dashes. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−－]/g, '-');

/** A wrong key and an unknown number look the same, in words and in time. */
async function opened(c: C, { number, key }: Credentials): Promise<LetterRow | null> {
  const row = await findByNumber(c.get('db'), c.get('tenant').slug, number);
  const hash = await hashAccessKey(key);
  return row && row.keyHash === hash ? row : null;
}
