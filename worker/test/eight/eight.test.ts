/**
 * Eight tenants whose letters went through every kind of event, counted figure by figure against plain SQL: by the stats, by
 * the bulletin and by the league table.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bulletin, BulletinCell, BulletinTable } from '../../../contract/bulletins.ts';
import type { CentralRanking } from '../../../contract/ranking.ts';
import type { Figures, Stats } from '../../../contract/stats.ts';
import type { EventKind } from '../../../core/index.ts';
import { runJobs } from '../../jobs/run.ts';
import { aMember, aTenant, call, newKey, testEnv } from '../app.ts';
import { DAY, type Headers, Life, type Place, stand } from './life.ts';
import { signedStories, stories, type Story } from './lives.ts';
import { type Counts, recount } from './recount.ts';

const at = (day: string, time = '00:00'): number => Date.parse(`${day}T${time}:00+08:00`);
const now = at('2026-11-20', '12:00');

/** As in the database: `satisfies` makes a new kind of event show up here. */
const KINDS = {
  submitted: true,
  accepted: true,
  assigned: true,
  declined: true,
  marked_spam: true,
  transferred: true,
  objected: true,
  info_requested: true,
  supplemented: true,
  resumed: true,
  drafted: true,
  returned: true,
  replied: true,
  extended: true,
  published: true,
  withheld: true,
  taken_down: true,
  consent_changed: true,
  rated: true,
  reopened: true,
  contacted: true,
  closed: true,
  escalated: true,
  followed_up: true,
  merged: true,
  joined: true,
  parted: true,
  withdrawn: true,
  recomputed: true,
  noted: true,
  contact_viewed: true,
  file_viewed: true,
  key_renewed: true,
  contact_erased: true,
  erased: true,
  endorsed: true,
  verdict: true,
} as const satisfies Record<EventKind, true>;

const NAMES = ['甲市', '乙市', '丙市', '丁市', '戊市', '己市', '庚市', '辛市'];

let central: Headers;
const places: Place[] = [];

async function aPlace(name: string): Promise<Place> {
  const slug = await aTenant({
    name,
    jurisdiction: `4208${String(places.length + 1).padStart(2, '0')}`,
    departments: ['市人社局', '市房管局', '市教育局'],
  });
  const place = {
    slug,
    officer: await aMember('officer', slug, ['d02']),
    coordinator: await aMember('coordinator', slug),
  };
  places.push(place);
  return place;
}

