/** What the mocked service knows of supervision: overdue letters, orders, the league table, bulletins, charts. */
import type { Bulletin, BulletinSummary } from '../../contract/bulletins.ts';
import type { Charts } from '../../contract/charts.ts';
import type { OrderDetail, OrderView, OverdueLetter, OverduePage } from '../../contract/orders.ts';
import type { CentralRanking, OwnRanking } from '../../contract/ranking.ts';
import type { Profile } from '../../contract/tenants.ts';
import { NOW, TODAY } from './console-mock.data.ts';
import { figures } from './console-mock.figures.ts';

const endOf = (day: string) => `${day}T23:59:59+08:00`;

const order = (number: string, changes: Partial<OrderView> = {}): OrderView => ({
  ...{ number, tenant: 'jingshan', tenantName: '京山市人民政府', department: 'housing' },
  ...{ departmentName: '市住建局', letter: 'JS-2026-000041', cause: 'demand', state: 'open' },
  ...{ issuedAt: '2026-11-16T00:00:00+08:00', days: 5, dueAt: endOf('2026-11-23'), provisional: false },
  ...{ overdue: false, answeredAt: null, closedAt: null },
  ...changes,
});

const TEXT =
  '信件 JS-2026-000041 已逾期 34 天没有正式答复。请尽快答复来信人，并书面说明逾期的原因、目前的进展和办结日期。';
const entry = (at: string, kind: OrderDetail['record'][number]['kind'], more = {}) => ({
  ...{ at, kind, role: 'central' as const, by: '省政府办公厅', text: null, dueAt: null, late: false },
  ...more,
});
const opened = entry('2026-11-16T09:00:00+08:00', 'opened', { text: TEXT, dueAt: endOf('2026-11-23') });
const answered = entry('2026-11-18T16:20:00+08:00', 'answered', {
  ...{ role: 'coordinator', by: '李强', late: true },
  text: '延误是因为物业维修基金没有批下来。11月20日起更换电梯主板，11月27日前答复来信人。',
});

export const orders: OrderDetail[] = [
  { ...order('JS-DB-2026-0003'), text: TEXT, record: [opened], may: ['withdraw'] },
  {
    ...order('JS-DB-2026-0002', { cause: 'hand', overdue: true, dueAt: endOf('2026-11-12') }),
    ...{ text: TEXT, record: [opened], may: ['withdraw'] },
  },
  {
    ...order('JS-DB-2026-0001', { state: 'answered', answeredAt: answered.at, letter: null }),
    ...{ text: TEXT, record: [opened, answered], may: ['accept', 'return', 'withdraw'] },
  },
];

const letter = (number: string, daysLate: number, changes: Partial<OverdueLetter> = {}): OverdueLetter => ({
  ...{ number, tenant: 'jingshan', tenantName: '京山市人民政府', department: 'housing' },
  ...{ departmentName: '市住建局', kind: 'complaint', status: 'accepted', daysLate, daysOld: daysLate + 7 },
  ...{ receivedAt: '2026-10-10T09:12:00+08:00', replyBy: endOf('2026-10-17'), round: 1 },
  ...{ colour: 'yellow', interim: false },
  ...changes,
});

const overdue: OverduePage = {
  asOf: NOW,
  items: [
    letter('JS-2026-000041', 34, { colour: 'demand', interim: true }),
    letter('JS-2026-000052', 16, {
      colour: 'red',
      department: null,
      departmentName: null,
      status: 'submitted',
    }),
    letter('JM-2026-000118', 3, { colour: null, round: 2, tenant: 'jingmen', tenantName: '荆门市人民政府' }),
  ],
  nextCursor: 'next',
  orders: orders.slice(1, 2),
  moreOrders: true,
};

