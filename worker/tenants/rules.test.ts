import { describe, expect, it } from 'vitest';
import type { BoundsView, RulesView } from '../../contract/rules.ts';
import type { Problem } from '../../contract/errors.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';

const rulesOf = async (headers: Record<string, string>, query = '') =>
  (await call(`/v1/staff/rules${query}`, { headers })).json<RulesView>();
const set = (headers: Record<string, string>, json: object) => call('/v1/staff/rules', { headers, json });

describe('a tenant’s rules', () => {
  it('are set by its coordinator, hold for letters received from then on, and leave those in hand as they were', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const before = await send(tenant);
    const changed = await set(coordinator, { replyDays: { inquiry: 20 }, signOff: true });
    expect(changed.status).toBe(200);
    expect(await changed.json<RulesView>()).toMatchObject({
      version: 2,
      inForce: true,
      rules: { replyDays: { inquiry: 20, help: 7 }, signOff: true, acceptDays: 1 },
      outside: [],
    });
    const after = await send(tenant);
    expect(after.replyBy > before.replyBy).toBe(true);
    const days = async (number: string) =>
      (await (await call(`/v1/staff/letters/${number}`, { headers: coordinator })).json<StaffLetter>()).why
        .reply.days;
    expect([await days(before.number), await days(after.number)]).toEqual([5, 20]);
  });

  it('keep every version', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await set(coordinator, { acceptDays: 2 });
    await set(coordinator, { acceptDays: 3 });
    const versions = await Promise.all(
      [1, 2, 3].map((version) => rulesOf(coordinator, `?version=${version}`)),
    );
    expect(versions.map(({ rules, inForce }) => [rules.acceptDays, inForce])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect((await call('/v1/staff/rules?version=9', { headers: coordinator })).status).toBe(404);
  });

  it('stay within bounds; a refusal names the rule and what is allowed', async () => {
    const coordinator = await aMember('coordinator', await aTenant());
    const refused = await set(coordinator, { acceptDays: 9, escalationDays: { yellow: 15 } });
    expect(refused.status).toBe(400);
    const { errors } = await refused.json<Problem>();
    expect(errors!.map(({ path, code }) => [path, code])).toEqual([
      ['acceptDays', 'out_of_bounds'],
      ['escalationDays', 'out_of_order'],
    ]);
    expect(errors![0]!.message).toContain('1 到 5');
    expect((await set(coordinator, { acceptDays: 1 })).status).toBe(409);
    expect((await rulesOf(coordinator)).version).toBe(1);
  });

  it('of two changes at once one holds, and the other is told', async () => {
    const coordinator = await aMember('coordinator', await aTenant());
    const both = await Promise.all([
      set(coordinator, { acceptDays: 2 }),
      set(coordinator, { acceptDays: 3 }),
    ]);
    const statuses = both.map(({ status }) => status).sort();
    // Where they didn't meet, both hold, one after the other.
    expect([
      [200, 200],
      [200, 409],
    ]).toContainEqual(statuses);
    expect((await rulesOf(coordinator)).version).toBe(statuses[1] === 200 ? 3 : 2);
  });
});

describe('the centre’s bounds', () => {
  const narrow = (headers: Record<string, string>, jurisdiction: string, bounds: object) =>
    call('/v1/central/bounds', { headers, json: { jurisdiction, bounds } });

  it('narrow a jurisdiction’s tenants and no other’s; what is set holds until it is set again', async () => {
    const [here, there] = [
      await aTenant({ jurisdiction: '610101' }),
      await aTenant({ jurisdiction: '620101' }),
    ];
    const mine = await aMember('coordinator', here);
    await set(mine, { replyDays: { report: 30 } });
    const province = await aMember('central', null, [], '61');
    expect((await narrow(province, '61', { replyDays: [1, 20] })).status).toBe(200);
    expect(await rulesOf(mine)).toMatchObject({
      rules: { replyDays: { report: 30 } },
      bounds: { replyDays: [1, 20] },
      outside: ['replyDays.report'],
    });
    expect((await set(mine, { acceptDays: 2 })).status).toBe(400);
    expect((await set(mine, { acceptDays: 2, replyDays: { report: 20 } })).status).toBe(200);
    const other = await aMember('coordinator', there);
    expect((await set(other, { replyDays: { report: 30 } })).status).toBe(200);
  });

  it('of a city can’t be wider than its province’s, nor set by another city', async () => {
    const province = await aMember('central', null, [], '63');
    const city = await aMember('central', null, [], '6301');
    await narrow(province, '63', { acceptDays: [1, 2] });
    const told = await (await narrow(city, '6301', { acceptDays: [1, 5] })).json<BoundsView>();
    expect(told).toMatchObject({ own: { acceptDays: [1, 5] }, effective: { acceptDays: [1, 2] } });
    expect((await narrow(city, '6302', {})).status).toBe(404);
    expect((await narrow(city, '63', {})).status).toBe(404);
    expect((await narrow(city, '6301', { acceptDays: [3, 1] })).status).toBe(400);
  });
});