async function post(path: string, headers: Headers, json: object): Promise<void> {
  const answer = await call(path, { headers, json });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** One letter a story, an hour apart. */
async function lived(place: Place, monday: string, told: readonly Story[]): Promise<void> {
  let begun = at(monday, '10:00');
  for (const story of told) await story(await new Life(place, (begun += 60_000)).sent());
}

/** Open letters whose deadlines are counted again, because the place gets a day off. */
async function countedAgain(place: Place): Promise<void> {
  const begun = at('2026-03-02', '10:00');
  const letters = [];
  for (const kind of ['inquiry', 'help', 'report']) {
    const letter = await new Life(place, begun).sent({ kind });
    await letter.accept(0.5);
    letters.push(letter);
  }
  const untaken = await new Life(place, begun + 0.6 * DAY).sent();
  await letters[2]!.staff(1, 'request-info', { question: '请说明具体是哪一年的凭证' });
  stand(begun + 0.7 * DAY);
  await post('/v1/staff/calendar', place.coordinator, {
    tenant: place.slug,
    year: 2026,
    holidays: { '2026-03-04': '建城纪念日' },
    workdays: [],
  });
  stand(begun + 1.2 * DAY);
  await runJobs(testEnv);
  await untaken.accept(2);
  // After the deadline as it was, before the one as it is.
  await letters[0]!.reply(7.8, 'explained');
  await letters[1]!.reply(30, 'resolved');
}

/** Old letters from a file. */
async function imported(place: Place): Promise<void> {
  const row = { kind: 'help', title: '旧信', body: '旧系统里的信', department: '市房管局', publish: false };
  const rows = [
    { ...row, external_id: '1', received_at: '2026-01-12T09:00:00+08:00' },
    {
      ...row,
      external_id: '2',
      received_at: '2026-01-13T09:00:00+08:00',
      accepted_at: '2026-01-14T09:00:00+08:00',
      interim_at: '2026-01-15T09:00:00+08:00',
      replied_at: '2026-02-10T09:00:00+08:00',
      reply: '经查，已于二月修复，电话 0724-2345678。',
      outcome: 'resolved',
      rated_at: '2026-02-12T09:00:00+08:00',
      rating: 4,
      solved: 'yes',
    },
  ];
  stand(at('2026-04-10', '09:00'));
  await post(`/v1/central/tenants/${place.slug}/import/letters`, central, { rows });
}

beforeAll(async () => {
  stand(at('2026-01-01', '09:00'));
  central = await aMember('central', null, [], '42');
  const all = Object.values(stories);
  const but = (...left: string[]) =>
    Object.entries(stories).flatMap(([name, story]) => (left.includes(name) ? [] : [story]));
  for (const name of NAMES) await aPlace(name);
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  const [first, second, signed, later, idle, calendar, silent] = places as [Place, ...Place[]] & Place[];
  await lived(first!, '2026-01-12', all);
  await imported(first!);
  // The Spring Festival is in the way of every deadline.
  await lived(second!, '2026-02-09', but('erased', 'photographed'));
  await post('/v1/staff/rules', signed!.coordinator, { tenant: signed!.slug, signOff: true });
  await lived(signed!, '2026-03-09', [...Object.values(signedStories), ...all.slice(0, 12)]);
  await lived(later!, '2026-04-13', all.slice(8));
  await lived(idle!, '2026-01-19', [stories['neverTouched']!, stories['acceptedAndForgotten']!]);
  stand(at('2026-02-03', '09:00'));
  for (const [department, place] of [
    ['d01', idle!],
    ['d03', idle!],
    ['d01', silent!],
  ] as const)
    await post('/v1/staff/notices', place.coordinator, {
      tenant: place.slug,
      department,
      title: '停水通知',
      body: '明日停水。',
    });
  await countedAgain(calendar!);
  await lived(silent!, '2026-03-16', [stories['spam']!, stories['withdrawn']!]);
  stand(now);
  for (let run = 0; run < 8; run++) await runJobs(testEnv);
}, 240_000);
afterAll(() => vi.restoreAllMocks());

const slugs = (): string => places.map(({ slug }) => `'${slug}'`).join(',');

const [FROM, TO] = ['2026-01-01', '2026-03-31'];
const cutOffs = ['2026-01-20', '2026-03-31', '2026-05-15', '2026-11-20'];
const span = (asOf: string) => [at(FROM), at('2026-04-01'), at(asOf) + DAY] as const;

/** What the recount says beside what the service says; the figures made of others have vectors of their own. */
function expectSame(figures: Figures, counts: Counts, where: string): void {
  const { holder: _, ...expected } = counts;
  const found = Object.fromEntries(
    Object.keys(expected).map((name) => [name, figures[name as keyof Figures]]),
  );
  expect([where, found]).toEqual([where, expected]);
  expect(figures.replyRate).toBe(counts.due ? counts.replied / counts.due : null);
  expect(figures.onTimeRate).toBe(counts.due ? counts.repliedOnTime / counts.due : null);
  expect(figures.satisfaction).toBe(counts.rated ? counts.satisfied / counts.rated : null);
  expect(figures.solvedRate).toBe(counts.rated ? counts.solvedYes / counts.rated : null);
}

const countsOf = async (slug: string, asOf: string, whole = true): Promise<Counts[]> =>
  recount(testEnv.LETTERS_0, slug, span(asOf), whole);

/** What the bulletin's columns of counts are called, as an official who reads it would look them up. */
const COLUMNS: Record<string, keyof Counts> = {
  收到: 'received',
  按时受理: 'acceptedOnTime',
  未回应: 'unanswered',
  应答复: 'due',
  已答复: 'replied',
  按期答复: 'repliedOnTime',
  超期未办: 'overdue',
  已评价: 'rated',
  基本满意以上: 'satisfied',
  评为已解决: 'solvedYes',
  答称已解决: 'resolved',
  承诺到期: 'promisesDue',
  按期兑现: 'promisesKept',
  期限前1小时答复: 'lastHourReplies',
  期限前1天停表: 'lastDayStops',
  答复后重办: 'closedThenReopened',
  重办仍不满意: 'contested',
  称已解决评未解决: 'resolvedButNotSolved',
  不予受理: 'declined',
  延期: 'extended',
  转办: 'transfers',
  无效信件: 'spam',
  撤回: 'withdrawn',
  答复检查有提示: 'qualityFlags',
  与别的答复雷同: 'nearCopies',
  阶段性答复只说收到: 'acknowledgements',
};

/** The counts of a table by the names of its rows, and what the recount says of them. */
function expectTable({ id, columns, rows }: BulletinTable, expected: ReadonlyMap<string, Counts>): void {
  const names = columns.findIndex(({ as }) => as !== 'text');
  for (const row of rows) {
    const name = row.slice(0, names).join(' ').trim();
    const counts = expected.get(name);
    const told: BulletinCell[] = [];
    const recounted: BulletinCell[] = [];
    columns.forEach((column, at) => {
      if (column.as !== 'count') return;
      told.push(row[at]!);
      recounted.push(counts?.[COLUMNS[column.name]!] ?? 0);
    });
    expect([id, name, told]).toEqual([id, name, recounted]);
  }
}

function sumOf(all: readonly Counts[]): Counts {
  const names = Object.values(COLUMNS);
  const sums = names.map((name) => [name, all.reduce((sum, one) => sum + Number(one[name]), 0)]);
  return Object.fromEntries(sums) as Counts;
}

describe('eight tenants', () => {
  it('went through every kind of event there is', async () => {
    const { results } = await testEnv.LETTERS_0.prepare(
      `SELECT DISTINCT kind FROM event WHERE tenant IN (${slugs()})`,
    ).all<{ kind: string }>();
    expect(results.map(({ kind }) => kind).sort()).toEqual(Object.keys(KINDS).sort());
  });

  it.each(cutOffs)('have the figures of a recount as of %s, as a whole and by department', async (asOf) => {
    for (const { slug } of places) {
      const answer = await call(`/v1/tenants/${slug}/stats?from=${FROM}&to=${TO}&asOf=${asOf}`);
      const stats = await answer.json<Stats>();
      const [whole] = await countsOf(slug, asOf);
      if (whole) expectSame(stats, whole, `${slug} ${asOf}`);
      else expect(stats).toMatchObject({ received: 0, due: 0, replyRate: null, notices: 0 });
      for (const counts of await countsOf(slug, asOf, false))
        expectSame(
          stats.byDepartment.find(({ id }) => id === counts.holder)!,
          counts,
          `${slug} ${asOf} ${counts.holder}`,
        );
    }
  });

  it('have the counts of a recount in every table of a bulletin', async () => {
    const answer = await call('/v1/central/bulletins', {
      headers: { ...central, 'Idempotency-Key': newKey() },
      json: { from: FROM, to: TO, scope: { jurisdiction: '4208' }, freeze: true },
    });
    let made = await answer.json<Bulletin>();
    while (made.state === 'making') {
      await runJobs(testEnv);
      made = await (await call(`/v1/central/bulletins/${made.id}`, { headers: central })).json<Bulletin>();
    }
    const byTenant = new Map<string, Counts>();
    const byDepartment = new Map<string, Counts>();
    const departments = { d01: '市人社局', d02: '市房管局', d03: '市教育局', unassigned: '待分派' };
    for (const [at, { slug }] of places.entries()) {
      const [whole] = await countsOf(slug, made.asOf);
      if (whole) byTenant.set(NAMES[at]!, whole);
      for (const counts of await countsOf(slug, made.asOf, false)) {
        const name = departments[counts.holder as keyof typeof departments];
        byDepartment.set(`${NAMES[at]} ${name}`, counts);
      }
    }
    const total = sumOf([...byTenant.values()]);
    byTenant.set('合计', total);
    byDepartment.set('合计', total);
    for (const block of made.blocks) {
      if (block.kind !== 'table') continue;
      if (['tenants', 'rates', 'ratings', 'quality', 'replies'].includes(block.id))
        expectTable(block, byTenant);
      if (block.id === 'departments') expectTable(block, byDepartment);
      if (block.id === 'unanswered') expect(block.rows).toHaveLength(total.unanswered);
    }
    // Nothing was counted that didn't happen to some.
    expect(Object.entries(total).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('have the counts of a recount in the league table', async () => {
    const address = '/v1/central/ranking?jurisdiction=4208&from=2026-01&to=2026-03';
    const table = await (await call(address, { headers: central })).json<CentralRanking>();
    const shown = [
      ...table.bands.flatMap(({ items }) => items.map(({ tenant, figures }) => [tenant, figures] as const)),
      ...table.below.map(({ tenant, counts }) => [tenant, counts] as const),
    ];
    expect(shown.map(([tenant]) => tenant).sort()).toEqual(places.map(({ slug }) => slug).sort());
    for (const [tenant, counts] of shown) {
      const [whole] = await countsOf(tenant, '2026-11-20');
      for (const name of Object.values(COLUMNS))
        expect([tenant, name, counts[name as keyof typeof counts]]).toEqual([
          tenant,
          name,
          whole?.[name] ?? 0,
        ]);
    }
  });
});
