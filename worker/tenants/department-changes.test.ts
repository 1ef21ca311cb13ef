/** Merging and splitting: what moves, what stays, and that the job may be late, repeated or killed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DepartmentDetail, DepartmentList } from '../../contract/departments.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { Stats } from '../../contract/stats.ts';
import type { Profile } from '../../contract/tenants.ts';
import { surveyTenant } from '../bulletins/survey.actions.ts';
import { passOnLetters } from '../jobs/pass-on-letters.ts';
import { aMember, aTenant, call, freshSlug, send, testEnv } from '../test/app.ts';

type Headers = Record<string, string>;
const ask = async <T>(
  path: string,
  headers: Headers,
  json?: unknown,
): Promise<{ status: number; body: T }> => {
  const answer = await call(path, { headers, ...(json === undefined ? {} : { json }) });
  return { status: answer.status, body: await answer.json<T>() };
};
const merge = (headers: Headers, departments: string[], into: object) =>
  ask<DepartmentList & { code?: string }>('/v1/staff/departments/merge', headers, { departments, into });
const read = async (headers: Headers, number: string) =>
  (await ask<StaffLetter>(`/v1/staff/letters/${number}`, headers)).body;
const eventsOf = async (number: string) =>
  (
    await testEnv.LETTERS_0.prepare(
      'SELECT data FROM event WHERE letter_id = (SELECT id FROM letter WHERE number = ?) ORDER BY seq',
    )
      .bind(number)
      .all<{ data: string }>()
  ).results.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
const command = async (headers: Headers, number: string, name: string, json: unknown) => {
  const { status } = await ask(`/v1/staff/letters/${number}/${name}`, headers, json);
  expect(status).toBe(200);
};

async function aBody() {
  const tenant = await aTenant({ departments: ['甲局', '乙局', '丙局'] });
  return { tenant, coordinator: await aMember('coordinator', tenant) };
}
async function anAnswered(tenant: string, coordinator: Headers, department: string) {
  const letter = await send(tenant, { department });
  await command(coordinator, letter.number, 'accept', { department });
  const body = { type: 'final', body: '已经核实，费用不再收取。', outcome: 'resolved' };
  await command(coordinator, letter.number, 'reply', body);
  return letter;
}

afterEach(() => vi.useRealTimers());

describe('a merger', () => {
  it('gives open letters and members to whoever takes over; what was answered stays', async () => {
    const { tenant, coordinator } = await aBody();
    const officer = await aMember('officer', tenant, ['d01']);
    const open = await send(tenant, { department: 'd01' });
    await command(coordinator, open.number, 'accept', { department: 'd01' });
    const done = await anAnswered(tenant, coordinator, 'd01');
    const detail = await ask<DepartmentDetail>('/v1/staff/departments/d01', coordinator);
    expect(detail.body).toMatchObject({ openLetters: 1, letters: [{ number: open.number }] });
    expect(detail.body.members).toHaveLength(1);
    const due = (await read(coordinator, open.number)).replyBy;

    expect((await merge(coordinator, ['d01', 'd02'], { name: '甲乙局' })).status).toBe(200);
    await passOnLetters(testEnv, 0);
    const now = await read(officer, open.number);
    expect(now).toMatchObject({ department: 'd04', departmentName: '甲乙局', replyBy: due, transfers: 0 });
    expect(now.timeline.at(-1)).toMatchObject({ kind: 'assigned', role: 'system', succeeds: '甲局' });
    expect(await read(officer, done.number)).toMatchObject({ department: 'd01', departmentName: '甲局' });
  });

  it('leaves closed departments in the history, and to nobody’s choice', async () => {
    const { tenant, coordinator } = await aBody();
    const letter = await send(tenant, { department: 'd03' });
    const { body } = await merge(coordinator, ['d01'], { id: 'd02' });
    expect(body.items[0]).toMatchObject({ id: 'd01', successors: ['d02'], passing: true });
    expect(body.items[0]!.closedAt).not.toBeNull();
    const profile = (await ask<Profile>(`/v1/tenants/${tenant}`, {})).body;
    expect(profile.departments.map(({ id }) => id)).toEqual(['d02', 'd03']);
    expect(profile.formerDepartments).toEqual([{ id: 'd01', name: '甲局' }]);
    const refused = [
      await ask<{ code: string }>(`/v1/staff/letters/${letter.number}/accept`, coordinator, {
        department: 'd01',
      }),
      await merge(coordinator, ['d01'], { id: 'd03' }),
      await merge(coordinator, ['d03'], { id: 'd01' }),
    ];
    expect(refused.map(({ body: { code } }) => code)).toEqual(Array(3).fill('unknown_department'));
    await expect(send(tenant, { department: 'd01' })).rejects.toThrow('unknown_department');
    expect((await merge(coordinator, ['d02'], { id: 'd02' })).body.code).toBe('nothing_to_merge');
    expect((await merge(coordinator, ['d02'], { name: '丙局' })).body.code).toBe('name_taken');
  });

  it('keeps the past under the old names: figures and a bulletin of before are the same after', async () => {
    const { tenant, coordinator } = await aBody();
    await anAnswered(tenant, coordinator, 'd01');
    await anAnswered(tenant, coordinator, 'd02');
    const span = { from: '2020-01-01', to: '2999-12-31', asOf: '2999-12-31' };
    const stats = async () => (await ask<Stats>(`/v1/tenants/${tenant}/stats`, {})).body.byDepartment;
    const before = await stats();
    const begunAt = Date.now();
    const bulletin = (await surveyTenant(testEnv, tenant, { ...span, begunAt })).tenant.departments;
    vi.useFakeTimers({ now: begunAt + 5_000, toFake: ['Date'] });
    await ask('/v1/staff/departments/d02/rename', coordinator, { name: '新乙局' });
    await merge(coordinator, ['d01', 'd02'], { name: '甲乙局' });
    await passOnLetters(testEnv, 0);
    const after = (await surveyTenant(testEnv, tenant, { ...span, begunAt })).tenant.departments;
    expect(after).toEqual(bulletin);
    expect(after.map(({ name }) => name)).toEqual(['甲局', '乙局']);
    expect((await stats()).map(({ id, received }) => [id, received])).toEqual(
      before.map(({ id, received }) => [id, received]),
    );
  });

  it('gives letters of other tenants that a department held to whoever took over, too', async () => {
    const [home, holder] = [await aBody(), await aBody()];
    const { number } = await send(home.tenant, { department: 'd01' });
    await command(home.coordinator, number, 'accept', { department: 'd01' });
    const reason = '这件事归他们管。';
    await command(home.coordinator, number, 'transfer', { tenant: holder.tenant, reason });
    await command(holder.coordinator, number, 'accept', { department: 'd01' });
    const detail = await ask<DepartmentDetail>('/v1/staff/departments/d01', holder.coordinator);
    expect(detail.body.openLetters).toBe(1);
    const officer = await aMember('officer', holder.tenant, ['d02']);
    expect((await call(`/v1/staff/letters/${number}`, { headers: officer })).status).toBe(404);
    await merge(holder.coordinator, ['d01'], { id: 'd02' });
    await passOnLetters(testEnv, 0);
    await passOnLetters(testEnv, 0);
    expect((await eventsOf(number)).filter(({ succeeds }) => succeeds)).toMatchObject([
      { tenant: holder.tenant, department: 'd02', succeeds: 'd01', role: 'system' },
    ]);
    expect(await read(officer, number)).toMatchObject({ transfers: 1 });
  });

  it('gives a letter that is opened again to whoever took over', async () => {
    const { tenant, coordinator } = await aBody();
    const { number, accessKey } = await anAnswered(tenant, coordinator, 'd01');
    await merge(coordinator, ['d01'], { id: 'd02' });
    await passOnLetters(testEnv, 0);
    const rated = await ask(
      `/v1/letters/${number}/ratings`,
      { Authorization: `Letter ${accessKey}` },
      {
        level: 1,
        solved: 'no',
        comment: '还在收。',
      },
    );
    expect(rated.status).toBe(200);
    expect(await read(coordinator, number)).toMatchObject({ department: 'd02', round: 2 });
    const [rating] = (await read(coordinator, number)).ratings;
    expect(rating).toMatchObject({ comment: '还在收。' });
  });

  it('of two at once one is refused, and the letters follow through both', async () => {
    const { tenant, coordinator } = await aBody();
    const letter = await send(tenant, { department: 'd01' });
    const both = await Promise.all([
      merge(coordinator, ['d01'], { id: 'd02' }),
      merge(coordinator, ['d01'], { id: 'd03' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [heir, other] = both[0].status === 200 ? ['d02', 'd03'] : ['d03', 'd02'];
    expect((await merge(coordinator, [heir!], { id: other })).status).toBe(200);
    await passOnLetters(testEnv, 0);
    expect((await read(coordinator, letter.number)).department).toBe(other);
  });

  it('is no business of officers, nor of another tenant', async () => {
    const { tenant } = await aBody();
    const officer = await aMember('officer', tenant, ['d01']);
    expect((await merge(officer, ['d01'], { id: 'd02' })).status).toBe(403);
    const stranger = await aMember('coordinator', (await aBody()).tenant);
    const json = { tenant, departments: ['d01'], into: { id: 'd02' } };
    expect((await ask('/v1/staff/departments/merge', stranger, json)).status).toBe(404);
  });
});

describe('the job', () => {
  it('run twice, late or after it was killed writes what once in time would have', async () => {
    const { tenant, coordinator } = await aBody();
    const letters = [await send(tenant, { department: 'd01' }), await send(tenant, { department: 'd01' })];
    await merge(coordinator, ['d01'], { id: 'd02' });
    const since = (await testEnv.DIRECTORY.prepare('SELECT since FROM succession WHERE tenant = ?')
      .bind(tenant)
      .first<number>('since'))!;
    await passOnLetters(testEnv, 0);
    const histories = await Promise.all(letters.map(({ number }) => eventsOf(number)));
    for (const events of histories) expect(events.at(-1)).toMatchObject({ kind: 'assigned', at: since });
    // Killed before it noted how far it got; then again when no letter can have been missed.
    await testEnv.DIRECTORY.prepare("UPDATE succession SET cursor = '', passed_at = NULL WHERE tenant = ?")
      .bind(tenant)
      .run();
    await passOnLetters(testEnv, 0);
    vi.useFakeTimers({ now: since + 61_000, toFake: ['Date'] });
    await passOnLetters(testEnv, 0);
    expect(await Promise.all(letters.map(({ number }) => eventsOf(number)))).toEqual(histories);
    const row = testEnv.DIRECTORY.prepare('SELECT done_at FROM succession WHERE tenant = ?').bind(tenant);
    expect(await row.first('done_at')).not.toBeNull();
  });
});

describe('a split', () => {
  const split = (headers: Headers, id: string, json: object) =>
    ask<DepartmentList & { code?: string }>(`/v1/staff/departments/${id}/split`, headers, json);

  it('closes the department: one part keeps what isn’t given to the other', async () => {
    const { tenant, coordinator } = await aBody();
    const officer = await aMember('officer', tenant, ['d01']);
    const [stays, goes] = [
      await send(tenant, { department: 'd01' }),
      await send(tenant, { department: 'd01' }),
    ];
    const { body } = await split(coordinator, 'd01', {
      parts: [{ name: '甲一局', letters: [goes.number] }, { name: '甲二局' }],
      keeper: 1,
    });
    expect(body.items[0]).toMatchObject({ id: 'd01', successors: ['d05', 'd04'] });
    await passOnLetters(testEnv, 0);
    expect((await read(officer, stays.number)).departmentName).toBe('甲二局');
    expect((await read(coordinator, goes.number)).departmentName).toBe('甲一局');
    expect((await call(`/v1/staff/letters/${goes.number}`, { headers: officer })).status).toBe(404);
  });

  it('or leaves it living, with all that isn’t given away', async () => {
    const { tenant, coordinator } = await aBody();
    const [stays, goes] = [
      await send(tenant, { department: 'd01' }),
      await send(tenant, { department: 'd01' }),
    ];
    const json = { parts: [{ name: '新局', letters: [goes.number] }], keeper: null };
    expect((await split(coordinator, 'd01', json)).body.items[0]!.closedAt).toBeNull();
    await passOnLetters(testEnv, 0);
    expect((await read(coordinator, stays.number)).department).toBe('d01');
    expect((await read(coordinator, goes.number)).department).toBe('d04');
    // Given back by hand, it stays there whatever the job does.
    await command(coordinator, goes.number, 'assign', { department: 'd01' });
    await testEnv.DIRECTORY.prepare("UPDATE succession SET cursor = '', passed_at = NULL WHERE tenant = ?")
      .bind(tenant)
      .run();
    await passOnLetters(testEnv, 0);
    expect((await read(coordinator, goes.number)).department).toBe('d01');
    expect(
      (
        await split(coordinator, 'd01', {
          ...json,
          parts: [{ name: freshSlug(), letters: ['ZZ-2026-000001'] }],
        })
      ).body.code,
    ).toBe('letters_moved');
  });
});
