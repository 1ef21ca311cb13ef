import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { chinaCalendar, defaultRules, type Policy } from '../../core/index.ts';
import { freePort } from '../../scripts/processes.ts';
import { faultsIn } from './consistency.ts';
import { Load } from './load.ts';
import { Service } from './service.ts';
import { readShards } from './shards.ts';

const kills = Number(process.env['HUIXIN_CRASH_KILLS'] ?? 20);
const seed = Number(process.env['HUIXIN_CRASH_SEED'] ?? Date.now() % 1_000_000);
const tenant = 'crash';

const policy: Policy = {
  rules: defaultRules,
  calendar: chinaCalendar,
  timeZone: 'Asia/Shanghai',
  departments: ['d01', 'd02'],
};

/** mulberry32: the same seed gives the same moments and the same mixture. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A tenant of its own, and the headers of its coordinator. */
async function settleIn(service: Service): Promise<Record<string, string>> {
  const post = async (path: string, headers: Record<string, string>, body: unknown) => {
    const response = await fetch(service.base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response;
  };
  const operator = { Authorization: `Bearer ${service.operatorToken()}` };
  const names = { slug: tenant, name: '常停县', jurisdiction: '420800', prefix: 'CR' };
  await post('/v1/central/tenants', operator, { ...names, departments: ['办公室', '信访局'] });
  const account = { email: 'coordinator@crash.test', password: 'correct horse battery' };
  await post('/v1/staff/members', operator, { ...account, name: '某', role: 'coordinator', tenant });
  const session = await post('/v1/auth/sign-in/email', { Origin: service.base }, account);
  const cookie = session.headers.getSetCookie().map((value) => value.split(';')[0]);
  const own = { Cookie: cookie.join('; '), Origin: service.base };
  const made = await post('/v1/staff/tokens', own, { name: 'crash' });
  const { token } = (await made.json()) as { token: string };
  return { Authorization: `Bearer ${token}` };
}

test(`${kills} times killed under load: every acknowledged letter is there once, whole, under its number`, async () => {
  test.setTimeout(120_000 + kills * 30_000);
  console.log(`    HUIXIN_CRASH_SEED=${seed} HUIXIN_CRASH_KILLS=${kills}`);
  const random = randomFrom(seed);
  const state = await mkdtemp(join(tmpdir(), 'huixin-crash-'));
  const service = new Service(state, await freePort());
  try {
    await service.start();
    const load = new Load(service.base, tenant, await settleIn(service), random);
    let unanswered = 0;
    for (let kill = 1; kill <= kills; kill++) {
      const known = load.ledger.letters.length;
      await load.during(async () => {
        await pause(200 + random() * 2300);
        load.expectTheWorst();
        await service.kill();
      });
      unanswered += load.ledger.unanswered.size;
      const shards = readShards(state);
      const faults = shards.flatMap((shard) => faultsIn(shard, (slug) => (slug === tenant ? policy : null)));
      expect([...faults, ...load.ledger.compare(shards)], `after kill ${kill}`).toEqual([]);
      await service.start();
      await load.settle();
      expect(await load.check(load.ledger.letters.slice(known)), `after restart ${kill}`).toEqual([]);
    }
    const { letters, done, requests } = load.ledger;
    expect(await load.check(letters)).toEqual([]);
    await service.kill();
    const shards = readShards(state);
    expect(load.ledger.compare(shards)).toEqual([]);
    const stored = shards.flatMap((shard) => shard.letters).filter((row) => row['tenant'] === tenant);
    expect(stored.map((row) => row['number']).sort()).toEqual(letters.map(({ number }) => number).sort());
    expect(letters.length).toBeGreaterThan(kills);
    expect(done.length).toBeGreaterThan(kills);
    console.log(
      `    ${kills} kills, ${requests} requests, ${letters.length} letters (${unanswered} first acknowledged after a restart), ` +
        `${done.length} commands acknowledged: nothing lost, doubled or half-written`,
    );
  } finally {
    await service.stop();
    await rm(state, { recursive: true, force: true });
  }
});
