/** Writing a letter by a plain form. Whatever goes wrong, the form comes back with everything that was typed and every good file. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { problemWords } from '../http/problem-words.ts';
import type { Content } from '../letters/new-letter.ts';
import { findStored, type Once } from '../letters/store-once.ts';
import { submit, type Submitted } from '../letters/submit.actions.ts';
import { writer } from '../letters/writer.view.ts';
import { now } from '../platform/clock.ts';
import { mailerOf } from '../platform/mailer.ts';
import { toProfile } from '../tenants/profile.view.ts';
import { filesWrong, keptSaid } from './file-field.ts';
import { filesOf, noFiles, references, withoutUsed, type FormFiles } from './form-files.ts';
import { nothingWrong, type Wrong } from './form.ts';
import type { Said } from './form-notes.ts';
import { issueFormToken, readFormToken, type FormToken } from './form-token.ts';
import { contentOf, typedIn, withFiles } from './letter-form.ts';
import { receipt } from './receipt.handler.ts';
import { viewOf } from './request.ts';
import { findSentAgain } from './sent-again.ts';
import { sentForm } from './sent-form.ts';
import { writeWords } from './words.write.ts';
import { blank, writePage, type Typed } from './write.page.ts';

type C = Context<AppEnv>;
type OwnToken = Exclude<FormToken, { state: 'foreign' }>;

interface Came {
  typed: Typed;
  files: FormFiles;
}

export async function writeForm(c: C): Promise<Response> {
  const { kind = '', department = '' } = c.req.query();
  return shown(c, { typed: { ...blank, kind, department }, files: noFiles });
}

export async function sendLetter(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const { lang } = viewOf(c);
  const words = writeWords[lang];
  const sent = await sentForm(c);
  const { form } = sent;
  const token = await readFormToken(c.env, tenant.slug, form('token'), now());
  const came: Came = { typed: typedIn(form), files: await filesOf(c.env, tenant, sent, addressOf(c)) };
  // Who fills in the field that people don't see is a machine, or a browser that means well: it comes back empty.
  if (token.state === 'foreign' || form('website') !== '')
    return shown(c, { ...came, said: { tone: 'wrong', text: words.again }, status: 400 });
  if (form('step') === 'keep') return keptFiles(c, came, token);
  const { content, wrong } = contentOf(came.typed, lang);
  const everythingWrong = withFiles(wrong, filesWrong(came.files, lang));
  const once = content && onceOf(c, { ...content, uploads: references(came.files) }, token);
  if (!once || everythingWrong.size > 0) {
    const again = once && (await findSentAgain(once, came.files));
    return again
      ? receipt(c, again, once.content.title)
      : shown(c, { ...came, wrong: everythingWrong, token, status: 400 });
  }
  const done = await stored(c, once, came, token);
  return done.ok ? receipt(c, done, once.content.title) : refused(c, came, token, done);
}

const onceOf = (c: C, content: Content, token: OwnToken): Once => ({
  env: c.env,
  tenant: c.get('tenant'),
  idempotencyKey: token.nonce,
  content,
  channel: 'hosted',
  actor: writer,
});

/** The files were kept, which is all that was asked for: nothing is said of what isn't written yet. */
function keptFiles(c: C, came: Came, token: OwnToken): Promise<Response> {
  const { lang } = viewOf(c);
  const wrong = withFiles(nothingWrong, filesWrong(came.files, lang));
  if (wrong.size > 0) return shown(c, { ...came, wrong, token, status: 400 });
  return shown(c, { ...came, said: keptSaid(came.files, lang, 'letter'), token });
}

async function stored(c: C, once: Once, { files }: Came, token: OwnToken): Promise<Submitted> {
  const proof = { kind: 'form', token: token.token, expiresAt: token.expiresAt } as const;
  // An expired token proves nothing any more; but the letter it has sent already gets its receipt again.
  const done: Submitted =
    token.state === 'good'
      ? await submit({ ...once, proof, address: addressOf(c) })
      : ((await findStored(once)) ?? { ok: false, reason: 'challenge_expired' });
  const again = !done.ok && done.reason === 'idempotency_mismatch' ? await findSentAgain(once, files) : null;
  return again ?? done;
}

async function refused(
  c: C,
  came: Came,
  token: FormToken,
  done: Extract<Submitted, { ok: false }>,
): Promise<Response> {
  const { lang } = viewOf(c);
  const words = writeWords[lang];
  const bad = (text: string): Said => ({ tone: 'wrong', text });
  switch (done.reason) {
    case 'contact_required':
      return shown(c, { ...came, wrong: new Map([['phone', words.contactMissing]]), token, status: 400 });
    case 'unknown_department': {
      const wrong = new Map([['department', problemWords[lang].unknown_department]]);
      return shown(c, { ...came, wrong, token, status: 400 });
    }
    case 'too_many_requests': {
      const seconds = done.retryAfter ?? 60;
      c.header('Retry-After', String(seconds));
      return shown(c, { ...came, said: bad(words.tooMany(seconds)), token, status: 429 });
    }
    case 'idempotency_mismatch':
      return shown(c, {
        ...came,
        files: withoutUsed(came.files),
        said: bad(words.secondLetter),
        status: 422,
      });
    case 'tenant_suspended':
      return shown(c, { ...came, said: bad(problemWords[lang][done.reason]), token, status: 409 });
    case 'file_gone':
    case 'file_used': {
      const said = bad(problemWords[lang][done.reason]);
      return shown(c, { ...came, files: withoutUsed(came.files), said, token, status: 409 });
    }
    default:
      return shown(c, { ...came, said: bad(words.expired), status: 400 });
  }
}

interface Shown extends Came {
  wrong?: Wrong;
  said?: Said;
  /** Kept where it is still good for this letter; else a new one. */
  token?: FormToken;
  status?: ContentfulStatusCode;
}

async function shown(
  c: C,
  { typed, files, wrong = nothingWrong, said, token, status = 200 }: Shown,
): Promise<Response> {
  const view = viewOf(c);
  const tenant = c.get('tenant');
  const kept = token?.state === 'good' ? token.token : await issueFormToken(c.env, tenant.slug, now());
  const profile = toProfile(tenant, null, view.lang);
  const mails = mailerOf(c.env) !== null;
  const page = { profile, typed, wrong, said: said ?? null, token: kept, files, mails };
  return c.html(writePage(view, page), status);
}
