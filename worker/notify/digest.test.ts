import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { anAddress, at, day, deliveriesOf, give, hour, minute, Post, ticks } from '../test/notify.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A Monday and a working day, like the days after it. */
const monday = Date.parse('2026-03-02T07:00:00+08:00');
/** The ticks before, at and after eight, of days counted from Monday. */
async function mornings(env: Post['env'], from: number, to: number): Promise<void> {
  for (let one = from; one <= to; one++)
    await ticks(env, monday + one * day + 45 * minute, monday + one * day + 75 * minute, 15 * minute);
}

const digestsOf = async (tenant: string) =>
  (await deliveriesOf(tenant)).filter(({ kind }) => kind.startsWith('digest-')).map(({ kind }) => kind);

async function addressOf(tenant: string, role: string): Promise<string> {
  const query =
    'SELECT email FROM user JOIN member ON member.user_id = user.id WHERE member.tenant = ? AND member.role = ?';
  return (await testEnv.DIRECTORY.prepare(query).bind(tenant, role).first<{ email: string }>())!.email;
}

describe('the officer’s digest', () => {
  it('comes once at eight, on working days with something due, with numbers and no words of a letter', async () => {
    at(monday);
    const post = new Post();
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await aMember('officer', tenant, ['d01']);
    const officer = await addressOf(tenant, 'officer');
    for (const title of ['张三丰的退休金', '李四的档案', '别的部门的'])
      await send(tenant, { title, department: title === '别的部门的' ? 'd02' : 'd01' });
    const { items } = await (
      await call('/v1/staff/letters', { headers: coordinator })
    ).json<{ items: { number: string; department: string }[] }>();
    for (const { number, department } of items) await give(number, coordinator, 'accept', { department });
    await ticks(post.env, monday, monday + 59 * minute, 20 * minute);
    expect(await digestsOf(tenant)).toEqual([]);
    // Inquiries of Monday are due on the Monday after: the Friday before says so.
    await mornings(post.env, 0, 3);
    expect(post.to(officer)).toEqual([]);
    await mornings(post.env, 4, 4);
    expect(post.to(officer).map(({ subject }) => subject)).toEqual(['测试市：2 件下一个工作日到期']);
    // Nothing at the weekend; on the day itself, and then late.
    await mornings(post.env, 5, 8);
    expect(post.to(officer).map(({ subject }) => subject)).toEqual([
      '测试市：2 件下一个工作日到期',
      '测试市：2 件今天到期',
      '测试市：2 件逾期',
    ]);
    expect(JSON.stringify(post.to(officer))).not.toMatch(/张三丰|李四|档案|退休金|房管/);
    expect(post.to(officer).at(-1)!.text).toContain('市人社局');
  });

  it('is the same one, whether the job runs twice at once or comes late, and isn’t made up for the day after', async () => {
    at(monday);
    const post = new Post();
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await aMember('officer', tenant, ['d01']);
    const { number } = await send(tenant, { department: 'd01' });
    await give(number, coordinator, 'accept', { department: 'd01' });
    at(monday + 7 * day + 9 * hour);
    await Promise.all([runJobs(post.env), runJobs(post.env)]);
    await runJobs(post.env);
    expect((await digestsOf(tenant)).toSorted()).toEqual(['digest-daily']);
    at(monday + 8 * day);
    await runJobs(post.env);
    expect(await digestsOf(tenant)).toHaveLength(1);
  });

  it('goes to nobody who was suspended in the meantime', async () => {
    at(monday);
    const post = new Post();
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await aMember('officer', tenant, ['d01']);
    const officer = await addressOf(tenant, 'officer');
    const { number } = await send(tenant, { department: 'd01' });
    await give(number, coordinator, 'accept', { department: 'd01' });
    post.fails = { with: new Error('connection refused') };
    await ticks(post.env, monday + 7 * day + hour, monday + 7 * day + hour);
    const suspend = "UPDATE member SET status = 'suspended' WHERE tenant = ? AND role = 'officer'";
    await testEnv.DIRECTORY.prepare(suspend).bind(tenant).run();
    post.fails = null;
    await ticks(post.env, monday + 7 * day + hour, monday + 7 * day + 3 * hour, hour);
    expect(post.to(officer)).toEqual([]);
  });
});

describe('the coordinator’s weekly summary', () => {
  it('counts what needs an eye on the first working day of the week only', async () => {
    at(monday - 3 * day);
    const post = new Post();
    const tenant = await aTenant();
    await aMember('coordinator', tenant);
    const coordinator = await addressOf(tenant, 'coordinator');
    await send(tenant);
    await send(tenant);
    await mornings(post.env, -3, 6);
    expect(post.to(coordinator)).toHaveLength(1);
    expect(post.to(coordinator)[0]!.subject).toBe('测试市：本周提要：2 件逾期');
    expect(post.to(coordinator)[0]!.text).toContain('还没有受理：2 件');
  });
});

describe('a promise', () => {
  it('whose day has passed without word is told once, the morning after, and kept ones are told as kept', async () => {
    at(monday);
    const post = new Post();
    const [tenant, email, other] = [await aTenant(), anAddress(), anAddress()];
    const officer = await aMember('coordinator', tenant);
    const promise = {
      type: 'final',
      body: '已列入计划，届时完工后会再告诉您。',
      outcome: 'promised',
      promisedFor: '2026-03-10',
    };
    const letters = [
      await send(tenant, { contact: { email } }),
      await send(tenant, { contact: { email: other } }),
    ];
    for (const { number } of letters) {
      await give(number, officer, 'accept', { department: 'd01' });
      await give(number, officer, 'reply', promise);
    }
    await give(letters[1]!.number, officer, 'follow-up', { body: '已经完工，请您看看。', done: true });
    await mornings(post.env, 0, 11);
    const subjects = (to: string) =>
      post.to(to).map(({ subject }) => subject.replace(/^.*：(.*)（.*$/, '$1'));
    expect(subjects(email).filter((title) => title.startsWith('承诺'))).toEqual(['承诺的日期已过']);
    expect(subjects(other).filter((title) => title.startsWith('承诺'))).toEqual(['承诺的事办成了']);
    const told = await deliveriesOf(tenant);
    expect(told.filter(({ kind }) => kind === 'promise-due')).toHaveLength(1);
  });
});
