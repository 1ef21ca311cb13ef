/** What each operation is asked with. */
import { newKey } from './app.ts';

export const secret = '张三丰的秘密';
const bodies: Record<string, unknown> = {
  accept: { department: 'd01' },
  assign: { department: 'd02' },
  transfer: { department: 'd02', reason: '职责所在' },
  object: { reason: '不属于我们' },
  'request-info': { question: '请说明具体地点' },
  extend: { days: 3, reason: '需要现场核实' },
  reply: { type: 'interim', body: '正在核实,需要一些时间。' },
  'reply-check': { type: 'interim', body: '正在核实,需要一些时间。' },
  'follow-up': { body: '已经办成了', done: true },
  contacted: { note: '已通话' },
  publish: { title: '标题', body: '正文' },
  note: { body: '内部备注' },
  'new-key': { proof: '身份证' },
  contact: {},
  decline: { grounds: 'petition', explanation: '属于信访事项,请到信访局。', goTo: '信访局' },
  spam: { grounds: 'abuse' },
  approve: {},
  return: { reason: '请补充' },
  withhold: { grounds: 'privacy' },
  'take-down': { grounds: 'privacy' },
  merge: { into: 'XX-2026-000001' },
  erase: { reason: '申请' },
  'erase-contact': { reason: '申请' },
  erasure: {},
  supplements: { body: '补充' },
  uploads: { bytes: 500 },
  suspend: { reason: '系统维护' },
  withdrawal: {},
  ratings: { level: 5, solved: 'yes' },
  consent: { publish: false },
  origins: { origin: 'https://a.test' },
  letters: { rows: [] },
  notices: { rows: [] },
  endorsements: { challenge: 'x' },
  verdicts: { challenge: 'x', answers: true },
};

export const bulletin = { from: '2011-01-01', to: '2011-03-31', scope: { jurisdiction: '420800' } };

/** Of two who aren't there. */
export const spotCheck = {
  ...{ scope: { jurisdiction: '4208' }, from: '2011-01-01', to: '2011-03-31', size: 5 },
  ...{ source: '福彩双色球第2099001期开奖号码', drawAt: '2099-01-01T00:00:00+08:00', reviewers: ['a', 'b'] },
};

export function bodyOf(tenant: string, path: string, last: string): unknown {
  const letter = { kind: 'help', title: '标题文字', body: '来人口述停水三天了。', publish: false };
  if (path === '/v1/staff/letters') return { ...letter, channel: 'counter', tenant };
  if (path === '/v1/tenants/{tenant}/letters') return { ...letter, challenge: 'none' };
  if (path === '/v1/staff/notices') return { tenant, department: 'd01', title: '通知', body: '内容' };
  if (path === '/v1/staff/members')
    return { email: `${newKey()}@example.test`, name: '某', role: 'officer', tenant, departments: ['d01'] };
  if (path === '/v1/staff/members/{id}') return { role: 'officer', departments: ['d01'] };
  if (path === '/v1/staff/invitations')
    return { tenant, email: 'x@example.test', name: '某', role: 'officer' };
  if (path.startsWith('/v1/invitations/')) return { token: '0'.repeat(32), password: 'k7Rw-px2Q-mm9T' };
  if (path === '/v1/staff/deputies')
    return { tenant, deputy: 'nobody', from: '2026-03-02', until: '2026-03-02' };
  // Asked for what can't be, so that the departments of the other questions stay.
  if (path === '/v1/staff/departments/merge') return { tenant, departments: ['d77'], into: { id: 'd01' } };
  if (path === '/v1/staff/departments/{id}/split')
    return { tenant, parts: [{ name: '新局', letters: ['XX-2026-000001'] }], keeper: null };
  if (path === '/v1/central/tenants')
    return {
      slug: `m${Math.random().toString(36).slice(2, 12)}`,
      name: '新县',
      jurisdiction: '420822',
      departments: ['办公室'],
    };
  if (path === '/v1/staff/webhooks') return { url: 'https://127.0.0.1/' };
  if (path === '/v1/staff/tokens') return { name: '令牌' };
  if (path === '/v1/staff/retention') return { tenant, months: 12 };
  if (path === '/v1/central/bulletins') return bulletin;
  if (path === '/v1/central/spot-checks') return spotCheck;
  if (path.endsWith('/draw')) return { value: '2099001' };
  if (path.endsWith('/score')) return { unfit: '没有正文' };
  if (path.endsWith('/publication') && path.includes('/bulletins/')) return { public: false };
  if (path === '/v1/central/orders') return { tenant, text: '请书面说明情况和原因。' };
  if (path.endsWith('/answer')) return { text: '已经办理完毕，情况如下。' };
  if (path.startsWith('/v1/central/orders')) return { reason: '没有说明原因' };
  if (path === '/v1/staff/filters') return { tenant, name: newKey().slice(0, 30), filter: { due: 'late' } };
  if (path === '/v1/staff/rules') return { tenant, acceptDays: 2 };
  if (path === '/v1/staff/inspection')
    return { tenant, year: 2026, item: 'quality', answer: 'met', remark: '' };
  if (path === '/v1/staff/ranking-comment') return { tenant, text: newKey().replaceAll(/\d/g, 'x') };
  // Hidden, so that the order of the questions makes no difference.
  if (path.endsWith('/publication')) return { jurisdiction: '42', name: '某省', public: false };
  if (path === '/v1/central/bounds') return { jurisdiction: '42', bounds: {} };
  if (path.startsWith('/v1/staff/templates'))
    return { tenant, title: '常用语', body: '正文', kinds: [], department: null, version: 1 };
  if (path === '/v1/staff/tenant') return { tenant, phone: '0724-7654321' };
  if (path.includes('/departments')) return { tenant, name: `某局${newKey().slice(0, 8)}` };
  if (path.includes('/calendar')) return { tenant, year: 2026, holidays: {}, workdays: [] };
  return bodies[last] ?? {};
}
