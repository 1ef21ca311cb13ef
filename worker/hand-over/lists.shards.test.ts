import { afterEach, expect, it, vi } from 'vitest';
import type { OverduePage } from '../../contract/orders.ts';
import { surveyTenant } from '../bulletins/survey.actions.ts';
import { runJobs } from '../jobs/run.ts';
import { dailyDigest } from '../notify/digest.ts';
import { directory, shard } from '../platform/d1.ts';
import { aMember, call, testEnv } from '../test/app.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { aHouse, at, does, inbox, numbersIn, sent, toTenant, type House } from '../test/hand-over-journey.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

const found = async ({ slug }: House): Promise<Tenant> => (await findTenant(directory(testEnv), { slug }))!;

/** One letter of `home`, accepted by the second department of `b`, which is in another shard. */
async function handedOver(): Promise<{ home: House; b: House; number: string }> {
  at('2026-03-02T09:00');
  const [home, b] = [await aHouse('甲市'), await aHouse('乙县')];
  expect((await found(home)).shard).not.toBe((await found(b)).shard);
  const { number } = await sent(home);
  await does(home.first, number, 'accept', { department: 'd01' });
  await does(home.first, number, 'transfer', toTenant(b.slug));
  await does(b.coordinator, number, 'accept', { department: 'd02' });
  return { home, b, number };
}

it('what is overdue, and the order of its demand notice, name the holder', async () => {
  const { home, b, number } = await handedOver();
  at('2026-04-20T09:00');
  await runJobs(testEnv);
  const central = await aMember('central', null, [], '42');
  const listed = async ({ slug }: House) =>
    (await call(`/v1/central/overdue?tenant=${slug}`, { headers: central })).json<OverduePage>();
  expect(await listed(b)).toMatchObject({
    items: [{ number, tenant: b.slug, department: 'd02', departmentName: '乙县二科', colour: 'demand' }],
    orders: [{ letter: number, tenant: b.slug, department: 'd02' }],
  });
  expect(await listed(home)).toMatchObject({ items: [], orders: [] });
  // Back home it is the home's again, from the next run on.
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  await does(b.second, number, 'transfer', toTenant(home.slug));
  await runJobs(testEnv);
  expect([(await listed(home)).items, (await listed(b)).items].map(({ length }) => length)).toEqual([1, 0]);
});

it('a digest counts it for the department that has it now', async () => {
  const { home, b } = await handedOver();
  at('2026-04-20T09:00');
  const told = async (house: House, departments: string[]) => {
    const tenant = await found(house);
    return dailyDigest(shard(testEnv, tenant.shard), tenant, departments, Date.now(), 'https://letters.test');
  };
  expect((await told(b, ['d02']))?.text).toContain('乙县二科');
  expect(await told(b, ['d01'])).toBeNull();
  expect(await told(home, ['d01'])).toBeNull();
});

it('a bulletin lists it under its holder, with the colour it had at the cut-off', async () => {
  const { home, b, number } = await handedOver();
  at('2026-03-25T09:00');
  await runJobs(testEnv);
  at('2026-05-20T09:00');
  await runJobs(testEnv);
  const span = { from: '2026-03-01', to: '2026-03-31', asOf: '2026-04-02', begunAt: Date.now() };
  const letters = async ({ slug }: House) => (await surveyTenant(testEnv, slug, span)).tenant.letters;
  expect(await letters(b)).toEqual([
    { number, kind: 'complaint', department: 'd02', received: '2026-03-02', days: 31, standing: 'red' },
  ]);
  expect(await letters(home)).toEqual([]);
});

it('the holder’s webhooks hear of it once, from the hand-over on', async () => {
  at('2026-03-02T09:00');
  const [home, b] = [await aHouse('甲市'), await aHouse('乙县')];
  const got: { type: string; data: Record<string, unknown> }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (asked, init) => {
    got.push(await new Request(asked as RequestInfo, init).json());
    return new Response(null, { status: 204 });
  });
  const json = { url: 'https://hooks.example.com/in' };
  expect((await call('/v1/staff/webhooks', { headers: b.coordinator, json })).status).toBe(201);
  const { number } = await sent(home);
  await does(home.first, number, 'accept', { department: 'd01' });
  await does(home.first, number, 'transfer', toTenant(b.slug));
  await does(b.coordinator, number, 'accept', { department: 'd02' });
  await runJobs(testEnv);
  await does(b.second, number, 'transfer', toTenant(home.slug));
  await does(home.coordinator, number, 'assign', { department: 'd01' });
  await runJobs(testEnv);
  expect(got.map(({ type }) => type).sort()).toEqual([
    'letter.accepted',
    'letter.transferred',
    'letter.transferred',
  ]);
  expect(got.find(({ type }) => type === 'letter.accepted')!.data).toMatchObject({
    ...{ tenant: home.slug, number, heldBy: b.slug, department: 'd02', departmentName: '乙县 · 乙县二科' },
  });
});

it('erasing it takes its title out of the holder’s list', async () => {
  const { home, b, number } = await handedOver();
  await does(b.second, number, 'request-info', { question: '请问是哪一段路？' });
  await does(b.coordinator, number, 'spam', { grounds: 'advertising' });
  await does(b.coordinator, number, 'erase', { reason: '来信人要求删除。' });
  const [item] = (await inbox(b, '&status=spam')).items;
  expect(item).toMatchObject({ number, title: '' });
  expect(numbersIn(await inbox(home, '&status=handed-over'))).toEqual([number]);
});
