import type { FeedPage, PublishedLetter, TimelineEntry, WriterLetter } from '../../../contract/letters.ts';
import type { AttachedFile } from '../../../contract/uploads.ts';
import type { Stats } from '../../../contract/stats.ts';
import type { NoticePage, Profile } from '../../../contract/tenants.ts';
import { KINDS, type Lang } from '../../../contract/vocabulary.ts';
import { kindWords } from '../../../contract/words.ts';

/** What the mock service answers: one tenant, a letter in each state a view has to show. */

export const ACCESS_KEY = '7KQ4-M2XD-9RTB-0HVW-C31F';

const replyDays = { inquiry: 5, complaint: 7, suggestion: 7, help: 7, report: 15 };

export const profile = (lang: Lang): Profile => ({
  tenant: 'jingmen',
  name: '荆门市人民政府',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  departments: [
    { id: 'renshe', name: '市人力资源和社会保障局' },
    { id: 'chengguan', name: '市城市管理执法委员会' },
    { id: 'jiaoyu', name: '市教育局' },
  ],
  kinds: KINDS.map((id) => ({ id, name: kindWords[lang][id], replyDays: replyDays[id] })),
  acceptDays: 1,
  limits: { title: { min: 2, max: 100 }, body: { min: 10, max: 5000 } },
  contactRequired: false,
  retentionMonths: 12,
  phone: '0724-2345678',
  figures: null,
});

/** The statement in front of `/embed/v1/{tenant}.js`. */
export const tenantScript = (tenant: string): string => {
  const brought = { lang: 'zh-CN', profile: { ...profile('zh-CN'), tenant, figures: stats(1024) } };
  const name = JSON.stringify(tenant);
  return `((globalThis[Symbol.for('huixin')]??={}).profiles??={})[${name}]=${JSON.stringify(brought)};`;
};

const entry = (at: string, kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at,
  kind,
  role: 'officer',
  department: '市城市管理执法委员会',
  text: null,
  due: null,
  outcome: null,
  type: null,
  grounds: null,
  level: null,
  colour: null,
  promisedFor: null,
  ...more,
});

const submitted = entry('2026-11-16T10:12:00+08:00', 'submitted', { role: 'writer', department: null });
const accepted = entry('2026-11-17T09:30:00+08:00', 'accepted');

const attached = (name: string, type: AttachedFile['type']): AttachedFile => ({
  id: name.replace(/\D/g, '').padStart(25, '0'),
  name,
  type,
  bytes: 431_000,
  width: null,
  height: null,
});

/** A letter that is being handled. */
export const openLetter = (): WriterLetter => ({
  number: 'JM-2026-000123',
  tenant: 'jingmen',
  tenantName: '荆门市人民政府',
  tenantPhone: '0724-2345678',
  status: 'accepted',
  contested: false,
  kind: 'complaint',
  title: '象山大道路灯坏了半个月没人修',
  body: '象山大道与白云大道路口北侧，有四盏路灯从 11 月 1 日起一直不亮，晚上老人和孩子过马路很危险，希望尽快修好。',
  department: 'chengguan',
  departmentName: '市城市管理执法委员会',
  receivedAt: '2026-11-16T10:12:00+08:00',
  acceptBy: '2026-11-17T23:59:59+08:00',
  replyBy: '2026-11-25T23:59:59+08:00',
  waitUntil: null,
  overdueDays: 0,
  provisional: false,
  round: 1,
  publish: true,
  published: false,
  question: null,
  replies: [],
  supplements: [],
  ratings: [],
  declined: null,
  timeline: [submitted, accepted],
  ledger: [],
  why: {
    accept: {
      rule: 'accept',
      days: 1,
      unit: 'working',
      counted: ['2026-11-17'],
      leftOut: [{ day: '2026-11-16', why: 'received', name: null }],
      due: '2026-11-17T23:59:59+08:00',
      provisional: false,
    },
    reply: {
      rule: 'reply',
      days: 7,
      unit: 'working',
      counted: ['17', '18', '19', '20', '23', '24', '25'].map((day) => `2026-11-${day}`),
      leftOut: [
        { day: '2026-11-16', why: 'received', name: null },
        { day: '2026-11-21', why: 'weekend', name: null },
        { day: '2026-11-22', why: 'weekend', name: null },
      ],
      due: '2026-11-25T23:59:59+08:00',
      provisional: false,
    },
  },
  files: [
    attached('JM-2026-000123-1.jpg', 'image/jpeg'),
    attached('JM-2026-000123-2.pdf', 'application/pdf'),
  ],
  may: ['supplement', 'withdraw', 'consent', 'erase-contact'],
  version: 2,
});

const finalReply = {
  at: '2026-11-20T16:40:00+08:00',
  type: 'final' as const,
  department: '市城市管理执法委员会',
  body: '您好。接信后我们当天派人到现场查看，四盏路灯因电缆被施工挖断而不亮。依据《湖北省城市道路照明管理办法》第十二条，我们已于 11 月 19 日更换电缆，当晚恢复照明。\n如再有问题，请拨打下面的电话。',
  outcome: 'resolved' as const,
  promisedFor: null,
  phone: '0724-2340011',
  files: [attached('JM-2026-000123-3.pdf', 'application/pdf')],
};

const replied = entry(finalReply.at, 'replied', { type: 'final', outcome: 'resolved' });

