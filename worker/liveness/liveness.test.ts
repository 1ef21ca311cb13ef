/** Whether anybody is there: where each piece of evidence comes from, and who sees it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Liveness, LivenessPage, OwnLiveness } from '../../contract/liveness.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, fromAnywhere, send, testEnv } from '../test/app.ts';
import { judgeShard } from './judging.actions.ts';
import { dying } from '../test/recount.ts';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
/** A run so many days from now; tokens of the tests are good for one. */
async function runIn(days: number): Promise<number> {
  const at = Date.now() + days * day;
  vi.spyOn(Date, 'now').mockReturnValue(at);
  const judged = await judgeShard(testEnv, 0);
  vi.restoreAllMocks();
  return judged;
}
const sql = (query: string, ...values: unknown[]) =>
  testEnv.DIRECTORY.prepare(query)
    .bind(...values)
    .run();
/** As if the tenant had been set up so many days ago. */
const setUp = (tenant: string, days: number) =>
  sql('UPDATE tenant SET created_at = ? WHERE slug = ?', Date.now() - days * day, tenant);

async function own(tenant: string, headers: Record<string, string>): Promise<Liveness> {
  const answer = await call(`/v1/staff/liveness?tenant=${tenant}`, { headers });
  const { liveness } = await answer.json<OwnLiveness>();
  if (!liveness) throw new Error('not judged');
  return liveness;
}
const signs = ({ signs: found }: Liveness) => found.map(({ sign }) => sign);