const ranked = (tenant: string, name: string, rank: number, of: number, late: number, said = '') => {
  const counted = figures(of, late);
  const { onTimeRate: rate } = counted;
  return {
    ...{ tenant, name, jurisdiction: '420800', rank, between: [1, 2] as [number, number] },
    comment: said ? { text: said, at: NOW } : null,
    figures: { ...counted, onTimeRateInterval: [rate! - 0.06, rate! + 0.05] as [number, number] },
    trend: {
      of: 300,
      rate: 0.9,
      change: -0.04,
      interval: [-0.07, -0.01] as [number, number],
      sure: 'down' as const,
    },
  };
};
const { small: _small, ...few } = figures(8, 1);

export const ranking: CentralRanking = {
  ...{ jurisdiction: '42', jurisdictionName: '湖北省', from: '2025-12', to: '2026-11', by: 'on-time-rate' },
  ...{ before: { from: '2024-12', to: '2025-11' }, asOf: NOW, cutOff: TODAY, total: figures(1342, 48) },
  bands: [
    { band: '1000+', items: [ranked('jingmen', '荆门市人民政府', 1, 1024, 6)] },
    {
      band: '100-999',
      items: [
        ranked('zhongxiang', '钟祥市人民政府', 1, 420, 9),
        ranked('jingshan', '京山市人民政府', 2, 310, 41, '十月停水，三天里来了一百二十封信，都已答复。'),
      ],
    },
  ],
  below: [
    {
      tenant: 'shayang',
      name: '沙洋县人民政府',
      jurisdiction: '420822',
      comment: null,
      band: '1-9',
      counts: few,
    },
  ],
  definitions: [],
  reasons: ['排名按收到的日期统计，别处可能按办结的日期。'],
  publication: { public: false, changedAt: NOW, changedBy: '省政府办公厅' },
};

const own: OwnRanking = {
  ...{ tenant: 'jingmen', name: '荆门市人民政府', from: '2025-12', to: '2026-11', asOf: NOW, cutOff: TODAY },
  ...{ total: figures(1024, 6), departments: [], tables: [{ jurisdiction: '42', name: '湖北省' }] },
  months: ['2026-09', '2026-10', '2026-11'].map((month, at) => ({ month, ...figures(80 + at * 9, at) })),
};

const summary = (id: string, changes: Partial<BulletinSummary> = {}): BulletinSummary => ({
  ...{ id: id.repeat(32), state: 'frozen', label: '〔2026〕第1期', year: 2026, issue: 1, jurisdiction: '42' },
  ...{ title: '关于2026年第三季度网上来信办理情况的通报', from: '2026-07-01', to: '2026-09-30' },
  ...{ asOf: '2026-09-30', done: 3, of: 3, corrects: null, correctedBy: null, public: false },
  ...{ madeBy: '省政府办公厅', begunAt: NOW, frozenAt: NOW },
  ...changes,
});
const summaries = [
  summary('b', { state: 'making', label: null, year: null, issue: null, done: 1, frozenAt: null }),
  summary('a'),
];
const bulletin: Bulletin = {
  ...summary('a'),
  content: {
    ...{ total: figures(1342, 48), tenants: [], recipients: '各市、州人民政府', issuer: '省政府办公厅' },
    dated: '2026年11月20日',
  },
  blocks: [
    { kind: 'heading', text: '一、总体情况' },
    { kind: 'paragraph', text: '三个单位共收到来信1342件，逾期未答48件。' },
    {
      ...{ kind: 'table', id: 'tenants', title: '各单位来信办理情况', note: '按未回应的件数排列。' },
      columns: [
        { name: '单位', as: 'text' },
        { name: '收到', as: 'count' },
        { name: '答复率', as: 'rate' },
      ],
      rows: [
        ['京山市人民政府', 310, 0.847],
        ['沙洋县人民政府', 8, null],
        ['合计', 318, 0.847],
      ],
      totalled: true,
    },
  ],
};

