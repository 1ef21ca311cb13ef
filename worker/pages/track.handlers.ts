/** The writer's page. Number and key come in the body of every POST and go back into the page's own forms, nowhere else. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { tidyNumber } from '../../contract/typed-number.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { problemWords } from '../http/problem-words.ts';
import { waitSeconds } from '../platform/limits.ts';
import { hashAccessKey } from '../letters/access-key.ts';
import { findByNumber } from '../letters/letter.store.ts';
import { giveAsWriter, readAsWriter } from '../letters/writer.actions.ts';
import type { LetterRow } from '../schema/letters.ts';
import { nothingWrong, type Wrong } from './form.ts';
import { formOf, viewOf } from './request.ts';
import { commandIn, type Asked } from './asked-command.ts';
import type { Entered } from './command-forms.ts';
import type { Credentials } from './track-form.ts';
import { trackPage, writerPage, type WriterPage } from './track.page.ts';
import { trackWords } from './words.track.ts';

type C = Context<AppEnv>;

export function trackForm(c: C): Response | Promise<Response> {
  return c.html(trackPage(viewOf(c), { number: c.req.query('number') ?? '', key: '' }, nothingWrong, null));
}

export async function track(c: C): Promise<Response> {
  const view = viewOf(c);
  const words = trackWords[view.lang];
  const form = await formOf(c);
  const credentials = { number: tidyNumber(form('number')), key: tidy(form('key')) };
  const missing = new Map<string, string>();
  if (credentials.number === '') missing.set('number', words.numberMissing);
  if (credentials.key === '') missing.set('key', words.keyMissing);
  if (missing.size > 0) return c.html(trackPage(view, credentials, missing, null), 400);
  const row = await opened(c, credentials);
  if (!row) return c.html(trackPage(view, credentials, nothingWrong, words.notFound), 404);
  const asked = commandIn(form, view.lang);
  if (asked === null) return shown(c, row, credentials, {});
  return obey(c, row, credentials, asked);
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

async function obey(
  c: C,
  row: LetterRow,
  credentials: Credentials,
  { wrong, entered, command, texts, done }: Asked,
): Promise<Response> {
  const view = viewOf(c);
  const words = trackWords[view.lang];
  const problems = problemWords[view.lang];
  if (command === null) return shown(c, row, credentials, { wrong, entered, status: 400 });
  const wait = await waitSeconds(c.env, 'write', addressOf(c));
  if (wait > 0) {
    c.header('Retry-After', String(wait));
    return shown(c, row, credentials, {
      entered,
      said: { tone: 'wrong', text: problems.too_many_requests },
      status: 429,
    });
  }
  // The page was reloaded, which sends its form again.
  if (command.name === 'supplement') {
    const last = (await readAsWriter(c.env, c.get('tenant'), row.id)).supplements.at(-1);
    if (last && last.body === texts?.body)
      return shown(c, row, credentials, { said: { tone: 'good', text: words.done.supplement } });
  }
  const given = await giveAsWriter(c.env, c.get('tenant'), row, command, texts);
  if (given.ok) return shown(c, row, credentials, { done });
  const repeated = given.reason === 'already_rated' || given.reason === 'unchanged';
  const said = { tone: repeated ? 'calm' : 'wrong', text: problems[given.reason] } as const;
  return shown(c, row, credentials, { entered, said, status: repeated ? 200 : 409 });
}

interface Shown {
  wrong?: Wrong;
  entered?: Entered;
  said?: WriterPage['said'];
  /** What went through. */
  done?: Asked['done'];
  status?: ContentfulStatusCode;
}

async function shown(c: C, row: LetterRow, credentials: Credentials, more: Shown): Promise<Response> {
  const { wrong = nothingWrong, entered = {}, done, status = 200 } = more;
  const view = viewOf(c);
  const letter = await readAsWriter(c.env, c.get('tenant'), row.id);
  const words = trackWords[view.lang].done;
  // A second bad rating reopens nothing: it takes the letter to the supervisor.
  const went = done === 'rateBad' && letter.contested ? words.rateContested : done && words[done];
  const said = went ? ({ tone: 'good', text: went } as const) : (more.said ?? null);
  return c.html(writerPage(view, { letter, credentials, entered, wrong, said }), status);
}
