/** Writing a letter by a plain form. Whatever goes wrong, the form comes back with everything that was typed. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { submitLetter } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { problemWords } from '../http/problem-words.ts';
import { fieldErrors } from '../http/validation.ts';
import { eventsOf, findByNumber } from '../letters/letter.store.ts';
import { toWhy } from '../letters/parts.view.ts';
import { policyOfLetter } from '../letters/policy.ts';
import { submit, type Content, type Submitted } from '../letters/submit.actions.ts';
import { toReceipt } from '../letters/writer.view.ts';
import { now } from '../platform/clock.ts';
import { directory } from '../platform/d1.ts';
import { ownOrigin } from '../platform/env.ts';
import { toProfile } from '../tenants/profile.view.ts';
import { nothingWrong, type Wrong } from './form.ts';
import { issueFormToken, readFormToken, type FormToken } from './form-token.ts';
import { receiptPage } from './receipt.page.ts';
import { formOf, viewOf, type Form } from './request.ts';
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
  if (token.state === 'foreign' || form('website') !== '') return shown(c, { typed, said: words.again, status: 400 });
  const { content, wrong } = contentOf(typed, view.lang);
  if (!content) return shown(c, { typed, wrong, token, status: 400 });
  const done = await submit({
    env: c.env,
    tenant,
    idempotencyKey: token.nonce,
    content,
    channel: 'hosted',
    // An expired token proves nothing any more; but a letter it has sent already is found before proof is asked for.
    proof: token.state === 'good' ? { kind: 'form', token: token.token, expiresAt: token.expiresAt } : { kind: 'challenge', answer: '' },
    address: addressOf(c),
  });
  return done.ok ? receipt(c, done, content.title) : refused(c, typed, token, done);
}

function typedIn(form: Form): Typed {
  const [kind, department, title, body, name, phone, email] = ['kind', 'department', 'title', 'body', 'name', 'phone', 'email'].map(form);
  return { kind: kind!, department: department!, title: title!, body: body!, name: name!, phone: phone!, email: email!, publish: form('publish') === 'yes' };
}

const letterForm = submitLetter.omit({ challenge: true, uploads: true, website: true });

function contentOf(typed: Typed, lang: Lang): { content: Content | null; wrong: Wrong } {
  const { kind, department, title, body, name, phone, email, publish } = typed;
  const contact = { name: name.trim(), phone: phone.trim(), email: email.trim() };
  const parsed = letterForm.safeParse({ kind, department: department || null, title, body, contact, publish }, { reportInput: true });
  if (parsed.success) return { content: parsed.data, wrong: nothingWrong };
  const wrong = new Map<string, string>();
  for (const { path, message } of fieldErrors(parsed.error.issues, lang)) {
    const id = path.split('.').at(-1) ?? '';
    if (!wrong.has(id)) wrong.set(id, id === 'kind' ? writeWords[lang].kindMissing : message);
  }
  return { content: null, wrong };
}

async function refused(c: C, typed: Typed, token: FormToken, { reason, retryAfter = 60 }: Extract<Submitted, { ok: false }>): Promise<Response> {
  const { lang } = viewOf(c);
  const words = writeWords[lang];
  switch (reason) {
    case 'contact_required':
      return shown(c, { typed, wrong: new Map([['phone', words.contactMissing]]), token, status: 400 });
    case 'unknown_department':
      return shown(c, { typed, wrong: new Map([['department', problemWords[lang].unknown_department]]), token, status: 400 });
    case 'too_many_requests':
      c.header('Retry-After', String(retryAfter));
      return shown(c, { typed, said: words.tooMany(retryAfter), token, status: 429 });
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

async function shown(c: C, { typed, wrong = nothingWrong, said, token, status = 200 }: Shown): Promise<Response> {
  const view = viewOf(c);
  const tenant = c.get('tenant');
  const kept = token?.state === 'good' ? token.token : await issueFormToken(c.env, tenant.slug, now());
  const profile = toProfile(tenant, null, view.lang);
  return c.html(writePage(view, { profile, typed, wrong, said: said ?? null, token: kept }), status);
}

async function receipt(c: C, { number, accessKey, event, replayed }: Extract<Submitted, { ok: true }>, title: string): Promise<Response> {
  const tenant = c.get('tenant');
  const db = c.get('db');
  const row = await findByNumber(db, tenant.slug, number);
  if (!row) throw new Error('a letter that was just stored is missing');
  // Counted as it stood on receipt, whatever has happened since.
  const [first, policy] = await Promise.all([
    eventsOf(db, tenant.slug, row.id).then((rows) => rows.slice(0, 1)),
    policyOfLetter(directory(c.env), tenant, row.ruleVersion),
  ]);
  const slip = toReceipt(number, accessKey, event, tenant, ownOrigin(c.env, c.req.raw));
  const why = toWhy(first, tenant, policy).reply;
  return c.html(receiptPage(viewOf(c), { receipt: slip, title, why, repeated: replayed }), replayed ? 200 : 201);
}
