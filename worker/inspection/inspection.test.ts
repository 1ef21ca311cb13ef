/** The self-check and the annual form: figures from the roll-ups, what people tick, and files that open. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Annual, AnnualTable, Inspection, InspectionTable } from '../../contract/inspection.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';

afterEach(() => vi.restoreAllMocks());

type Headers = Record<string, string>;
const year = new Date().getUTCFullYear();
const answer = '经核实，已经办好，请放心。';

async function answered(tenant: string, coordinator: Headers, publish: boolean): Promise<void> {
  const { number } = await send(tenant);
  const give = (command: string, json: unknown) =>
    call(`/v1/staff/letters/${number}/${command}`, { headers: coordinator, json });
  await give('accept', { department: 'd01' });
  await give('reply', { type: 'final', body: answer, outcome: 'explained' });
  if (publish) await give('publish', { title: '档案保管费', body: '请问还要不要交？', reply: answer });
}

/** Two answered, one of them published, one declined, one with an interim reply, one spam. */
async function aYear(): Promise<{ tenant: string; coordinator: Headers }> {
  const tenant = await aTenant({ name: '测试市' });
  const coordinator = await aMember('coordinator', tenant);
  await answered(tenant, coordinator, true);
  await answered(tenant, coordinator, false);
  const one = async (command: string, json: unknown) => {
    const { number } = await send(tenant);
    const path = `/v1/staff/letters/${number}`;
    if (command === 'reply')
      await call(`${path}/accept`, { headers: coordinator, json: { department: 'd01' } });
    expect((await call(`${path}/${command}`, { headers: coordinator, json })).status).toBe(200);
  };
  await one('reply', { type: 'interim', body: '正在核实，需要一些时间。' });
  await one('decline', { grounds: 'petition', explanation: '属于信访事项，请到信访局。', goTo: '信访局' });
  const spam = await send(tenant);
  await call(`/v1/staff/letters/${spam.number}/spam`, { headers: coordinator, json: { grounds: 'abuse' } });
  await runJobs(testEnv);
  return { tenant, coordinator };
}

async function cellsOf(path: string, headers: Headers): Promise<string> {
  const file = await call(path, { headers });
  expect(file.headers.get('content-type')).toContain('spreadsheetml');
  expect(file.headers.get('content-disposition')).toContain('.xlsx');
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return Object.entries(parts)
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, part]) => strFromU8(part))
    .join('');
}

describe('the annual form', () => {
  it('counts letters by year of receipt: received, closed, mean days, published', async () => {
    const { tenant, coordinator } = await aYear();
    const form = await (
      await call(`/v1/staff/annual?tenant=${tenant}`, { headers: coordinator })
    ).json<Annual>();
    expect(form).toMatchObject({ tenant, year, received: 4, closed: 3, meanDays: 0, published: 1 });
    expect(form.asOf).not.toBeNull();
    const before = await (
      await call(`/v1/staff/annual?tenant=${tenant}&year=${year - 1}`, { headers: coordinator })
    ).json<Annual>();
    expect(before).toMatchObject({ received: 0, closed: 0, meanDays: null, published: 0 });
    const ahead = await call(`/v1/staff/annual?tenant=${tenant}&year=${year + 1}`, { headers: coordinator });
    expect(ahead.status).toBe(400);
  });

  it('of a jurisdiction says the same as each tenant’s own, and keeps other tenants out', async () => {
    const { tenant, coordinator } = await aYear();
    await aTenant({ jurisdiction: '360100' });
    const centre = await aMember('central', null, [], '42');
    const table = await (
      await call('/v1/central/annual?jurisdiction=42', { headers: centre })
    ).json<AnnualTable>();
    const own = await (
      await call(`/v1/staff/annual?tenant=${tenant}`, { headers: coordinator })
    ).json<Annual>();
    const { received, closed, meanDays, published } = own;
    const found = table.items.find((item) => item.tenant === tenant);
    expect(found).toMatchObject({ received, closed, meanDays, published });
    expect(table.items.every(({ jurisdiction }) => jurisdiction.startsWith('42'))).toBe(true);
    expect((await call('/v1/central/annual?jurisdiction=36', { headers: centre })).status).toBe(404);
    expect((await call('/v1/central/annual.xlsx?jurisdiction=36', { headers: centre })).status).toBe(404);
  });

  it('is a workbook with the figures and what each one counts', async () => {
    const { tenant, coordinator } = await aYear();
    const centre = await aMember('central', null, [], '42');
    const own = await cellsOf(`/v1/staff/annual.xlsx?tenant=${tenant}`, coordinator);
    for (const text of ['测试市', '收到留言数量（条）', '<v>4</v>', '0.0', '只有阶段性答复的不算办结'])
      expect(own).toContain(text);
    const all = await cellsOf('/v1/central/annual.xlsx?jurisdiction=42', centre);
    expect(all).toContain('公开答复数量（条）');
  });
});

