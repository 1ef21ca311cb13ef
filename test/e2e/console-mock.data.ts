/** What the mocked service holds: letters in every state the console shows, typed by the contract. The time is TODAY, 10:00. */
import type { TimelineEntry } from '../../contract/letters.ts';
import type { QueueItem, Session, StaffLetter } from '../../contract/staff.ts';

export const TODAY = '2026-11-20';
export const NOW = `${TODAY}T10:00:00+08:00`;

const departments = [
  { id: 'hrss', name: '市人社局' },
  { id: 'housing', name: '市住建局' },
  { id: 'traffic', name: '市交通局' },
  { id: 'urban', name: '市城管委' },
];

const own = { tenant: 'jingmen', tenantName: '荆门市人民政府', jurisdiction: null };
export const officer: Session = {
  ...{ id: 'u1', email: 'officer@demo.test', name: '周敏' },
  roles: [{ role: 'officer', ...own, departments: departments.slice(0, 1), allDepartments: departments }],
};
export const coordinator: Session = {
  ...{ id: 'u2', email: 'coordinator@demo.test', name: '陈立' },
  roles: [{ role: 'coordinator', ...own, departments: [], allDepartments: departments }],
};
export const central: Session = {
  ...{ id: 'u3', email: 'central@demo.test', name: '省政府办公厅' },
  roles: [
    {
      role: 'central',
      tenant: null,
      tenantName: null,
      jurisdiction: '42',
      departments: [],
      allDepartments: [],
    },
  ],
};

const endOf = (day: string) => `${day}T23:59:59+08:00`;
const step = (at: string, kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ at, kind, role: 'officer', department: null, text: null, due: null, outcome: null },
  ...{ type: null, grounds: null, level: null, colour: null, promisedFor: null },
  ...more,
});

const BODY =
  '我叫王秀兰,今年六十二岁,住在中天街7号2单元301。退休后的养老金从今年八月起少发了一百二十元,到街道问了三次,每次都说“系统里就是这样”。\n\n我的电话是13812345678,身份证号420800196405121234。希望能告诉我少发的原因;如果是弄错了,请补上。';
const PROPOSED =
  '我叫王**,今年六十二岁,住在中天街。退休后的养老金从今年八月起少发了一百二十元,到街道问了三次,每次都说“系统里就是这样”。\n\n我的电话是138****5678,身份证号420800********1234。希望能告诉我少发的原因;如果是弄错了,请补上。';
const REPLY =
  '王秀兰同志:您好。经查,您的养老金自八月起少发120元,原因是系统把您的缴费年限少录了一年。依据《社会保险经办条例》第二十条,我们已于11月18日更正,少发的360元将于11月27日随下月养老金补发到您的账户。有疑问请打0724-2345678,找周敏。';

const explanation: StaffLetter['why']['reply'] = {
  ...{ rule: 'reply', days: 5, unit: 'working', due: endOf('2026-11-20'), provisional: false },
  counted: ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
  leftOut: [
    { day: '2026-11-13', why: 'received', name: null },
    { day: '2026-11-14', why: 'weekend', name: null },
    { day: '2026-11-15', why: 'weekend', name: null },
  ],
};

/** An accepted inquiry that is due today; the other letters differ from it as said. */
export function letter(number: string, changes: Partial<StaffLetter> = {}): StaffLetter {
  const received = '2026-11-13T09:12:00+08:00';
  return {
    ...{
      number,
      tenant: 'jingmen',
      tenantName: '荆门市人民政府',
      kind: 'inquiry',
      status: 'accepted',
      channel: 'widget',
      handedOver: null,
    },
    ...{
      contested: false,
      department: 'hrss',
      departmentName: '市人社局',
      declined: null,
      accesses: [],
      title: '养老金为什么少发了一百二十元',
      body: BODY,
    },
    ...{ hasContact: true, publish: true, release: 'none', published: null },
    proposed: { title: '养老金为什么少发了一百二十元', body: PROPOSED, reply: null },
    ...{
      receivedAt: received,
      acceptBy: endOf('2026-11-16'),
      replyBy: endOf(TODAY),
      dueAt: endOf(TODAY),
      due: 'today',
    },
    ...{ daysLeft: 0, waitUntil: null, contactBy: null, round: 1, colour: null, transfers: 0, forced: false },
    ...{
      objected: false,
      extended: false,
      endorsements: 3,
      draft: null,
      returned: null,
      mergedInto: null,
      merged: [],
      replies: [],
      supplements: [],
      notes: [],
      ratings: [],
    },
    timeline: [
      step(received, 'submitted', { role: 'writer', department: '市人社局' }),
      step('2026-11-13T15:40:00+08:00', 'accepted', { department: '市人社局', due: endOf(TODAY) }),
    ],
    ledger: [{ at: received, entry: 'start', role: 'writer', reason: null, due: endOf(TODAY) }],
    why: {
      accept: { ...explanation, rule: 'accept', days: 1, counted: ['2026-11-16'], due: endOf('2026-11-16') },
      reply: explanation,
    },
    may: ['reply', 'request-info', 'extend', 'transfer', 'object', 'note', 'contact', 'new-key'],
    version: 2,
    ...changes,
  };
}

