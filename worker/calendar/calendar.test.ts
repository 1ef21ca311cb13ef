import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CalendarView, ClockAnswer, PreviewPage } from '../../contract/calendar.ts';
import type { Problem } from '../../contract/errors.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';

afterEach(() => vi.restoreAllMocks());

const start = Date.parse('2026-03-02T09:00:00+08:00');
const dayMs = 86_400_000;
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);
const festival = { year: 2026, holidays: { '2026-03-05': '三月三' }, workdays: [] };

describe('a place’s own days', () => {
  it('are previewed, set, and move its open deadlines, and nobody else’s', async () => {
    at(start);
    const [here, there] = [await aTenant(), await aTenant()];
    const coordinator = await aMember('coordinator', here);
    const [mine, other] = [await send(here), await send(there)];
    const preview = await call('/v1/staff/calendar/preview', { headers: coordinator, json: festival });
    expect((await preview.json<PreviewPage>()).items).toEqual([
      {
        number: mine.number,
        department: null,
        departmentName: null,
        deadline: 'reply',
        from: '2026-03-09T23:59:59+08:00',
        to: '2026-03-10T23:59:59+08:00',
        provisional: false,
        stillProvisional: false,
      },
    ]);
    const set = await call('/v1/staff/calendar', { headers: coordinator, json: festival });
    expect(set.status).toBe(200);
    expect((await set.json<CalendarView>()).holidays).toContainEqual({
      day: '2026-03-05',
      name: '三月三',
      local: true,
    });
    await runJobs(testEnv);
    const letter = await (
      await call(`/v1/staff/letters/${mine.number}`, { headers: coordinator })
    ).json<StaffLetter>();
    expect(letter.replyBy).toBe('2026-03-10T23:59:59+08:00');
    expect(letter.ledger.map(({ entry }) => entry)).toEqual(['start', 'recompute']);
    expect(letter.why.reply.leftOut).toContainEqual({ day: '2026-03-05', why: 'holiday', name: '三月三' });
    const stranger = await aMember('coordinator', there);
    const theirs = await (
      await call(`/v1/staff/letters/${other.number}`, { headers: stranger })
    ).json<StaffLetter>();
    expect(theirs.replyBy).toBe('2026-03-09T23:59:59+08:00');
  });

  it('are as many as the centre allows, and none of them is past', async () => {
    at(start);
    const tenant = await aTenant({ jurisdiction: '450101' });
    const [central, coordinator] = [
      await aMember('central', null, [], '45'),
      await aMember('coordinator', tenant),
    ];
    await call('/v1/central/bounds', {
      headers: central,
      json: { jurisdiction: '45', bounds: { localDays: [0, 1] } },
    });
    const set = async (...days: string[]) => {
      const holidays = Object.fromEntries(days.map((day) => [day, '三月三']));
      const answer = await call('/v1/staff/calendar', {
        headers: coordinator,
        json: { ...festival, holidays },
      });
      return answer.status === 200 ? 200 : (await answer.json<Problem>()).errors?.[0]?.code;
    };
    expect(await set('2026-04-20', '2026-04-21')).toBe('too_many');
    expect(await set('2026-03-02')).toBe('day_past');
    expect(await set('2026-04-20')).toBe(200);
    at(start + 60 * dayMs);
    const again = await aMember('coordinator', tenant);
    const taken = await call('/v1/staff/calendar', { headers: again, json: { ...festival, holidays: {} } });
    expect((await taken.json<Problem>()).errors).toMatchObject([{ code: 'day_past' }]);
  });

  it('are set once where two set them at the same moment', async () => {
    const year = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));
    const day = new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10);
    const coordinator = await aMember('coordinator', await aTenant());
    const json = { year, holidays: { [day]: '本地节日' }, workdays: [] };
    const both = await Promise.all(
      [1, 2].map(() => call('/v1/staff/calendar', { headers: coordinator, json })),
    );
    expect(both.map(({ status }) => status).filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(both.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });
});

describe('counting aloud', () => {
  const count = async (query: string) => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    return (await call(`/v1/staff/clock?${query}`, { headers: officer })).json<ClockAnswer>();
  };

  it.each([
    ['2026-02-13', 'accept', '2026-02-14'],
    ['2026-02-13', 'reply-inquiry', '2026-02-27'],
    ['2026-02-13', 'reply-report', '2026-03-12'],
    ['2026-09-18', 'accept', '2026-09-20'],
    ['2026-04-30', 'reply-inquiry', '2026-05-11'],
    ['2026-09-30', 'reply-inquiry', '2026-10-13'],
    ['2026-06-18', 'accept', '2026-06-22'],
  ])('says of %s and the rule %s: due on %s (product.md §5)', async (received, rule, due) => {
    const told = await count(`rule=${rule}&at=${received}T10:00:00%2B08:00`);
    expect(told.due).toBe(`${due}T23:59:59+08:00`);
    expect(told.counted).toHaveLength(told.days);
    expect(told.counted.at(-1)).toBe(due);
    expect(told.leftOut[0]).toEqual({ day: received, why: 'received', name: null });
  });

  it('says why each day was left out, of other days than the rule’s too, and where the calendar ends', async () => {
    const told = await count('rule=reply-help&days=2&at=2026-09-30T23:30:00%2B08:00');
    expect(told).toMatchObject({ days: 2, unit: 'working', ruleVersion: 1, provisional: false });
    expect(told.leftOut.map(({ why }) => why)).toContain('holiday');
    expect(told.leftOut.find(({ day }) => day === '2026-10-01')).toMatchObject({ name: '国庆节' });
    const far = await count('rule=reopened&at=2099-01-05T10:00:00%2B08:00');
    expect(far).toMatchObject({ unit: 'calendar', provisional: true });
    expect(far.due > `${far.knownUntil}T`).toBe(true);
  });

  it('refuses a rule there is none of', async () => {
    const officer = await aMember('officer', await aTenant(), ['d01']);
    expect((await call('/v1/staff/clock?rule=never', { headers: officer })).status).toBe(400);
  });
});
