import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpotCheck, SpotCheckPage } from '../../contract/spot-checks.ts';
import { drawSample, seedOf } from '../../core/index.ts';
import { gatherSpotChecks } from '../jobs/gather-spot-checks.ts';
import { runJobs } from '../jobs/run.ts';
import type { Env } from '../platform/env.ts';
import { aMember, aTenant, call, newKey, send, testEnv } from '../test/app.ts';
import {
  asked,
  codeOf,
  give,
  hour,
  items,
  open,
  population,
  read,
  replied,
  start,
  twoReviewers,
  type Headers,
} from './test/checks.ts';

// Many tenants: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

let clock: { mockReturnValue: (time: number) => unknown };
beforeEach(() => void (clock = vi.spyOn(Date, 'now').mockReturnValue(start)));
afterEach(() => vi.restoreAllMocks());

const digest = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));
const openOne = async (headers: Headers, body: object, key = newKey()) => {
  const answer = await open(headers, body, key);
  expect(answer.status).toBe(201);
  return answer.json<SpotCheck>();
};

/** The service's world, whose directory dies after so many commits. */
const dyingAfter = (commits: number): Env => ({
  ...testEnv,
  DIRECTORY: new Proxy(testEnv.DIRECTORY, {
    get(target, name) {
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) => {
          if (commits-- <= 0) throw new Error('killed');
          return target.batch(statements);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  }),
});

describe('a draw', () => {
  it('is what anybody draws from the list whose hash stood before the value was known', async () => {
    const [one, other] = await twoReviewers('4401');
    const tenants = [await aTenant({ jurisdiction: '440101' }), await aTenant({ jurisdiction: '440102' })];
    for (const tenant of tenants) await replied(one!.headers, tenant, 12);
    const check = await openOne(one!.headers, asked('4401', [one!, other!]));
    expect(check).toMatchObject({
      state: 'frozen',
      done: 2,
      of: 2,
      population: 24,
      serial: 1,
      drawn: 0,
      mine: 0,
    });
    const list = await population(other!.headers, check.id);
    expect(digest(list)).toBe(check.populationHash);
    const early = await give(one!.headers, check.id, 'draw', { value: '01 02 03 04' });
    expect(await codeOf(early)).toEqual([409, 'value_not_known_yet']);
    clock.mockReturnValue(start + 13 * hour);
    const short = await give(one!.headers, check.id, 'draw', { value: '１ 2 三 (四) 3' });
    expect(await codeOf(short)).toEqual([400, 'bad_request']);
    const value = '０３ 07 12 18 25 31 + 09';
    const drawn = await (await give(one!.headers, check.id, 'draw', { value })).json<SpotCheck>();
    expect(drawn).toMatchObject({ state: 'scoring', value, seed: '03071218253109', drawn: 5 });
    const sample = (await items(one!.headers, check.id)).map(({ number }) => number);
    expect(sample).toEqual(drawSample(seedOf(value), list.trim().split('\n'), 5, digest));
    expect(await codeOf(await give(other!.headers, check.id, 'draw', { value: '9999' }))).toEqual([
      409,
      'already_drawn',
    ]);
  });

  it('happens once, however many enter a value at once', async () => {
    const [one, other] = await twoReviewers('4402');
    await replied(one!.headers, await aTenant({ jurisdiction: '440200' }), 20);
    const check = await openOne(one!.headers, asked('4402', [one!, other!]));
    clock.mockReturnValue(start + 13 * hour);
    const answers = await Promise.all(
      ['1111', '2222', '3333'].map((value) => give(one!.headers, check.id, 'draw', { value })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { seed } = await read(one!.headers, check.id);
    const list = (await population(one!.headers, check.id)).trim().split('\n');
    expect((await items(one!.headers, check.id)).map(({ number }) => number)).toEqual(
      drawSample(seed!, list, 5, digest),
    );
  });

  it('has lapsed where the list stood only when the value was known, and can’t be had from an empty list', async () => {
    const [one, other] = await twoReviewers('4403');
    const tenant = await aTenant({ jurisdiction: '440300' });
    for (let count = 0; count < 41; count++) await aTenant({ jurisdiction: '440300' });
    const key = newKey();
    const late = await openOne(one!.headers, asked('4403', [one!, other!]), key);
    expect(late).toMatchObject({ state: 'gathering', done: 40, of: 42, populationHash: null });
    expect(await codeOf(await give(one!.headers, late.id, 'draw', { value: '1234' }))).toEqual([
      409,
      'spot_check_gathering',
    ]);
    const empty = await openOne(
      one!.headers,
      asked('4403', [one!, other!], { scope: { jurisdiction: '4403', tenants: [tenant] } }),
    );
    clock.mockReturnValue(start + 13 * hour);
    await runJobs(testEnv);
    const codes = [];
    for (const { id } of [late, empty])
      codes.push(await codeOf(await give(one!.headers, id, 'draw', { value: '1234' })));
    expect(codes).toEqual([
      [409, 'spot_check_empty'],
      [409, 'spot_check_empty'],
    ]);
    await replied(one!.headers, tenant, 6);
    const slow = await open(
      one!.headers,
      asked('4403', [one!, other!], { drawAt: '2026-03-20T23:00:00+08:00' }),
      newKey(),
    );
    const { id } = await slow.json<SpotCheck>();
    clock.mockReturnValue(start + 20 * hour);
    await runJobs(testEnv);
    expect(await read(one!.headers, id)).toMatchObject({ state: 'lapsed', population: 6 });
    expect(await codeOf(await give(one!.headers, id, 'draw', { value: '1234' }))).toEqual([
      409,
      'spot_check_lapsed',
    ]);
  });
});

describe('the list', () => {
  it('has letters answered in the days asked for, and none that was erased, withdrawn or is only now answered', async () => {
    const [one, other] = await twoReviewers('4404');
    const tenant = await aTenant({ jurisdiction: '440400' });
    const coordinator = await aMember('coordinator', tenant);
    const early = { received_at: '2026-02-02 09:00', accepted_at: '2026-02-03 09:00' };
    await replied(one!.headers, tenant, 3, '2026-03-01', early);
    await replied(one!.headers, tenant, 2, '2026-03-15');
    await replied(one!.headers, tenant, 4, '2026-02-28', early);
    await replied(one!.headers, tenant, 4, '2026-03-16');
    await replied(one!.headers, tenant, 4, '2026-03-05', { replied_at: '', reply: '', outcome: '' });
    const body = asked('4404', [one!, other!]);
    const { id } = await openOne(one!.headers, body);
    const list = (await population(one!.headers, id)).trim().split('\n');
    expect(list).toHaveLength(5);
    const erased = await call(`/v1/staff/letters/${list[0]}/erase`, {
      headers: coordinator,
      json: { reason: '来信人书面要求' },
    });
    expect(erased.status).toBe(200);
    const again = await openOne(one!.headers, body);
    expect((await population(one!.headers, again.id)).trim().split('\n')).toEqual(list.slice(1));
    // What is answered after the check was opened isn't known, even where the day is one of those asked for.
    const today = asked('4404', [one!, other!], { from: '2026-03-20', to: '2026-03-20' });
    const letter = await send(tenant);
    const given = async (name: string, json: object) =>
      expect(
        (await call(`/v1/staff/letters/${letter.number}/${name}`, { headers: coordinator, json })).status,
      ).toBe(200);
    await given('accept', { department: 'd01' });
    const empty = await openOne(one!.headers, today);
    clock.mockReturnValue(start + hour);
    await given('reply', {
      type: 'final',
      body: '已经办结，请放心。电话0724-1234567。',
      outcome: 'resolved',
    });
    clock.mockReturnValue(start + 2 * hour);
    const full = await openOne(one!.headers, today);
    expect([empty.population, full.population]).toEqual([0, 1]);
  });

  it('comes to the same whether gathered once, twice, at once, late, or by a job that was killed', async () => {
    const [one, other] = await twoReviewers('4405');
    const tenants: string[] = [];
    for (let count = 0; count < 43; count++) tenants.push(await aTenant({ jurisdiction: '440500' }));
    for (const tenant of tenants.slice(-3)) await replied(one!.headers, tenant, 4);
    const body = asked('4405', [one!, other!]);
    const once = await openOne(one!.headers, body);
    await gatherSpotChecks(testEnv, 0);
    const key = newKey();
    const killed = await openOne(one!.headers, body, key);
    expect(killed).toMatchObject({ state: 'gathering', done: 40, of: 43 });
    await gatherSpotChecks(dyingAfter(3), 0);
    expect(await read(one!.headers, killed.id)).toMatchObject({ state: 'gathering', done: 41 });
    clock.mockReturnValue(start + 5 * hour);
    await Promise.all([
      gatherSpotChecks(testEnv, 0),
      gatherSpotChecks(testEnv, 0),
      open(one!.headers, body, key),
    ]);
    await gatherSpotChecks(testEnv, 0);
    const [first, second] = [await read(one!.headers, once.id), await read(one!.headers, killed.id)];
    expect(first).toMatchObject({ state: 'frozen', population: 12, done: 43 });
    expect([second.populationHash, second.population]).toEqual([first.populationHash, 12]);
    expect(await population(one!.headers, killed.id)).toBe(await population(one!.headers, once.id));
    expect((await open(one!.headers, { ...body, size: 6 }, key)).status).toBe(422);
    const page = await (
      await call('/v1/central/spot-checks?limit=100', { headers: one!.headers })
    ).json<SpotCheckPage>();
    expect(page.items.map(({ serial }) => serial).sort()).toEqual([1, 2]);
  });

  it('stands: what is announced, listed or drawn can’t be changed even in the database', async () => {
    const [one, other] = await twoReviewers('4406');
    await replied(one!.headers, await aTenant({ jurisdiction: '440600' }), 6);
    const { id } = await openOne(one!.headers, asked('4406', [one!, other!]));
    clock.mockReturnValue(start + 13 * hour);
    await give(one!.headers, id, 'draw', { value: '1234' });
    const tries = [
      `UPDATE spot_check SET source = 'x' WHERE id = '${id}'`,
      `UPDATE spot_check SET population_hash = 'x' WHERE id = '${id}'`,
      `UPDATE spot_check SET value = '9' WHERE id = '${id}'`,
      `UPDATE spot_check_part SET numbers = '[]' WHERE check_id = '${id}'`,
      `DELETE FROM spot_check_part WHERE check_id = '${id}'`,
      `UPDATE spot_check_item SET number = 'x' WHERE check_id = '${id}'`,
      `DELETE FROM spot_check_item WHERE check_id = '${id}'`,
      `DELETE FROM spot_check WHERE id = '${id}'`,
    ];
    for (const sql of tries) await expect(testEnv.DIRECTORY.prepare(sql).run(), sql).rejects.toThrow();
  });
});
