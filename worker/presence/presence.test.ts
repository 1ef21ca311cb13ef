import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Presence } from '../../contract/inbox.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { cleanUp } from '../jobs/clean-up.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';
import { presenceMs } from './presence.actions.ts';

type Headers = Record<string, string>;

afterEach(() => vi.restoreAllMocks());

const path = (number: string) => `/v1/staff/letters/${number}/presence`;
async function arrive(number: string, headers: Headers): Promise<Presence> {
  const answer = await call(path(number), { method: 'POST', headers });
  expect(answer.status).toBe(200);
  return answer.json<Presence>();
}
const rows = async (): Promise<number> =>
  (await testEnv.LETTERS_0.prepare('SELECT count(*) AS n FROM presence').first<{ n: number }>())!.n;

async function aLetter() {
  const tenant = await aTenant();
  const { number } = await send(tenant, { department: 'd01' });
  const [officer, colleague] = [
    await aMember('officer', tenant, ['d01']),
    await aMember('coordinator', tenant),
  ];
  return { tenant, number, officer, colleague };
}

describe('a letter that is open on somebody’s desk', () => {
  it('is said to colleagues by name, never to oneself, until one leaves', async () => {
    const { number, officer, colleague } = await aLetter();
    expect(await arrive(number, officer)).toEqual({ others: [], version: 1 });
    expect((await arrive(number, colleague)).others).toEqual(['officer 某']);
    expect((await arrive(number, officer)).others).toEqual(['coordinator 某']);
    expect((await call(path(number), { method: 'DELETE', headers: colleague })).status).toBe(200);
    expect((await arrive(number, officer)).others).toEqual([]);
  });

  it('is forgotten when nothing is heard any more, and its row removed', async () => {
    const { number, officer, colleague } = await aLetter();
    await arrive(number, colleague);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + presenceMs + 1);
    expect((await arrive(number, officer)).others).toEqual([]);
    vi.spyOn(Date, 'now').mockReturnValue(now + 4 * 3_600_000);
    await cleanUp(testEnv, 0);
    expect(await rows()).toBe(0);
  });

  it('is neither said nor told to those who may not act on it, and reading it says nothing', async () => {
    const { tenant, number, officer } = await aLetter();
    await arrive(number, officer);
    const strangers = [
      await aMember('officer', tenant, ['d02']),
      await aMember('coordinator', await aTenant()),
      await aMember('central', null, [], '36'),
    ];
    for (const headers of strangers) {
      for (const method of ['POST', 'DELETE'])
        expect((await call(path(number), { method, headers })).status).toBe(404);
    }
    const central = await aMember('central', null, [], '42');
    expect((await call(path(number), { method: 'POST', headers: central })).status).toBe(403);
    const before = await rows();
    expect((await call(`/v1/staff/letters/${number}`, { headers: central })).status).toBe(200);
    expect(await rows()).toBe(before);
  });

  it('tells its version, which a look at the contact details doesn’t move', async () => {
    const { number, officer, colleague } = await aLetter();
    await call(`/v1/staff/letters/${number}/contact`, { method: 'POST', headers: colleague });
    expect((await arrive(number, officer)).version).toBe(1);
    await call(`/v1/staff/letters/${number}/note`, { headers: colleague, json: { body: '已电话核对' } });
    expect((await arrive(number, officer)).version).toBe(3);
  });

  it('costs a handful of rows', async () => {
    const { number, officer } = await aLetter();
    const { status, rows: read } = await rowsRead(path(number), { method: 'POST', headers: officer });
    expect(status).toBe(200);
    expect(read).toBeLessThanOrEqual(40);
  });
});

describe('a command with the version it was decided on', () => {
  const accept = (number: string, headers: Headers, version?: string) =>
    call(`/v1/staff/letters/${number}/accept`, {
      headers: { ...headers, ...(version === undefined ? {} : { 'If-Match': version }) },
      json: { department: 'd01' },
    });

  it('is taken while the letter is as it was shown, or nobody says how it was', async () => {
    const { number, officer, tenant } = await aLetter();
    expect((await accept(number, officer, '"1"')).status).toBe(200);
    const other = await send(tenant, { department: 'd01' });
    expect((await accept(other.number, officer)).status).toBe(200);
  });

  it('is refused with 412 once a colleague has changed the letter, even where the rules would allow it', async () => {
    const { number, officer, colleague } = await aLetter();
    await call(`/v1/staff/letters/${number}/note`, { headers: colleague, json: { body: '先别受理' } });
    const late = await accept(number, officer, '"1"');
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: 'letter_changed' });
    const seen = await (await call(`/v1/staff/letters/${number}`, { headers: officer })).json<StaffLetter>();
    expect(seen.status).toBe('submitted');
    expect((await accept(number, officer, `"${seen.version}"`)).status).toBe(200);
  });

  it('is not hindered by looks at what is the writer’s alone', async () => {
    const { number, officer, colleague } = await aLetter();
    await call(`/v1/staff/letters/${number}/contact`, { method: 'POST', headers: colleague });
    expect((await accept(number, officer, '"1"')).status).toBe(200);
  });

  it('is refused as malformed with any other tag, and the letter stays', async () => {
    const { number, officer } = await aLetter();
    for (const version of ['1', 'W/"1"', '"x"', '""'])
      expect((await accept(number, officer, version)).status).toBe(400);
    expect((await accept(number, officer, '"1"')).status).toBe(200);
  });

  it('lets one of two who press at once through', async () => {
    const { number, officer, colleague } = await aLetter();
    const answers = await Promise.all([accept(number, officer, '"1"'), accept(number, colleague, '"1"')]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
  });
});
