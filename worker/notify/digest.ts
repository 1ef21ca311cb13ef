/** The staff's digests as messages; null where there is nothing to tell. */
import { addDays, dayOf, daysApart, deadline, formatDeadline, startOfDay } from '../../core/index.ts';
import { policyOf } from '../letters/policy.ts';
import { longDay } from '../pages/dates.ts';
import type { Database } from '../platform/d1.ts';
import { countOpenOrders } from '../supervision/order.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { countHeld, heldDues } from '../hand-over/held-letter.store.ts';
import { duesOf, weekOf, type Dues, type Week } from './digest.store.ts';
import { digestWords } from './digest.words.ts';
import { toHtml, toText, type Block, type Layout } from './mail-layout.ts';
import type { Content } from './writer-mail.ts';

/** @param departments an officer's */
export async function dailyDigest(
  db: Database,
  tenant: Tenant,
  departments: readonly string[],
  now: number,
  origin: string,
): Promise<Content | null> {
  const { timeZone, locale } = tenant;
  const today = dayOf(now, timeZone);
  const next = deadline('working', 1, today, policyOf(tenant));
  const tomorrow = startOfDay(addDays(today, 1), timeZone);
  const [own, held] = await Promise.all([
    duesOf(db, tenant.slug, now, tomorrow, next.before),
    heldDues(db, tenant.slug, now, tomorrow, next.before),
  ]);
  const dues = together(own, held).filter(
    ({ department }) => department !== null && departments.includes(department),
  );
  if (dues.length === 0) return null;
  const words = digestWords[locale].daily;
  const year = today.slice(0, 4);
  const nextDay = longDay(formatDeadline(next, timeZone), locale, year);
  const total = (field: 'late' | 'today' | 'next') => dues.reduce((sum, one) => sum + one[field], 0);
  const title =
    total('late') + total('today') > 0
      ? words.title(total('late'), total('today'))
      : words.titleNext(total('next'));
  const rowsOf = ({ late, firstDue, today: dueToday, next: dueNext }: Dues): [string, string][] => [
    ...(late > 0
      ? [
          [words.late, words.oldest(late, daysApart(dayOf(firstDue - 1, timeZone), today))] as [
            string,
            string,
          ],
        ]
      : []),
    ...(dueToday > 0 ? [[words.today, words.count(dueToday)] as [string, string]] : []),
    ...(dueNext > 0 ? [[words.next(nextDay), words.count(dueNext)] as [string, string]] : []),
  ];
  const blocks = dues.flatMap((one): Block[] => [
    { is: 'heading', text: tenant.departments.find(({ id }) => id === one.department)?.name ?? '' },
    { is: 'facts', rows: rowsOf(one) },
  ]);
  const lead: Block = { is: 'text', text: words.lead(longDay(today, locale, year)) };
  const button: Block = { is: 'button', label: words.open, href: `${origin}/console/` };
  return finish(tenant, title, [lead, ...blocks, { is: 'text', text: words.after }, button], words.why);
}

/** Letters of other tenants count with a department's own. */
function together(own: readonly Dues[], held: readonly Dues[]): Dues[] {
  return own.concat(held).reduce<Dues[]>((sums, one) => {
    const sum = sums.find(({ department }) => department === one.department);
    if (!sum) return [...sums, { ...one }];
    sum.firstDue = Math.min(sum.firstDue, one.firstDue);
    for (const field of ['late', 'today', 'next'] as const) sum[field] += one[field];
    return sums;
  }, []);
}

export async function weeklyDigest(
  db: Database,
  tenant: Tenant,
  now: number,
  origin: string,
): Promise<Content | null> {
  const { timeZone, locale } = tenant;
  const today = dayOf(now, timeZone);
  const own = await weekOf(db, tenant.slug, now, addDays(today, 7));
  const held = await countHeld(db, tenant.slug, null, now, now);
  const week: Week = { ...own, late: own.late + held.late, toPublish: own.toPublish + held.toPublish };
  const words = digestWords[locale].weekly;
  const rows = (Object.keys(words.rows) as (keyof Week)[]).flatMap((field): [string, string][] =>
    week[field] > 0 ? [[words.rows[field], words.count(week[field])]] : [],
  );
  if (rows.length === 0) return null;
  return finish(
    tenant,
    words.title(week.late),
    [
      { is: 'text', text: words.lead(longDay(today, locale, today.slice(0, 4))) },
      { is: 'facts', rows },
      { is: 'button', label: words.open, href: `${origin}/console/` },
    ],
    words.why,
  );
}

/** Orders that wait for the tenant's answer. @param directory where they are */
export async function ordersDigest(
  directory: Database,
  tenant: Tenant,
  now: number,
  origin: string,
): Promise<Content | null> {
  const { timeZone, locale, slug } = tenant;
  const { open, late, firstDue } = await countOpenOrders(directory, slug, now);
  if (open === 0) return null;
  const words = digestWords[locale].orders;
  const today = dayOf(now, timeZone);
  const shown = (day: string) => longDay(day, locale, today.slice(0, 4));
  const rows: [string, string][] = [
    [words.waiting, words.count(open)],
    ...(late > 0 ? [[words.late, words.count(late)] as [string, string]] : []),
    [words.first, shown(dayOf(firstDue! - 1, timeZone))],
  ];
  return finish(
    tenant,
    words.title(open, late),
    [
      { is: 'text', text: words.lead(shown(today)) },
      { is: 'facts', rows },
      { is: 'text', text: words.after },
      { is: 'button', label: words.open, href: `${origin}/console/` },
    ],
    words.why,
  );
}

async function finish(tenant: Tenant, title: string, blocks: Block[], why: string): Promise<Content> {
  const words = digestWords[tenant.locale];
  const sender = words.sender(tenant.name);
  const foot = [words.automatic, why];
  const layout: Layout = { lang: tenant.locale, sender, title, blocks, foot };
  return {
    from: sender,
    subject: tenant.locale === 'en' ? `${tenant.name}: ${title}` : `${tenant.name}：${title}`,
    text: toText(layout),
    html: await toHtml(layout),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
