/** Writing a letter by a plain form. Whatever goes wrong, the form comes back with everything that was typed. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { problemWords } from '../http/problem-words.ts';
import { findStored } from '../letters/store-once.ts';
import { submit, type Submitted } from '../letters/submit.actions.ts';
import { writer } from '../letters/writer.view.ts';
import { now } from '../platform/clock.ts';
import { toProfile } from '../tenants/profile.view.ts';
import { nothingWrong, type Wrong } from './form.ts';
import { issueFormToken, readFormToken, type FormToken } from './form-token.ts';
import { contentOf, typedIn } from './letter-form.ts';
import { receipt } from './receipt.handler.ts';
import { formOf, viewOf } from './request.ts';
import { writeWords } from './words.write.ts';
import { blank, writePage, type Typed } from './write.page.ts';

type C = Context<AppEnv>;

export async function writeForm(c: C): Promise<Response> {
  const { kind = '', department = '' } = c.req.query();
  return shown(c, { typed: { ...blank, kind, department } });
}

export async function sendLetter(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const view = viewOf(c);
  const words = writeWords[view.lang];
  const form = await formOf(c);
  const typed = typedIn(form);
  const token = await readFormToken(c.env, tenant.slug, form('token'), now());
  // Who fills in the field that people don't see is a machine, or a browser that means well: it comes back empty.
  if (token.state === 'foreign' || form('website') !== '')
    return shown(c, { typed, said: words.again, status: 400 });
  const { content, wrong } = contentOf(typed, view.lang);
  if (!content) return shown(c, { typed, wrong, token, status: 400 });
  const letter = {
    env: c.env,
    tenant,
    idempotencyKey: token.nonce,
    content,
    channel: 'hosted',
    actor: writer,
  } as const;
  const proof = { kind: 'form', token: token.token, expiresAt: token.expiresAt } as const;
  // An expired token proves nothing any more; but the letter it has sent already gets its receipt again.
  const done: Submitted =
    token.state === 'good'
      ? await submit({ ...letter, proof, address: addressOf(c) })
      : ((await findStored(letter)) ?? { ok: false, reason: 'challenge_expired' });
  return done.ok ? receipt(c, done, content.title) : refused(c, typed, token, done);
}

async function refused(
  c: C,
  typed: Typed,
  token: FormToken,
  done: Extract<Submitted, { ok: false }>,
): Promise<Response> {
  const { lang } = viewOf(c);
  const words = writeWords[lang];
  switch (done.reason) {
    case 'contact_required':
      return shown(c, { typed, wrong: new Map([['phone', words.contactMissing]]), token, status: 400 });
    case 'unknown_department':
      return shown(c, {
        typed,
        wrong: new Map([['department', problemWords[lang].unknown_department]]),
        token,
        status: 400,
      });
    case 'too_many_requests': {
      const seconds = done.retryAfter ?? 60;
      c.header('Retry-After', String(seconds));
      return shown(c, { typed, said: words.tooMany(seconds), token, status: 429 });
    }
    case 'idempotency_mismatch':
      return shown(c, { typed, said: words.secondLetter, status: 422 });
    default:
      return shown(c, { typed, said: words.expired, status: 400 });
  }
}

interface Shown {
  typed: Typed;
  wrong?: Wrong;
  said?: string;
  /** Kept where it is still good for this letter; else a new one. */
  token?: FormToken;
  status?: ContentfulStatusCode;
}

async function shown(
  c: C,
  { typed, wrong = nothingWrong, said, token, status = 200 }: Shown,
): Promise<Response> {
  const view = viewOf(c);
  const tenant = c.get('tenant');
  const kept = token?.state === 'good' ? token.token : await issueFormToken(c.env, tenant.slug, now());
  const profile = toProfile(tenant, null, view.lang);
  return c.html(writePage(view, { profile, typed, wrong, said: said ?? null, token: kept }), status);
}
