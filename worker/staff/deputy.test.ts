import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeputyPage } from '../../contract/deputies.ts';
import type { Session, StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { at, give, minute, Post, ticks } from '../test/notify.ts';

type Headers = Record<string, string>;
/** A Thursday. */
const today = '2026-03-05';
const time = (day: string, clock = '12:00') => Date.parse(`${day}T${clock}:00+08:00`);

afterEach(() => {
  vi.restoreAllMocks();
});

const memberOf = async (tenant: string, department: string) =>
  (await testEnv.DIRECTORY.prepare(
    'SELECT id FROM member JOIN member_department ON member_id = id WHERE tenant = ? AND department = ?',
  )
    .bind(tenant, department)
    .first<string>('id'))!;
async function aBody() {
  at(time(today));
  const tenant = await aTenant();
  const people = {
    coordinator: await aMember('coordinator', tenant),
    absent: await aMember('officer', tenant, ['d01']),
    deputy: await aMember('officer', tenant, ['d02']),
  };
  // Their tokens are for a day, and these tests for several.
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = expires_at * 2').run();
  const [absentId, deputyId] = [await memberOf(tenant, 'd01'), await memberOf(tenant, 'd02')];
  return { tenant, ...people, absentId, deputyId };
}
async function read(
  headers: Headers,
  json?: unknown,
): Promise<{ status: number; body: DeputyPage & { code: string } }> {
  const answer = await call('/v1/staff/deputies', { headers, ...(json === undefined ? {} : { json }) });
  return { status: answer.status, body: await answer.json() };
}
const opens = async (headers: Headers, number: string) =>
  (await call(`/v1/staff/letters/${number}`, { headers })).status;

describe('a deputy', () => {
  it('acts for the absent from the first day to the last, and the record says for whom', async () => {
    const { tenant, absent, deputy, deputyId } = await aBody();
    const { number } = await send(tenant, { department: 'd01' });
    const named = await read(absent, { deputy: deputyId, from: '2026-03-06', until: '2026-03-09' });
    expect(named.status).toBe(201);
    expect(named.body.items).toMatchObject([{ acting: false, mayEnd: true, until: '2026-03-09' }]);
    expect(await opens(deputy, number)).toBe(404);
    at(time('2026-03-06', '00:00'));
    expect(await opens(deputy, number)).toBe(200);
    await give(number, deputy, 'accept', { department: 'd01' });
    const letter = await (await call(`/v1/staff/letters/${number}`, { headers: absent })).json<StaffLetter>();
    expect(letter.timeline.at(-1)).toMatchObject({ kind: 'accepted', deputy: { for: 'officer 某' } });
    at(time('2026-03-09', '23:59'));
    expect(await opens(deputy, number)).toBe(200);
    at(time('2026-03-10', '00:00'));
    expect(await opens(deputy, number)).toBe(404);
    expect((await read(absent)).body.items).toEqual([]);
  });

  it('shows to nobody but staff who stood in for whom', async () => {
    const { tenant, absent, deputy, deputyId } = await aBody();
    const { number, accessKey } = await send(tenant, { department: 'd01' });
    await read(absent, { deputy: deputyId, from: today, until: today });
    await give(number, deputy, 'accept', { department: 'd01' });
    const writers = await call(`/v1/letters/${number}`, {
      headers: { Authorization: `Letter ${accessKey}` },
    });
    expect(await writers.text()).not.toMatch(/deputy|officer 某/);
  });

  it('has the absent one’s letters in the queue and departments in the session, also in the digest', async () => {
    const { tenant, absent, deputy, deputyId } = await aBody();
    at(time('2026-03-02'));
    const { number } = await send(tenant, { department: 'd01' });
    at(time('2026-03-08'));
    await read(absent, { deputy: deputyId, from: '2026-03-08', until: '2026-03-20' });
    const session = await (await call('/v1/staff/session', { headers: deputy })).json<Session>();
    expect(session.roles[0]!.departments.map(({ id }) => id)).toEqual(['d01', 'd02']);
    const queue = await (await call('/v1/staff/letters', { headers: deputy })).json<{ items: unknown[] }>();
    expect(queue.items).toMatchObject([{ number }]);
    const post = new Post();
    await ticks(post.env, time('2026-03-09', '07:45'), time('2026-03-09', '08:15'), 15 * minute);
    const told = await testEnv.LETTERS_0.prepare(
      "SELECT count(*) AS count FROM delivery WHERE tenant = ? AND kind = 'digest-daily'",
    )
      .bind(tenant)
      .first<number>('count');
    expect(told).toBe(2);
  });

  it('is an active officer of the same body, one at a time, on days that are not over', async () => {
    const { coordinator, absent, deputy, absentId, deputyId } = await aBody();
    const days = { from: today, until: '2026-03-07' };
    const stranger = await aBody();
    const ask = async (headers: Headers, json: object) => {
      const { status, body } = await read(headers, json);
      return body.code ?? status;
    };
    expect(await ask(absent, { deputy: absentId, ...days })).toBe('not_an_officer');
    expect(await ask(absent, { deputy: stranger.deputyId, ...days })).toBe('not_an_officer');
    expect(await ask(coordinator, { deputy: deputyId, ...days })).toBe('not_an_officer');
    expect(await ask(deputy, { absent: absentId, deputy: deputyId, ...days })).toBe('forbidden');
    expect(await ask(absent, { deputy: deputyId, from: today, until: '2026-03-04' })).toBe('days_passed');
    expect(await ask(absent, { deputy: deputyId, ...days })).toBe(201);
    const overlap = { deputy: deputyId, from: '2026-03-07', until: '2026-03-09' };
    expect(await ask(coordinator, { absent: absentId, ...overlap })).toBe('deputies_overlap');
    expect(await ask(absent, { deputy: deputyId, from: '2026-03-08', until: '2026-03-09' })).toBe(201);
  });

  it('ends at once where the absent or the coordinator says so; not for strangers', async () => {
    const { tenant, coordinator, absent, deputy, deputyId } = await aBody();
    const { number } = await send(tenant, { department: 'd01' });
    const { body } = await read(absent, { deputy: deputyId, from: today, until: '2026-03-07' });
    const path = `/v1/staff/deputies/${body.items[0]!.id}`;
    const stranger = (await aBody()).coordinator;
    expect((await call(path, { headers: stranger, method: 'DELETE' })).status).toBe(404);
    expect((await call(path, { headers: deputy, method: 'DELETE' })).status).toBe(404);
    expect((await call(path, { headers: coordinator, method: 'DELETE' })).status).toBe(200);
    expect(await opens(deputy, number)).toBe(404);
    expect((await call(path, { headers: coordinator, method: 'DELETE' })).status).toBe(404);
  });

  it('stands in for nobody who was suspended', async () => {
    const { tenant, coordinator, absent, deputy, absentId, deputyId } = await aBody();
    const { number } = await send(tenant, { department: 'd01' });
    await read(absent, { deputy: deputyId, from: today, until: today });
    await call(`/v1/staff/members/${absentId}/suspend`, { headers: coordinator, method: 'POST' });
    expect(await opens(deputy, number)).toBe(404);
  });
});