export const repliedLetter = (): WriterLetter => ({
  ...openLetter(),
  number: 'JM-2026-000124',
  status: 'replied',
  replies: [finalReply],
  timeline: [submitted, accepted, replied],
  may: ['rate', 'consent'],
});

export const lateLetter = (): WriterLetter => ({
  ...openLetter(),
  number: 'JM-2026-000125',
  overdueDays: 6,
  timeline: [
    submitted,
    accepted,
    entry('2026-12-01T00:00:00+08:00', 'escalated', { role: 'system', colour: 'yellow' }),
  ],
});

export const askedLetter = (): WriterLetter => ({
  ...openLetter(),
  number: 'JM-2026-000126',
  status: 'awaiting_citizen',
  replyBy: null,
  waitUntil: '2026-12-02T23:59:59+08:00',
  question: '请问是路口哪一侧的灯杆？灯杆上有编号的话，请一并告诉我们。',
  timeline: [
    submitted,
    accepted,
    entry('2026-11-18T11:00:00+08:00', 'info_requested', { text: '请问是路口哪一侧的灯杆？' }),
  ],
});

export const declinedLetter = (): WriterLetter => ({
  ...openLetter(),
  number: 'JM-2026-000127',
  status: 'declined',
  declined: {
    grounds: 'judicial',
    explanation: '您反映的劳动争议，仲裁委员会已于 11 月 3 日立案，按规定由仲裁程序处理。',
    goTo: '荆门市劳动人事争议仲裁院，象山大道 64 号，电话 0724-2331234。',
  },
  timeline: [submitted, entry('2026-11-17T15:00:00+08:00', 'declined', { grounds: 'judicial' })],
  may: [],
});

export const feedPage = (q: string): FeedPage => ({
  items: [
    {
      number: 'JM-2026-000098',
      kind: 'complaint',
      department: 'chengguan',
      departmentName: '市城市管理执法委员会',
      title: '象山大道路灯坏了半个月没人修',
      excerpt:
        '接信后我们当天派人到现场查看，四盏路灯因电缆被施工挖断而不亮，已于 11 月 19 日更换电缆，当晚恢复照明。',
      ...(q === '路灯'
        ? { marks: { title: [[4, 6]] as [number, number][], excerpt: [[16, 18]] as [number, number][] } }
        : {}),
      receivedAt: '2026-11-16T10:12:00+08:00',
      repliedAt: '2026-11-20T16:40:00+08:00',
      outcome: 'resolved',
      rating: 5,
      days: 4,
    },
    {
      number: 'JM-2026-000081',
      kind: 'inquiry',
      department: 'renshe',
      departmentName: '市人力资源和社会保障局',
      title: '灵活就业人员养老保险断缴后怎么补',
      excerpt: '按照现行规定，灵活就业人员中断缴费期间不能补缴，可以从恢复缴费的当月起继续累计年限。',
      receivedAt: '2026-11-09T08:30:00+08:00',
      repliedAt: '2026-11-12T15:05:00+08:00',
      outcome: 'explained',
      rating: null,
      days: 3,
    },
  ].filter(({ title }) => !q || title.includes(q)) as FeedPage['items'],
  nextCursor: null,
  counts: { received: 1024, published: 812, withoutConsent: 190, withheld: 22, spam: 3 },
});

export const publishedLetter = (number: string): PublishedLetter => {
  const { title, body, kind, department, departmentName, receivedAt } = openLetter();
  return {
    number,
    tenant: 'jingmen',
    tenantName: '荆门市人民政府',
    kind,
    status: 'replied',
    department,
    departmentName,
    title,
    body,
    files: [attached(`${number}-1.jpg`, 'image/jpeg')],
    receivedAt,
    repliedAt: finalReply.at,
    days: 4,
    outcome: 'resolved',
    declined: null,
    replies: [finalReply],
    timeline: [
      submitted,
      accepted,
      replied,
      entry('2026-11-21T10:00:00+08:00', 'rated', { role: 'writer', level: 5 }),
    ],
    rating: null,
    endorsements: 3,
    verdicts: { answers: 4, doesNot: 0 },
    corrected: false,
  };
};

export const notices: NoticePage = {
  items: [
    {
      id: 'n1',
      department: 'renshe',
      departmentName: '市人力资源和社会保障局',
      title: '2027 年度城乡居民养老保险集中缴费开始',
      body: '缴费时间：2026 年 12 月 1 日至 2027 年 2 月 28 日。\n可以在村（社区）便民服务站、手机银行或者人社服务大厅办理。',
      publishedAt: '2026-11-20T09:00:00+08:00',
    },
    {
      id: 'n2',
      department: 'jiaoyu',
      departmentName: '市教育局',
      title: '寒假时间安排',
      body: '义务教育阶段学校 2027 年 1 月 23 日放假，2 月 22 日开学。',
      publishedAt: '2026-11-18T09:00:00+08:00',
    },
  ],
  nextCursor: null,
};

export const stats = (due: number): Partial<Stats> => ({
  tenant: 'jingmen',
  received: due,
  due,
  replied: Math.round(due * 0.97),
  repliedOnTime: Math.round(due * 0.92),
  replyRate: due ? 0.97 : null,
  onTimeRate: due ? 0.925 : null,
  meanDays: due ? 3.42 : null,
  rated: 0,
  satisfied: 0,
  satisfaction: null,
  solvedYes: 0,
  solvedRate: null,
  small: due < 10,
});