/** The command was given: what the service would answer. */
export function after(before: StaffLetter, command: string): StaffLetter {
  const version = before.version + 1;
  const event = (kind: string, more: Partial<TimelineEntry> = {}) => [
    ...before.timeline,
    step(NOW, kind, more),
  ];
  if (command === 'accept') {
    const may = ['reply', 'request-info', 'extend', 'transfer', 'object', 'note', 'contact', 'new-key'];
    return {
      ...before,
      version,
      may,
      status: 'accepted',
      timeline: event('accepted', { department: before.departmentName }),
    };
  }
  if (command === 'reply') {
    const reply = {
      at: NOW,
      type: 'final' as const,
      department: '市人社局',
      body: REPLY,
      outcome: 'resolved' as const,
      promisedFor: null,
      phone: null,
    };
    const timeline = event('replied', { department: '市人社局', type: 'final', outcome: 'resolved' });
    const proposed = { ...before.proposed, reply: REPLY.replace('王秀兰', '王**') };
    return {
      ...before,
      version,
      timeline,
      proposed,
      status: 'replied',
      due: 'none',
      dueAt: null,
      may: ['publish', 'note'],
      replies: [reply],
    };
  }
  if (command === 'publish')
    return {
      ...before,
      version,
      release: 'published',
      may: ['publish', 'note'],
      timeline: event('published'),
    };
  if (command === 'erase-contact')
    return {
      ...before,
      version,
      hasContact: false,
      may: before.may.filter((name) => name !== 'erase-contact' && name !== 'contact'),
      timeline: event('contact_erased', { role: 'coordinator' }),
    };
  if (command === 'note')
    return { ...before, version, notes: [...before.notes, { at: NOW, by: '周敏', body: '已电话核对' }] };
  return { ...before, version, timeline: event('assigned', { department: '市住建局' }) };
}

export const letters: readonly StaffLetter[] = [
  letter('JM-2026-000118', {
    ...{
      title: '小区电梯停了三个星期没人修,老人下不了楼',
      kind: 'complaint',
      due: 'late',
      colour: 'red',
      daysLeft: -12,
    },
    ...{
      department: 'housing',
      departmentName: '市住建局',
      dueAt: endOf('2026-11-04'),
      replyBy: endOf('2026-11-04'),
    },
    body: '金虾社区3栋的电梯十月下旬就停了,物业说等维修基金,房管所说要业主签字,谁也没有定下来。楼里有七位八十岁以上的老人。',
  }),
  letter('JM-2026-000123', { may: ['accept', 'decline', 'note', 'contact', 'new-key'], status: 'submitted' }),
  letter('JM-2026-000121'),
  letter('JM-2026-000125', {
    ...{
      title: '101路末班车能不能延到晚上十点',
      kind: 'suggestion',
      due: 'soon',
      daysLeft: 2,
      dueAt: endOf('2026-11-24'),
      replyBy: endOf('2026-11-24'),
    },
    ...{
      department: null,
      departmentName: null,
      status: 'submitted',
      may: ['accept', 'assign', 'decline', 'spam', 'note'],
    },
  }),
  letter('JM-2026-000127', {
    ...{
      title: '工地夜里十二点还在打桩',
      kind: 'report',
      due: 'later',
      daysLeft: 9,
      dueAt: endOf('2026-12-03'),
      replyBy: endOf('2026-12-03'),
    },
    ...{ objected: true, department: 'urban', departmentName: '市城管委', may: ['assign', 'reply', 'note'] },
  }),
  letter('JM-2026-000110', {
    ...{
      title: '补办社保卡要跑几趟',
      status: 'awaiting_citizen',
      due: 'stopped',
      daysLeft: 3,
      waitUntil: endOf('2026-12-02'),
    },
    may: ['reply', 'note', 'contact'],
  }),
  letter('JM-2026-000097', {
    ...{
      title: '幼儿园门口的斑马线磨没了',
      round: 2,
      due: 'later',
      daysLeft: 8,
      dueAt: endOf('2026-12-02'),
      replyBy: endOf('2026-12-02'),
    },
    ...{ contactBy: endOf('2026-11-23'), may: ['contacted', 'reply', 'request-info', 'note', 'contact'] },
    replies: [
      {
        at: '2026-11-10T10:00:00+08:00',
        type: 'final',
        department: '市交通局',
        body: '您反映的问题已收到,近期将尽快处理。',
        outcome: 'promised',
        promisedFor: '2026-12-15',
        phone: '0724-2345678',
      },
    ],
    ratings: [
      {
        at: '2026-11-19T20:11:00+08:00',
        level: 2,
        solved: 'no',
        result: 1,
        attitude: 3,
        speed: 2,
        comment: '去看了,还是老样子,没有人来画线。',
      },
    ],
    supplements: [{ at: '2026-11-15T08:00:00+08:00', body: '补充:是象山小学幼儿部,不是总校。' }],
    notes: [{ at: '2026-11-16T11:20:00+08:00', by: '陈立', body: '标线公司说雨停三天后才能画。' }],
  }),
  after(letter('JM-2026-000101'), 'reply'),
];

export function queueItem(one: StaffLetter): QueueItem {
  const { number, tenant, kind, status, department, departmentName, title, body, receivedAt, dueAt, due } =
    one;
  const { daysLeft, colour, round, contested, objected, draft, release, publish } = one;
  const base = {
    number,
    tenant,
    kind,
    status,
    department,
    departmentName,
    handedOver: null,
    title,
    excerpt: body.slice(0, 80),
    receivedAt,
    dueAt,
  };
  return {
    ...base,
    due,
    daysLeft,
    colour,
    round,
    contested,
    objected,
    draft: draft !== null,
    release,
    publish,
  };
}
