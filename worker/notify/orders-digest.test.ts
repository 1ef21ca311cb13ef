import { afterEach, expect, it, vi } from 'vitest';
import type { OrderDetail } from '../../contract/orders.ts';
import { aMember, aTenant, call, testEnv } from '../test/app.ts';
import { at, day, minute, Post, ticks } from '../test/notify.ts';

afterEach(() => vi.restoreAllMocks());

/** A Monday and a working day, like the days after it. */
const monday = Date.parse('2026-03-02T07:00:00+08:00');
const morning = (env: Post['env'], after: number) =>
  ticks(env, monday + after * day + 45 * minute, monday + after * day + 75 * minute, 15 * minute);

it('an order is told to the coordinator on working mornings until it is answered, and to nobody else', async () => {
  at(monday);
  const post = new Post();
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  await aMember('officer', tenant, ['d01']);
  const central = await aMember('central', null, [], '42');
  const issued = await call('/v1/central/orders', {
    headers: central,
    json: { tenant, department: 'd01', text: '请说明张三来信为何逾期。', days: 3 },
  });
  const { number } = await issued.json<OrderDetail>();
  await morning(post.env, 0);
  const { results } = await testEnv.DIRECTORY.prepare(
    'SELECT email FROM user JOIN member ON member.user_id = user.id WHERE member.tenant = ? ORDER BY role',
  )
    .bind(tenant)
    .all<{ email: string }>();
  const [mine, officers] = results.map(({ email }) => email) as [string, string];
  const subjects = () => post.to(mine).map(({ subject }) => subject);
  expect(subjects()).toEqual(['测试市：1 份督办等您答复']);
  expect(post.to(mine)[0]!.text).toContain('最早的期限');
  expect(JSON.stringify(post.to(mine))).not.toContain('张三');
  expect(post.to(officers)).toEqual([]);
  // Due at the end of Thursday: late on Friday; nothing at the weekend.
  vi.restoreAllMocks();
  await morning(post.env, 4);
  await morning(post.env, 5);
  expect(subjects().slice(1)).toEqual(['测试市：1 份督办逾期未答复']);
  at(monday);
  const answer = { headers: coordinator, json: { text: '因人手不足延误，现已办结。' } };
  expect((await call(`/v1/staff/orders/${number}/answer`, answer)).status).toBe(200);
  await morning(post.env, 7);
  expect(subjects()).toHaveLength(2);
});
