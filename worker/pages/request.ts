/** What a page needs to know of the request that asks for it. */
import type { Context } from 'hono';
import { pickLang, type Lang } from '../../contract/vocabulary.ts';
import { dayOf } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { now } from '../platform/clock.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { View } from './view.ts';

/** Query fields that a link to the same page in another size or language keeps. */
const kept = ['q', 'kind', 'department', 'cursor', 'period', 'number', 'token'];

export function viewOf(c: Context<AppEnv>): View {
  // No tenant where the address names none.
  const tenant = c.get('tenant') as Tenant | undefined;
  const query = Object.fromEntries(
    kept.flatMap((name) => [c.req.query(name)].filter(Boolean).map((value) => [name, value as string])),
  );
  return {
    lang: pageLang(c),
    elder: c.req.query('elder') === '1',
    host: tenant
      ? { slug: tenant.slug, name: tenant.name, phone: tenant.phone, locale: tenant.locale }
      : null,
    here: c.req.method === 'GET' ? { path: c.req.path, query } : null,
    thisYear: dayOf(now(), tenant?.timeZone ?? 'Asia/Shanghai').slice(0, 4),
  };
}

/** From the address only: a public page is the same for everybody who asks for it. */
export function pageLang(c: Context<AppEnv>): Lang {
  const asked = c.req.query('lang');
  return asked ? pickLang(asked) : ((c.get('tenant') as Tenant | undefined)?.locale ?? 'zh-CN');
}

export type Form = (name: string) => string;

/** The fields of a form; a missing one, and a file where a text belongs, read as ''. */
export async function formOf(c: Context<AppEnv>): Promise<Form> {
  let fields: Record<string, unknown>;
  try {
    fields = await c.req.parseBody();
  } catch {
    throw new Refused('bad_request');
  }
  return (name) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
}
