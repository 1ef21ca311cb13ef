/**
 * Fills a running service with the demo through its API, as an operator would from the command line. It may stop anywhere and
 * be run again: tenants, accounts and letters that are there are left alone.
 */
import { noticePage, profile } from '../../contract/tenants.ts';
import { type Client, passwordClient, Refused, tokenClient } from '../../cli/client.ts';
import type { Row, RowKind } from '../../cli/read-rows.ts';
import { sendRows } from '../../cli/send-rows.ts';
import type { LetterRow } from './letter-history.ts';
import { letters2011 } from './letters-2011.ts';
import { jingmen, zhuxi } from './mailboxes.ts';
import { nanchangDepartments, nanchangLetters } from './nanchang.ts';
import { jingmenNotices, type NoticeRow, notices2011, zhuxiNotices } from './notices.ts';
import { publishLetters } from './publish.ts';
import { recentLetters } from './recent-letters.ts';
import { keepTemplates } from './templates.ts';

const PASSWORD = 'huixin-demo';
const WEBSITES = ['http://localhost:8788', 'http://127.0.0.1:8788'];

interface DemoTenant {
  slug: string;
  name: string;
  jurisdiction: string;
  prefix: string;
  phone: string;
  departments: readonly string[];
  /** Account that publishes; null where nobody looks after the mailbox. */
  coordinator: string | null;
  letters(now: number): LetterRow[];
  notices(now: number): readonly NoticeRow[];
}

const namesOf = ({ departments }: { departments: readonly { name: string }[] }) =>
  departments.map(({ name }) => name);

const TENANTS: readonly DemoTenant[] = [
  {
    slug: 'jingmen',
    name: '荆门市',
    jurisdiction: '420800',
    prefix: 'JM',
    phone: '0724-0550000',
    departments: namesOf(jingmen),
    coordinator: 'coordinator@demo.test',
    letters: (now) => [...letters2011(), ...recentLetters(jingmen, now)],
    notices: (now) => [...notices2011, ...jingmenNotices(now)],
  },
  {
    slug: 'zhuxi',
    name: '竹溪县',
    jurisdiction: '420324',
    prefix: 'ZX',
    phone: '0719-0270000',
    departments: namesOf(zhuxi),
    coordinator: 'zhuxi@demo.test',
    letters: (now) => recentLetters(zhuxi, now),
    notices: zhuxiNotices,
  },
  {
    slug: 'nanchang',
    name: '南昌市',
    jurisdiction: '360100',
    prefix: 'NC',
    phone: '0791-0360000',
    departments: nanchangDepartments,
    coordinator: null,
    letters: nanchangLetters,
    notices: () => [],
  },
];

/** @param log hears a line for each step. Throws where the service refuses. */
export async function seed(
  baseUrl: string,
  operatorToken: string,
  log: (line: string) => void,
): Promise<void> {
  const operator = tokenClient(baseUrl, operatorToken);
  const now = Date.now();
  // Not ready from here to the last step; refused where the database holds tenants that are nobody's demo.
  await operator.post('/v1/operator/seeding', {});
  for (const tenant of TENANTS) {
    await createTenant(operator, tenant);
    const letters = await importRows(operator, tenant.slug, 'letters', tenant.letters(now));
    const news = await newNotices(operator, tenant.slug, tenant.notices(now));
    const notices = await importRows(operator, tenant.slug, 'notices', news);
    log(`${tenant.name}: ${letters} letters, ${notices} notices`);
  }
  await createMembers(operator);
  await keepTexts(baseUrl, operator);
  let published = 0;
  for (const { slug, coordinator, letters } of TENANTS)
    if (coordinator !== null)
      published += await publishLetters(
        await passwordClient(baseUrl, coordinator, PASSWORD),
        slug,
        letters(now),
      );
  log(`${published} letters published`);
  await operator.post('/v1/operator/ready', {});
}

async function createTenant(operator: Client, tenant: DemoTenant): Promise<void> {
  const { slug, name, jurisdiction, prefix, phone, departments } = tenant;
  await unlessThere(
    operator.post('/v1/central/tenants', { slug, name, jurisdiction, prefix, phone, departments }),
  );
  for (const origin of WEBSITES)
    await unlessThere(operator.post(`/v1/central/tenants/${slug}/origins`, { origin }));
}

async function createMembers(operator: Client): Promise<void> {
  const { departments } = profile.parse(await operator.get('/v1/tenants/jingmen'));
  const labour = departments.filter(({ name }) => name === '市人社局').map(({ id }) => id);
  const members = [
    { email: 'officer@demo.test', name: '李文静', role: 'officer', tenant: 'jingmen', departments: labour },
    { email: 'coordinator@demo.test', name: '周明', role: 'coordinator', tenant: 'jingmen' },
    { email: 'central@demo.test', name: '陈立', role: 'central', jurisdiction: '42' },
    // A spot check takes two reviewers.
    { email: 'reviewer@demo.test', name: '何敏', role: 'central', jurisdiction: '42' },
    // So that a county's letters are published too.
    { email: 'zhuxi@demo.test', name: '吴春梅', role: 'coordinator', tenant: 'zhuxi' },
  ];
  for (const member of members)
    await unlessThere(operator.post('/v1/staff/members', { ...member, password: PASSWORD }));
}

async function keepTexts(baseUrl: string, operator: Client): Promise<void> {
  const { departments } = profile.parse(await operator.get('/v1/tenants/jingmen'));
  const coordinator = await passwordClient(baseUrl, 'coordinator@demo.test', PASSWORD);
  await keepTemplates(coordinator, 'jingmen', departments);
}

/** What a run before this one made is left as it is. */
async function unlessThere(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
  }
}

/** Notices have no id in the file, and those of another day's run would be dated otherwise. */
async function newNotices(client: Client, tenant: string, rows: readonly NoticeRow[]): Promise<NoticeRow[]> {
  const there = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page = noticePage.parse(await client.get(`/v1/tenants/${tenant}/notices${query}`));
    for (const { title } of page.items) there.add(title);
    cursor = page.nextCursor;
  }
  return rows.filter(({ title }) => !there.has(title));
}

/** How many are there afterwards that came from here. */
async function importRows(
  client: Client,
  tenant: string,
  kind: RowKind,
  values: readonly (LetterRow | NoticeRow)[],
): Promise<number> {
  const rows: Row[] = values.map((value, at) => ({ line: at + 1, values: { ...value } }));
  const sent = await sendRows(client, { tenant, kind, dryRun: false }, rows, () => undefined);
  const [first] = sent.complaints;
  if (first) throw new Error(`${tenant} ${kind}, row ${first.line}: ${first.column}: ${first.reason}`);
  return sent.written + sent.skipped;
}
