import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CentralRanking, Comments, Ranking } from '../../contract/ranking.ts';
import type { Stats } from '../../contract/stats.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, freshSlug, send, testEnv } from '../test/app.ts';
import { forgetVersion } from '../platform/tenant-version.ts';
import { rowsRead } from '../test/rows.ts';
import { rankingKey } from './ranking-version.ts';

afterEach(() => vi.restoreAllMocks());

type Headers = Record<string, string>;
const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

/** Sums as if they had been rolled up. */
async function aFigure(slug: string, sums: object, ofMonth = month): Promise<void> {
  const months = JSON.stringify({ [ofMonth.slice(5)]: sums });
  await testEnv.DIRECTORY.prepare(
    `INSERT INTO roll_up VALUES (?, '', ?, ?, 1) ON CONFLICT DO UPDATE SET months = json_patch(months, excluded.months)`,
  )
    .bind(slug, Number(ofMonth.slice(0, 4)), months)
    .run();
}

const onTime = (received: number, due: number, repliedOnTime: number) => ({
  ...{ received, due, repliedOnTime, replied: due, days: { 3: due } },
});

const central = (jurisdiction: string) => aMember('central', null, [], jurisdiction);
const table = async (headers: Headers, query: string): Promise<CentralRanking> =>
  (await call(`/v1/central/ranking?${query}`, { headers })).json();
const publish = (headers: Headers, jurisdiction: string, isPublic = true) =>
  call('/v1/central/ranking/publication', {
    headers,
    json: { jurisdiction, name: '某省', public: isPublic },
  });