const weeks = Array.from({ length: 52 }, (_, week) => {
  const received = 14 + ((week * 7) % 11);
  const repliedOnTime = received - 3 - (week % 3);
  const at = (days: number) => new Date(Date.UTC(2025, 10, 24 + days)).toISOString().slice(0, 10);
  return {
    ...{ from: at(week * 7), to: at(week * 7 + 6), received, due: received - 1, replied: received - 2 },
    ...{ repliedOnTime, onTimeRate: repliedOnTime / (received - 1) },
  };
});
const charts: Charts = {
  ...{ tenant: 'jingmen', from: '2025-11-21', to: TODAY, asOf: TODAY, weeks },
  open: [
    { age: '0-4', count: 14, overdue: 0 },
    { age: '5-14', count: 9, overdue: 2 },
    { age: '15-29', count: 4, overdue: 3 },
    { age: '30-89', count: 2, overdue: 2 },
    { age: '90+', count: 0, overdue: 0 },
  ],
  flow: { received: 1024, accepted: 1019, replied: 995, rated: 448, solved: 314 },
  ratings: ([5, 4, 3, 2, 1] as const).map((level) => ({ level, count: level * 30 })),
};

const profile: Profile = {
  ...{ tenant: 'jingshan', name: '京山市人民政府', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  departments: [
    { id: 'housing', name: '市住建局' },
    { id: 'water', name: '市水务局' },
  ],
  ...{ formerDepartments: [], kinds: [], acceptDays: 1, contactRequired: false, retentionMonths: 12 },
  limits: { title: { min: 4, max: 60 }, body: { min: 10, max: 5000 } },
  ...{ phone: null, figures: null },
};

export class CentreMock {
  orders = new Map(orders.map((one) => [one.number, one]));
  empty = false;

  answer(method: string, path: string, query: Record<string, string>, body: unknown): unknown {
    const list = <T>(items: readonly T[]) => ({ items: this.empty ? [] : items, nextCursor: null });
    if (path === '/v1/central/overdue')
      return query['cursor'] || this.empty
        ? { ...overdue, ...list([]), orders: [], moreOrders: false }
        : overdue;
    const [, side, number, does] =
      /^\/v1\/(central|staff)\/orders(?:\/([^/]+))?(?:\/(\w+))?$/.exec(path) ?? [];
    if (side) return this.#orders(method, side, number, does, query);
    if (path === '/v1/central/ranking') return this.empty ? { ...ranking, bands: [], below: [] } : ranking;
    if (path === '/v1/ranking') return ranking;
    if (path === '/v1/central/ranking/publication') return { ...ranking.publication, ...(body as object) };
    if (path === '/v1/staff/ranking') return this.empty ? { ...own, tables: [] } : own;
    if (path === '/v1/staff/ranking-comment')
      return list([
        { text: '十月停水，三天里来了一百二十封信，都已答复。', at: NOW, by: '陈立' },
        { text: '', at: NOW, by: '陈立' },
      ]);
    if (path === '/v1/central/bulletins')
      return method === 'GET' ? list(summaries) : { ...bulletin, id: null, state: 'preview', label: null };
    if (path.startsWith('/v1/central/bulletins/'))
      return path.includes('b'.repeat(32)) ? { ...bulletin, ...summaries[0] } : bulletin;
    if (/^\/v1\/tenants\/[^/]+\/charts$/.test(path)) return charts;
    if (/^\/v1\/tenants\/[^/]+$/.test(path)) return profile;
    return undefined;
  }

  #orders(
    method: string,
    side: string,
    number: string | undefined,
    does: string | undefined,
    query: Record<string, string>,
  ): unknown {
    const all = [...this.orders.values()];
    if (!number && method === 'POST') return all[0];
    if (!number) {
      const wanted = all.filter(({ state, overdue: late }) =>
        query['state'] === 'overdue' ? late : !query['state'] || state === query['state'],
      );
      return { items: this.empty ? [] : wanted, nextCursor: null };
    }
    const found = this.orders.get(number);
    if (!found) return undefined;
    const may = side === 'staff' && found.state === 'open' ? (['answer'] as const) : found.may;
    if (!does) return { ...found, may: side === 'staff' && found.state !== 'open' ? [] : may };
    const next: OrderDetail = { ...found, state: does === 'answer' ? 'answered' : 'accepted', may: [] };
    this.orders.set(number, next);
    return next;
  }
}