describe('the self-check', () => {
  const read = async (tenant: string, headers: Headers, more = '') =>
    (await call(`/v1/staff/inspection?tenant=${tenant}${more}`, { headers })).json<Inspection>();
  const resultOf = ({ items }: Inspection, item: string) => items.find((one) => one.item === item)!;

  it('has each item with evidence, and decides what figures show', async () => {
    const { tenant, coordinator } = await aYear();
    const check = await read(tenant, coordinator);
    expect(check.items).toHaveLength(11);
    expect(check.items.filter(({ veto }) => veto)).toHaveLength(2);
    const results = Object.fromEntries(check.items.map(({ item, result }) => [item, result]));
    expect(results).toMatchObject({ channel: 'met', 'three-months': 'met', updates: 'met', replies: 'met' });
    expect(results).toMatchObject({ submitting: 'open', quality: 'open', surveys: 'open' });
    expect(resultOf(check, 'channel').evidence[0]).toBe('这一年收到信件 4 封。');
    const english = await read(tenant, { ...coordinator, 'Accept-Language': 'en' });
    expect(resultOf(english, 'channel').evidence[0]).toBe('Letters received in the year: 4.');
  });

  it('finds letters over the veto line, also when they are answered in the end', async () => {
    const tenant = await aTenant();
    await send(tenant);
    await send(tenant);
    await runJobs(testEnv);
    const late = Date.now() + 120 * 86_400_000;
    vi.spyOn(Date, 'now').mockReturnValue(late);
    const coordinator = await aMember('coordinator', tenant);
    const { items } = await (
      await call(`/v1/staff/letters?tenant=${tenant}`, { headers: coordinator })
    ).json<{ items: { number: string }[] }>();
    const path = `/v1/staff/letters/${items[0]!.number}`;
    await call(`${path}/accept`, { headers: coordinator, json: { department: 'd01' } });
    const reply = { type: 'final', body: answer, outcome: 'explained' };
    expect((await call(`${path}/reply`, { headers: coordinator, json: reply })).status).toBe(200);
    await runJobs(testEnv);
    const veto = resultOf(await read(tenant, coordinator), 'three-months');
    expect(veto).toMatchObject({ result: 'unmet', evidence: ['有 2 封，含后来才答复的。'] });
  });

  it('keeps what a coordinator ticks, with name, time and remark, and the latest holds', async () => {
    const { tenant, coordinator } = await aYear();
    const tick = (more: object) =>
      call('/v1/staff/inspection', {
        headers: coordinator,
        json: { tenant, year, item: 'quality', remark: '', ...more },
      });
    expect((await tick({ answer: 'unmet', remark: '两封答非所问' })).status).toBe(200);
    const after = await (await tick({ answer: 'met', remark: '已重新答复' })).json<Inspection>();
    expect(resultOf(after, 'quality').tick).toMatchObject({
      ...{ answer: 'met', remark: '已重新答复', byName: 'coordinator 某' },
    });
    expect(resultOf(await read(tenant, coordinator, `&year=${year - 1}`), 'quality').tick).toBeNull();
    const kept = await testEnv.DIRECTORY.prepare('SELECT count(*) AS n FROM inspection_tick WHERE tenant = ?')
      .bind(tenant)
      .first<number>('n');
    expect(kept).toBe(2);
    expect((await tick({ answer: 'met', year: year + 1 })).status).toBe(400);
    expect((await tick({ answer: 'met', item: 'everything' })).status).toBe(400);
    const centre = await aMember('central', null, [], '42');
    const table = await (
      await call('/v1/central/inspection?jurisdiction=42', { headers: centre })
    ).json<InspectionTable>();
    expect(table.items.find((item) => item.tenant === tenant)).toMatchObject({
      ...{ received: 4, published: 1, overdue: 0, unanswered: 0, ticked: 1, unmet: 0 },
    });
    expect((await call('/v1/central/inspection?jurisdiction=36', { headers: centre })).status).toBe(404);
  });

  it('is a workbook with every item, its evidence and remark, and says what could not be verified', async () => {
    const { tenant, coordinator } = await aYear();
    await call('/v1/staff/inspection', {
      headers: coordinator,
      json: { tenant, year, item: 'surveys', answer: 'not-applicable', remark: '部门网站' },
    });
    const cells = await cellsOf(`/v1/staff/inspection.xlsx?tenant=${tenant}`, coordinator);
    for (const text of ['单项否决', '国办秘函〔2019〕19号', '不适用', '部门网站', '未能与指标原文核对'])
      expect(cells).toContain(text);
  });
});