describe('a tenant’s evidence', () => {
  it('is there for one that never did anything, as of the first run', async () => {
    const tenant = await aTenant();
    const centre = await aMember('central', null, [], '42');
    const before = await call(`/v1/staff/liveness?tenant=${tenant}`, { headers: centre });
    expect(await before.json()).toEqual({ liveness: null });
    await setUp(tenant, 40);
    await runJobs(testEnv);
    const found = await own(tenant, centre);
    expect(found).toMatchObject({
      ...{ level: 'dormant', lastReceivedAt: null, lastAnsweredAt: null, lastSignInAt: null },
      ...{ lastSeenAt: null, lastNoticeAt: null, members: 0, origins: 0 },
    });
    expect(signs(found)).toEqual(['absent', 'unseen', 'empty']);
  });

  it('comes from letters, replies, releases, notices, pages and sign-ins', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await sql('UPDATE token SET last_used_at = NULL');
    const from = 'https://www.site.test';
    await call(`/v1/staff/origins?tenant=${tenant}`, { headers: coordinator, json: { origin: from } });
    const used = Date.now();
    await call(`/v1/tenants/${tenant}/seen?version=1.0.0`, { method: 'POST', headers: { Origin: from } });
    const { number } = await send(tenant);
    const give = (command: string, json: unknown) =>
      call(`/v1/staff/letters/${number}/${command}`, { headers: coordinator, json });
    await give('accept', { department: 'd01' });
    await give('reply', { type: 'final', body: '经核实，已经办好，请放心。', outcome: 'explained' });
    await give('publish', {
      title: '档案保管费',
      body: '请问还要不要交？',
      reply: '经核实，已经办好，请放心。',
    });
    await call('/v1/staff/notices', {
      headers: coordinator,
      json: { tenant, department: 'd01', title: '停水', body: '明天停水一天。' },
    });
    await runJobs(testEnv);
    const found = await own(tenant, coordinator);
    expect(found).toMatchObject({
      level: 'active',
      signs: [],
      members: 1,
      origins: 1,
      overdue: 0,
      unanswered: 0,
    });
    for (const time of [
      ...[found.lastReceivedAt, found.lastAnsweredAt, found.lastPublishedAt],
      ...[found.lastNoticeAt, found.lastSignInAt, found.lastSeenAt],
    ])
      expect(Math.abs(Date.parse(time!) - used)).toBeLessThan(60_000);
  });

  it('keeps the last sign-in when the session is gone, and takes no notice of the centre’s', async () => {
    const tenant = await aTenant();
    const centre = await aMember('central', null, [], '42');
    await aMember('officer', tenant, ['d01']);
    await sql('UPDATE token SET last_used_at = NULL');
    const { email } = (await testEnv.DIRECTORY.prepare(
      'SELECT email FROM "user" JOIN member ON member.user_id = "user".id WHERE tenant = ?',
    )
      .bind(tenant)
      .first<{ email: string }>())!;
    await runJobs(testEnv);
    expect((await own(tenant, centre)).lastSignInAt).toBeNull();
    const signedIn = await call('/v1/auth/sign-in/email', {
      headers: { ...fromAnywhere(), Origin: 'https://letters.test' },
      json: { email, password: 'correct horse battery' },
    });
    expect(signedIn.status).toBe(200);
    await sql('DELETE FROM "session"');
    await sql('UPDATE liveness SET due_at = 0');
    await judgeShard(testEnv, 0);
    expect((await own(tenant, centre)).lastSignInAt).not.toBeNull();
  });

  it('letters that wait: overdue, silent after fourteen days, over the veto line after three months', async () => {
    const tenant = await aTenant();
    const centre = await aMember('central', null, [], '42');
    await send(tenant);
    await runJobs(testEnv);
    expect(signs(await own(tenant, centre))).toEqual([]);
    await runIn(29);
    expect((await own(tenant, centre)).signs).toMatchObject([
      { sign: 'silent', never: true, letters: 1 },
      { sign: 'unseen', never: true },
    ]);
    await runIn(100);
    const found = await own(tenant, centre);
    expect(found).toMatchObject({ level: 'dormant', overdue: 1, unanswered: 1 });
    expect(signs(found)).toEqual(['unanswered', 'silent', 'absent', 'unseen']);
  });

  it('a letter that was answered and reopened is overdue, not without any answer', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const centre = await aMember('central', null, [], '42');
    const { number, accessKey } = await send(tenant);
    const path = `/v1/staff/letters/${number}`;
    await call(`${path}/accept`, { headers: coordinator, json: { department: 'd01' } });
    const reply = { type: 'final', body: '经核实，已经办好，请放心。', outcome: 'explained' };
    await call(`${path}/reply`, { headers: coordinator, json: reply });
    const rated = await call(`/v1/letters/${number}/ratings`, {
      headers: { Authorization: `Letter ${accessKey}` },
      json: { level: 1, solved: 'no' },
    });
    expect(rated.status).toBe(200);
    await runJobs(testEnv);
    await runIn(100);
    expect(await own(tenant, centre)).toMatchObject({ overdue: 1, unanswered: 0 });
  });

  it('is looked at again within minutes of a change of its letters', async () => {
    const tenant = await aTenant();
    const centre = await aMember('central', null, [], '42');
    await runJobs(testEnv);
    expect((await own(tenant, centre)).lastReceivedAt).toBeNull();
    await send(tenant);
    const at = Date.now() + 11 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(at);
    await runJobs(testEnv);
    expect((await own(tenant, centre)).lastReceivedAt).not.toBeNull();
  });
});

describe('the centre', () => {
  it('sees its own jurisdiction, the worst first, page by page, and another’s not at all', async () => {
    const good = await aTenant({ jurisdiction: '130100' });
    const bad = await aTenant({ jurisdiction: '130200' });
    const worst = await aTenant({ jurisdiction: '130304' });
    const elsewhere = await aTenant({ jurisdiction: '140100' });
    await setUp(worst, 40);
    await setUp(bad, 40);
    await aMember('officer', bad, ['d01']);
    await sql('UPDATE token SET last_used_at = ?', Date.now());
    await runJobs(testEnv);
    const centre = await aMember('central', null, [], '13');
    const list = async (query: string) =>
      (await call(`/v1/central/liveness?${query}`, { headers: centre })).json<LivenessPage>();
    const all = await list('jurisdiction=13');
    expect(all.items.map(({ tenant }) => tenant)).toEqual([worst, bad, good]);
    expect(all.counts).toEqual({ active: 1, slow: 1, dormant: 1 });
    expect(all.asOf).toBe(all.items[0]!.asOf);
    expect((await list('jurisdiction=1303')).items.map(({ tenant }) => tenant)).toEqual([worst]);
    const seen: string[] = [];
    let page = await list('jurisdiction=13&limit=1');
    for (; page.nextCursor; page = await list(`jurisdiction=13&limit=1&cursor=${page.nextCursor}`))
      seen.push(...page.items.map(({ tenant }) => tenant));
    expect([...seen, ...page.items.map(({ tenant }) => tenant)]).toEqual([worst, bad, good]);
    for (const path of [
      '/v1/central/liveness?jurisdiction=14',
      '/v1/central/liveness?jurisdiction=',
      `/v1/staff/liveness?tenant=${elsewhere}`,
    ])
      expect((await call(path, { headers: centre })).status, path).toBe(404);
  });
});