describe('the league table of the centre', () => {
  let centre: Headers;
  const slugs: Record<string, string> = {};
  beforeAll(async () => {
    centre = await central('51');
    for (const name of ['good', 'bad', 'small', 'silent', 'large', 'outside'])
      slugs[name] = await aTenant({ name, jurisdiction: name === 'outside' ? '520100' : '510100' });
    await aFigure(slugs['good']!, onTime(60, 50, 49));
    await aFigure(slugs['bad']!, onTime(70, 50, 5));
    await aFigure(slugs['small']!, onTime(12, 9, 9));
    await aFigure(slugs['large']!, onTime(1500, 1400, 700));
    await aFigure(slugs['outside']!, onTime(60, 50, 50));
  });

  it('ranks tenants of like volume, lists the small and the silent apart, and sees nobody outside', async () => {
    const shown = await table(centre, 'jurisdiction=51');
    expect(
      shown.bands.map(({ band, items }) => [band, ...items.map(({ rank, name }) => `${rank} ${name}`)]),
    ).toEqual([
      ['1000+', '1 large'],
      ['10-99', '1 good', '2 bad'],
    ]);
    expect(shown.below.map(({ name, band, counts }) => [name, band, counts.received, counts.due])).toEqual([
      ['small', '10-99', 12, 9],
      ['silent', null, 0, 0],
    ]);
    expect(
      Object.keys(shown.below[0]!.counts).filter((name) => /Rate|Interval|medianDays|meanDays/.test(name)),
    ).toEqual([]);
    expect(shown.total).toMatchObject({ received: 1642, due: 1509, repliedOnTime: 763, medianDays: 3 });
    expect(shown.bands[1]!.items[0]!.figures).toMatchObject({ onTimeRate: 0.98, due: 50, small: false });
    expect(shown.definitions.find(({ figure }) => figure === 'onTimeRate')?.meaning).toContain('占应答复的');
    expect(shown.reasons.length).toBeGreaterThan(3);
  });

  it('of a narrower prefix, of another rate, in English', async () => {
    expect((await table(centre, 'jurisdiction=5102')).bands).toEqual([]);
    const shown = await table(centre, 'jurisdiction=5101&by=satisfaction&lang=en');
    expect(shown).toMatchObject({ by: 'satisfaction', bands: [] });
    expect(shown.below).toHaveLength(5);
    expect(shown.definitions.find(({ figure }) => figure === 'rank')?.name).toBe('Rank');
  });

  it.each(['52', '', '5', '51x', '5201'])(
    'isn’t there for prefix “%s” that isn’t theirs',
    async (jurisdiction) => {
      const { status } = await call(`/v1/central/ranking?jurisdiction=${jurisdiction}`, { headers: centre });
      expect(status).toBe(/^(\d\d)*$/.test(jurisdiction) ? 404 : 400);
      expect((await publish(centre, jurisdiction)).status).toBe(/^(\d\d)*$/.test(jurisdiction) ? 404 : 400);
    },
  );

  it.each([
    ['from=2026-05&to=2026-04', 'before_from'],
    ['from=2020-01&to=2026-04', 'too_long'],
    ['from=2026-13', 'invalid'],
    ['from=2026-01-01', 'invalid'],
  ])('refuses the period %s', async (query, code) => {
    const answer = await call(`/v1/central/ranking?jurisdiction=51&${query}`, { headers: centre });
    expect(answer.status).toBe(400);
    expect((await answer.json<{ errors: { code: string }[] }>()).errors[0]!.code).toBe(code);
  });

  it('compares with the period before, equally long', async () => {
    await aFigure(slugs['good']!, onTime(100, 80, 40), '2024-03');
    await aFigure(slugs['good']!, onTime(60, 50, 45), '2024-04');
    const shown = await table(centre, 'jurisdiction=51&from=2024-04&to=2024-04');
    expect(shown).toMatchObject({ from: '2024-04', before: { from: '2024-03', to: '2024-03' } });
    const { trend } = shown.bands[0]!.items[0]!;
    expect(trend).toMatchObject({ of: 80, rate: 0.5, sure: 'up' });
    expect(trend.change).toBeCloseTo(0.4, 10);
  });

  it('one tenant’s departments and months, not those of a tenant elsewhere', async () => {
    const part = await call(`/v1/central/ranking/${slugs['good']}?from=2024-01&to=2024-12`, {
      headers: centre,
    });
    const { months, total } = await part.json<{ months: { month: string; due: number }[]; total: object }>();
    expect(months.map(({ due }) => due)).toEqual([0, 0, 80, 50, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(total).toMatchObject({ due: 130, repliedOnTime: 85 });
    const outside = await call(`/v1/central/ranking/${slugs['outside']}`, { headers: centre });
    expect(outside.status).toBe(404);
  });
});

describe('real letters', () => {
  it('are in the table after the job as they are on the tenant’s own page, and it says as of when', async () => {
    const tenant = await aTenant({ jurisdiction: '530101' });
    const centre = await central('53');
    expect(await table(centre, 'jurisdiction=53')).toMatchObject({ total: { received: 0 } });
    const by = await aMember('coordinator', tenant);
    const command = (number: string, name: string, json: unknown) =>
      call(`/v1/staff/letters/${number}/${name}`, { headers: by, json });
    const letters = await Promise.all([1, 2, 3, 4, 5].map(() => send(tenant, { department: 'd01' })));
    const [one, other, spam, back, kept] = letters.map(({ number }) => number) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await command(one, 'accept', { department: 'd01' });
    await command(other, 'merge', { into: one });
    await command(one, 'reply', {
      type: 'final',
      body: '已经办好了,请放心。电话 0724-1234567。',
      outcome: 'resolved',
    });
    await command(spam, 'spam', { grounds: 'advertising' });
    const asWriter = (index: number) => ({ Authorization: `Letter ${letters[index]!.accessKey}` });
    await call(`/v1/letters/${back}/withdrawal`, { headers: asWriter(3), json: {} });
    await call(`/v1/letters/${kept}/consent`, { headers: asWriter(4), json: { publish: false } });
    await runJobs(testEnv);
    const before = Date.now();
    const shown = await table(centre, `jurisdiction=53&from=${month}&to=${month}`);
    expect(shown.total).toMatchObject({ received: 3, replied: 2, spam: 1, withdrawn: 1 });
    const {
      tenant: _t,
      from: _f,
      to: _to,
      asOf: _a,
      byDepartment: _b,
      ...own
    } = await (await call(`/v1/tenants/${tenant}/stats?from=${month}-01`)).json<Stats>();
    expect(shown.total).toEqual(own);
    expect(Date.parse(shown.asOf!)).toBeLessThanOrEqual(before);
    expect(shown.cutOff).toBe(shown.asOf!.slice(0, 10));
    await call(`/v1/letters/${kept}/consent`, { headers: asWriter(4), json: { publish: true } });
    await runJobs(testEnv);
    expect((await table(centre, `jurisdiction=53&from=${month}&to=${month}`)).total).toEqual(own);
  });
});

describe('the public table', () => {
  const address = (jurisdiction: string, more = '') => `/v1/ranking?jurisdiction=${jurisdiction}${more}`;

  it('is there only where the centre publishes it, exactly there, and who did it is kept', async () => {
    const centre = await central('54');
    await aTenant({ jurisdiction: '540101' });
    expect((await call(address('54'))).status).toBe(404);
    expect((await call('/v1/ranking')).status).toBe(404);
    const made = await publish(centre, '54');
    expect(await made.json()).toMatchObject({ public: true, changedBy: 'central 某' });
    const answer = await call(address('54'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(Object.keys(await answer.json<object>())).not.toContain('publication');
    for (const other of ['5401', '5', '', '55']) expect((await call(address(other))).status).toBe(404);
    expect(await table(centre, 'jurisdiction=54')).toMatchObject({ publication: { public: true } });
    await publish(centre, '54', false);
    expect((await call(address('54'))).status).toBe(404);
    const audit = await testEnv.DIRECTORY.prepare(
      "SELECT action FROM audit WHERE subject = '54' ORDER BY id",
    ).all<{ action: string }>();
    expect(audit.results.map(({ action }) => action)).toEqual(['ranking-published', 'ranking-hidden']);
  });

  it('is read from the cache without a row, and is new at once after a roll-up, a comment or another tenant', async () => {
    const tenant = await aTenant({ jurisdiction: '610101', name: '甲县' });
    const coordinator = await aMember('coordinator', tenant);
    const centre = await central('61');
    await publish(centre, '61');
    await runJobs(testEnv);
    const read = async () => {
      const answer = await rowsRead(address('61'));
      expect(answer.status).toBe(200);
      return { ...answer, shown: JSON.parse(answer.body) as Ranking };
    };
    const first = await read();
    expect(await read()).toEqual({ ...first, rows: 0, queries: 0 });
    await send(tenant);
    expect((await read()).rows).toBe(0);
    await runJobs(testEnv);
    const rolledUp = await read();
    expect(rolledUp.shown.total.received).toBe(1);
    await runJobs(testEnv);
    expect(await read()).toEqual({ ...rolledUp, rows: 0, queries: 0 });
    await call('/v1/staff/ranking-comment', {
      headers: coordinator,
      json: { tenant, text: '本月系统检修两天。' },
    });
    const commented = await read();
    expect(commented.shown.below[0]!.comment).toMatchObject({ text: '本月系统检修两天。' });
    // Creating a tenant drops no entry: it shows when the entry has run out, after 25 seconds.
    await aTenant({ jurisdiction: '610102', name: '乙县' });
    await forgetVersion(testEnv, rankingKey('61'));
    expect((await read()).shown.below).toHaveLength(2);
  });

  it('another jurisdiction’s changes leave its answers in the cache', async () => {
    const centre = await central('');
    await publish(centre, '62');
    await aTenant({ jurisdiction: '620101' });
    const elsewhere = await aTenant({ jurisdiction: '630101' });
    await rowsRead(address('62'));
    await send(elsewhere);
    await runJobs(testEnv);
    expect((await rowsRead(address('62'))).rows).toBe(0);
  });
});

describe('a tenant’s comment', () => {
  const say = (headers: Headers, tenant: string, text: string) =>
    call('/v1/staff/ranking-comment', { headers, json: { tenant, text } });

  it('stands beside its figures, can be replaced and taken back, and every version is kept with its author', async () => {
    const tenant = await aTenant({ jurisdiction: '640101' });
    const coordinator = await aMember('coordinator', tenant);
    const centre = await central('64');
    const shown = async () => (await table(centre, 'jurisdiction=64')).below[0]!.comment?.text ?? null;
    expect(await shown()).toBeNull();
    expect((await say(coordinator, tenant, '正在补录三月的信件。')).status).toBe(200);
    expect(await shown()).toBe('正在补录三月的信件。');
    await say(coordinator, tenant, '补录完了，电话 0951-1234567。');
    expect(await shown()).toBe('补录完了，电话 0951-1234567。');
    expect((await say(coordinator, tenant, '补录完了，电话 0951-1234567。')).status).toBe(409);
    const { items } = await (await say(coordinator, tenant, '')).json<Comments>();
    expect(await shown()).toBeNull();
    expect(items.map(({ text, by }) => [text, by])).toEqual([
      ['', 'coordinator 某'],
      ['补录完了，电话 0951-1234567。', 'coordinator 某'],
      ['正在补录三月的信件。', 'coordinator 某'],
    ]);
  });

  it('may not say who somebody is, nor be longer than 500 characters', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const answer = await say(coordinator, tenant, '请来信人联系 13800138000。');
    expect(answer.status).toBe(400);
    const { errors } = await answer.json<{ errors: { path: string; code: string; message: string }[] }>();
    expect(errors).toMatchObject([{ path: 'text', code: 'personal_data' }]);
    expect(errors[0]!.message).not.toContain('13800138000');
    expect((await say(coordinator, tenant, '长'.repeat(501))).status).toBe(400);
  });

  it('is plain text, whatever is in it', async () => {
    const tenant = await aTenant({ slug: freshSlug(), jurisdiction: '650101' });
    const coordinator = await aMember('coordinator', tenant);
    const text = '<script>alert(1)</script> & "x"';
    await say(coordinator, tenant, text);
    const shown = await table(await central('65'), 'jurisdiction=65');
    expect(shown.below[0]!.comment!.text).toBe(text);
  });
});

describe('the public page', () => {
  it('says who answers and who doesn’t, where the centre publishes it, and lists what is public', async () => {
    const centre = await central('50');
    const tenant = await aTenant({ jurisdiction: '500101', name: '甲区' });
    const silent = await aTenant({ jurisdiction: '500102', name: '乙区' });
    await aFigure(tenant, { ...onTime(60, 50, 45), overdue: 2, unanswered: 1 });
    const coordinator = await aMember('coordinator', silent);
    const text = '<b>刚开通</b>';
    await call('/v1/staff/ranking-comment', { headers: coordinator, json: { tenant: silent, text } });
    const page = (query: string) => call(`/ranking${query}`);
    expect((await page('?jurisdiction=50')).status).toBe(404);
    expect(await (await page('')).text()).not.toContain('jurisdiction=50');
    await publish(centre, '50');
    expect(await (await page('')).text()).toContain('/ranking?jurisdiction=50');
    const shown = await page('?jurisdiction=50');
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    const words = await shown.text();
    for (const said of [
      '某省',
      '甲区',
      '90 %',
      '逾期 2 封',
      '未回应 1 封',
      '乙区',
      '可能不一样',
      '&lt;b&gt;刚开通',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('<b>刚开通');
    expect(await (await page('?jurisdiction=50&lang=en&by=reply-rate')).text()).toContain('100 %');
    expect((await page('?jurisdiction=50&from=2026-99')).status).toBe(400);
    await publish(centre, '50', false);
    expect((await page('?jurisdiction=50')).status).toBe(404);
  });
});
