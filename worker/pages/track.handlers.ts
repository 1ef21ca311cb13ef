/** The writer's page. Number and key come in the body of every POST and go back into the page's own forms, nowhere else. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { filesOf as storedFiles } from '../attachments/attachment.store.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { problemWords } from '../http/problem-words.ts';
import { waitSeconds } from '../platform/limits.ts';
import { giveAsWriter, readAsWriter } from '../letters/writer.actions.ts';
import type { LetterRow } from '../schema/letters.ts';
import { filesWrong, keptSaid } from './file-field.ts';
import { filesOf, noFiles, references, withoutUsed, type FormFiles } from './form-files.ts';
import { nothingWrong, type Wrong } from './form.ts';
import { withFiles } from './letter-form.ts';
import { viewOf } from './request.ts';
import { nothingNew } from './sent-again.ts';
import { sentForm } from './sent-form.ts';
import { enter } from './enter-letter.ts';
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
  const sent = await sentForm(c);
  const { form } = sent;
  const asker = await enter(c, form);
  if ('refused' in asker) return asker.refused;
  const { row, credentials } = asker;
  const asked = commandIn(form, viewOf(c).lang);
  if (asked === null) return shown(c, row, credentials, {});
  const supplementing = form('action') === 'supplement';
  const files = supplementing ? await filesOf(c.env, c.get('tenant'), sent, addressOf(c)) : noFiles;
  if (supplementing && form('step') === 'keep') return keptFiles(c, row, credentials, asked.entered, files);
  return obey(c, row, credentials, { ...asked, files });
}

function keptFiles(
  c: C,
  row: LetterRow,
  credentials: Credentials,
  entered: Entered,
  files: FormFiles,
): Promise<Response> {
  const { lang } = viewOf(c);
  const wrong = withFiles(nothingWrong, filesWrong(files, lang));
  if (wrong.size > 0) return shown(c, row, credentials, { wrong, entered, files, status: 400 });
  return shown(c, row, credentials, { entered, files, said: keptSaid(files, lang, 'supplement') });
}

async function obey(
  c: C,
  row: LetterRow,
  credentials: Credentials,
  { wrong, entered, command, texts, done, files }: Asked & { files: FormFiles },
): Promise<Response> {
  const { lang } = viewOf(c);
  const problems = problemWords[lang];
  const everythingWrong = withFiles(wrong, filesWrong(files, lang));
  const repeats = async () => command?.name === 'supplement' && isRepeated(c, row, texts?.body, files);
  // The page was reloaded, which sends its form again.
  if (await repeats()) return shown(c, row, credentials, { done });
  if (command === null || everythingWrong.size > 0)
    return shown(c, row, credentials, { wrong: everythingWrong, entered, files, status: 400 });
  const wait = await waitSeconds(c.env, 'write', addressOf(c));
  if (wait > 0) {
    c.header('Retry-After', String(wait));
    const said = { tone: 'wrong', text: problems.too_many_requests } as const;
    return shown(c, row, credentials, { entered, files, said, status: 429 });
  }
  const given = await giveAsWriter(c.env, c.get('tenant'), row, command, texts, references(files));
  if (given.ok || (given.reason === 'conflict' && (await repeats())))
    return shown(c, row, credentials, { done });
  const repeated = given.reason === 'already_rated' || given.reason === 'unchanged';
  const said = { tone: repeated ? 'calm' : 'wrong', text: problems[given.reason] } as const;
  const status = repeated ? 200 : 409;
  return shown(c, row, credentials, { entered, files: withoutUsed(files), said, status });
}

/** Whether the last supplement says the same, and no other file came. */
async function isRepeated(
  c: C,
  row: LetterRow,
  body: string | undefined,
  files: FormFiles,
): Promise<boolean> {
  const tenant = c.get('tenant');
  const last = (await readAsWriter(c.env, tenant, row.id)).supplements.at(-1);
  if (!last || last.body !== body) return false;
  const ids = (last.files ?? []).map(({ id }) => id);
  const all = await storedFiles(c.get('db'), tenant.slug, row.id);
  return nothingNew(
    files,
    all.filter(({ id }) => ids.includes(id)),
  );
}

interface Shown {
  wrong?: Wrong;
  entered?: Entered;
  files?: FormFiles;
  said?: WriterPage['said'];
  /** What went through. */
  done?: Asked['done'];
  status?: ContentfulStatusCode;
}

async function shown(c: C, row: LetterRow, credentials: Credentials, more: Shown): Promise<Response> {
  const { wrong = nothingWrong, entered = {}, files = noFiles, done, status = 200 } = more;
  const view = viewOf(c);
  const letter = await readAsWriter(c.env, c.get('tenant'), row.id);
  const words = trackWords[view.lang].done;
  // A second bad rating reopens nothing: it takes the letter to the supervisor.
  const went = done === 'rateBad' && letter.contested ? words.rateContested : done && words[done];
  const said = went ? ({ tone: 'good', text: went } as const) : (more.said ?? null);
  const { retentionMonths: months } = c.get('tenant');
  const page = { letter, credentials, entered, wrong, files, months, said };
  return c.html(writerPage(view, page), status);
}