describe('the job', () => {
  const rows = async () =>
    (
      await testEnv.DIRECTORY.prepare(
        'SELECT tenant, evidence, level, severity, as_of, due_at FROM liveness ORDER BY tenant',
      ).all()
    ).results;
  const published = async (tenant: string) =>
    testEnv.DIRECTORY.prepare('SELECT published FROM tenant_activity WHERE tenant = ?')
      .bind(tenant)
      .first<string>('published');

  async function aPublished(tenant: string, coordinator: Record<string, string>): Promise<string> {
    const { number } = await send(tenant);
    const give = (command: string, json: unknown) =>
      call(`/v1/staff/letters/${number}/${command}`, { headers: coordinator, json });
    await give('accept', { department: 'd01' });
    await give('reply', { type: 'final', body: '经核实，已经办好，请放心。', outcome: 'explained' });
    await give('publish', {
      title: '档案保管费',
      body: '请问还要不要交？',
      reply: '经核实，已经办好，请放心。',
    });
    return number;
  }

  it('run twice at the same time of the clock writes the same rows, and nothing the second time', async () => {
    await aTenant();
    await sql('UPDATE liveness SET due_at = 0');
    const at = Date.now() + day;
    vi.spyOn(Date, 'now').mockReturnValue(at);
    await judgeShard(testEnv, 0);
    const once = await rows();
    expect(await judgeShard(testEnv, 0)).toBe(0);
    expect(await rows()).toEqual(once);
    await sql('UPDATE liveness SET due_at = 0');
    await judgeShard(testEnv, 0);
    expect(await rows()).toEqual(once);
  });

  it('killed at any write, and begun again, ends as it would have at once', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    await aPublished(tenant, coordinator);
    const at = Date.now() + 2 * day;
    vi.spyOn(Date, 'now').mockReturnValue(at);
    await sql('UPDATE liveness SET due_at = 0');
    for (let writes = 0; writes < 3; writes++)
      await judgeShard(dying(writes, 'before'), 0).catch((error: Error) =>
        expect(error.message).toBe('killed'),
      );
    await judgeShard(testEnv, 0);
    const after = await rows();
    await testEnv.LETTERS_0.prepare('UPDATE activity SET copied = 0').run();
    await sql('UPDATE liveness SET due_at = 0');
    await judgeShard(testEnv, 0);
    expect(await rows()).toEqual(after);
    expect(await published(tenant)).toBe(`{"${new Date().getUTCFullYear()}":1}`);
  });

  it('days late judges as of when it runs, once', async () => {
    const tenant = await aTenant();
    const centre = await aMember('central', null, [], '42');
    await judgeShard(testEnv, 0);
    const then = Date.now() + 31 * day;
    await runIn(31);
    const found = await own(tenant, centre);
    expect(Math.abs(Date.parse(found.asOf) - then)).toBeLessThan(60_000);
    expect(signs(found)).toEqual(['absent', 'unseen', 'empty']);
  });

  it('letters that are public are counted by year, and no longer when taken down or the consent is withdrawn', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const first = await aPublished(tenant, coordinator);
    await aPublished(tenant, coordinator);
    await runJobs(testEnv);
    const year = new Date().getUTCFullYear();
    expect(await published(tenant)).toBe(`{"${year}":2}`);
    await call(`/v1/staff/letters/${first}/take-down`, {
      headers: coordinator,
      json: { grounds: 'privacy' },
    });
    await runJobs(testEnv);
    expect(await published(tenant)).toBe(`{"${year}":1}`);
  });
});
