/** How a page is read: in which language, in large print, and where its links lead. */
import { html } from 'hono/html';
import type { Lang } from '../../contract/vocabulary.ts';

export type Html = ReturnType<typeof html>;

/** What every page says of the body it belongs to. */
export interface Host {
  slug: string;
  name: string;
  phone: string | null;
  locale: Lang;
}

export interface View {
  lang: Lang;
  /** Large print (适老化). */
  elder: boolean;
  /** Null where no tenant is known: the list of tenants, an unknown address. */
  host: Host | null;
  /** Path and query under which this page can be asked for again; null for the answer to a form. */
  here: { path: string; query: Record<string, string> } | null;
  /** Days of other years are shown with their year. */
  thisYear: string;
}

export type Query = Record<string, string | null | undefined>;

/** What the reader chose travels in the address: there are no cookies. */
export function choices({
  lang,
  elder,
  host,
}: Pick<View, 'lang' | 'elder' | 'host'>): Record<string, string> {
  return { ...(lang === (host?.locale ?? 'zh-CN') ? {} : { lang }), ...(elder ? { elder: '1' } : {}) };
}

export function address(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** An address below the tenant's own, in the reader's language and size. */
export function link(view: View, path: string, query: Query = {}): string {
  return address(`/s/${view.host?.slug ?? ''}${path}`, { ...query, ...choices(view) });
}

/** The same page in another language or size; the choice of its own is written out only where it isn't the default. */
export function otherwise(view: View, changed: Partial<Pick<View, 'lang' | 'elder'>>): string | null {
  const { here } = view;
  return here && address(here.path, { ...here.query, ...choices({ ...view, ...changed }) });
}

/** People write in their own language, not in that of the page around it: screen readers have to know. */
export const spoken = ({ lang, host }: View): Html | '' =>
  host && host.locale !== lang ? html` lang="${host.locale}"` : '';

/** A name, which stays in its own language on a page in another. */
export const named = (view: View, name: string): Html | string =>
  view.lang !== 'zh-CN' && /\p{Script=Han}/u.test(name) ? html`<span lang="zh-CN">${name}</span>` : name;

/** What people wrote, with its line breaks. One line, so that nothing but their text is between the tags. */
export const prose = (view: View, text: string): Html => html`<p class="prose" ${spoken(view)}>${text}</p>`;

/** A number to call, as a link where it is one. */
export function callable(phone: string): Html {
  const digits = phone.replace(/[\s()（）-]/g, '');
  return /^\+?\d{3,20}$/.test(digits)
    ? html`<a class="figure call" href="tel:${digits}">${phone}</a>`
    : html`<span class="figure">${phone}</span>`;
}

/** A GET form drops the query of its action: the reader's choices travel as fields. */
export function choiceFields(view: View): Html[] {
  return Object.entries(choices(view)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}
