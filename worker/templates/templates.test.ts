import { beforeAll, describe, expect, it } from 'vitest';
import { templateLimits } from '../../contract/limits.ts';
import type { Template, TemplatePage } from '../../contract/templates.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';

type Headers = Record<string, string>;
const body =
  '您好。经查，【待填：查明的情况】。依据【待填：规定】，已于【待填：日期】办结。电话 0724-2345678。';

let tenant = '';
let coordinator: Headers = {};
let officer: Headers = {};
let elsewhere: Headers = {};

beforeAll(async () => {
  tenant = await aTenant();
  coordinator = await aMember('coordinator', tenant);
  officer = await aMember('officer', tenant, ['d01']);
  elsewhere = await aMember('coordinator', await aTenant());
});

const content = (more: object = {}) => ({
  tenant,
  title: '一般答复',
  body,
  kinds: [],
  department: null,
  ...more,
});
const make = (more: object = {}, headers = coordinator) =>
  call('/v1/staff/templates', { headers, json: content(more) });
const made = async (more: object = {}) => (await make(more)).json<Template>();
const list = async (headers: Headers, query = '') =>
  (await call(`/v1/staff/templates?tenant=${tenant}${query}`, { headers })).json<TemplatePage>();
const titles = async (headers: Headers, query = '') =>
  (await list(headers, query)).items.map(({ title }) => title);
const codeOf = async (answer: Response) => [answer.status, (await answer.json<{ code: string }>()).code];
const audited = async (subject: string) =>
  (
    await testEnv.DIRECTORY.prepare('SELECT action FROM audit WHERE subject = ? ORDER BY id')
      .bind(subject)
      .all<{ action: string }>()
  ).results.map(({ action }) => action);

describe('templates', () => {
  it('are kept by the coordinator, changed by version, removed, and each of it recorded', async () => {
    const first = await made({ title: '供水', kinds: ['complaint', 'complaint'] });
    expect(first).toMatchObject({ version: 1, kinds: ['complaint'], departmentName: null, body });
    const path = `/v1/staff/templates/${first.id}`;
    const change = content({ title: '供水管网', version: 1 });
    const changed = await call(path, { headers: coordinator, json: change });
    expect(await changed.json()).toMatchObject({ title: '供水管网', version: 2 });
    const late = await call(path, { headers: coordinator, json: change });
    expect(await codeOf(late)).toEqual([409, 'changed_meanwhile']);
    expect(await titles(coordinator)).toContain('供水管网');
    const gone = await call(`${path}?tenant=${tenant}`, { method: 'DELETE', headers: coordinator });
    expect(gone.status).toBe(200);
    expect(await titles(coordinator)).not.toContain('供水管网');
    expect(await audited(first.id)).toEqual(['template-made', 'template-changed', 'template-removed']);
  });

  it('are for the whole tenant or one department, and an officer sees those of their own', async () => {
    await made({ title: '全市通用', department: null });
    await made({ title: '社保的', department: 'd01' });
    await made({ title: '房管的', department: 'd02' });
    const seen = await titles(officer);
    expect(seen).toEqual(expect.arrayContaining(['全市通用', '社保的']));
    expect(seen).not.toContain('房管的');
    expect(await titles(coordinator)).toContain('房管的');
    expect(await codeOf(await make({ department: 'd99' }))).toEqual([400, 'unknown_department']);
  });

  it('are found by words of title and text as they stand, whatever the case', async () => {
    await made({ title: '道路照明 LED', body: '路灯由市城管执法委维护。' });
    expect(await titles(officer, `&q=${encodeURIComponent('led')}`)).toEqual(['道路照明 LED']);
    expect(await titles(officer, `&q=${encodeURIComponent('城管执法委')}`)).toEqual(['道路照明 LED']);
    expect(await titles(officer, `&q=${encodeURIComponent('%_')}`)).toEqual([]);
  });

  it('come page by page, without doubles or gaps', async () => {
    const own = await aTenant();
    const mine = await aMember('coordinator', own);
    for (let index = 0; index < 5; index++)
      await call('/v1/staff/templates', {
        headers: mine,
        json: content({ tenant: own, title: `第 ${index}` }),
      });
    const seen: string[] = [];
    let cursor = '';
    do {
      const path = `/v1/staff/templates?tenant=${own}&limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await (await call(path, { headers: mine })).json<TemplatePage>();
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen.sort()).toEqual(['第 0', '第 1', '第 2', '第 3', '第 4']);
  });

  it('of another tenant can be neither seen nor touched, and officers change none', async () => {
    const { id } = await made();
    const path = `/v1/staff/templates/${id}`;
    expect((await make({}, officer)).status).toBe(403);
    expect((await make({}, elsewhere)).status).toBe(404);
    expect((await call(path, { headers: officer, json: content({ version: 1 }) })).status).toBe(403);
    const { tenant: _tenant, ...own } = content({ version: 1 });
    expect((await call(path, { headers: elsewhere, json: own })).status).toBe(404);
    expect((await call(path, { method: 'DELETE', headers: elsewhere })).status).toBe(404);
    expect((await call(`/v1/staff/templates?tenant=${tenant}`, { headers: elsewhere })).status).toBe(404);
  });

  it('are bounded: too long, too many and control characters are refused', async () => {
    expect((await make({ body: '长'.repeat(templateLimits.bodyCharsMax + 1) })).status).toBe(400);
    expect((await make({ title: '' })).status).toBe(400);
    expect((await make({ body: '电话\u0000' })).status).toBe(400);
    const own = await aTenant();
    const mine = await aMember('coordinator', own);
    await testEnv.LETTERS_0.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO template SELECT '${own}-' || i, '${own}', NULL, '第' || i, '正文', '[]', 1, i, 'x' FROM n`,
    )
      .bind(templateLimits.templatesMax)
      .run();
    const refused = await call('/v1/staff/templates', { headers: mine, json: content({ tenant: own }) });
    expect(await codeOf(refused)).toEqual([409, 'too_many_templates']);
    const read = await rowsRead(`/v1/staff/templates?tenant=${own}&q=nothing`, { headers: mine });
    expect(read.rows).toBeLessThanOrEqual(templateLimits.templatesMax + 30);
    const page = await rowsRead(`/v1/staff/templates?tenant=${own}&limit=20`, { headers: mine });
    expect(page.rows).toBeLessThanOrEqual(60);
  });
});

describe('a reply with a gap left in it', () => {
  it('is refused, final or interim, and goes out once it is filled', async () => {
    const { number } = await send(tenant, { department: 'd01' });
    const path = `/v1/staff/letters/${number}`;
    await call(`${path}/accept`, { headers: officer, json: { department: 'd01' } });
    const reply = (json: object) => call(`${path}/reply`, { headers: officer, json });
    const final = { type: 'final', outcome: 'resolved' };
    expect(await codeOf(await reply({ ...final, body }))).toEqual([409, 'placeholder_left']);
    const unclosed = { type: 'interim', body: '正在核实，将于【待填：日期前告诉您。' };
    expect(await codeOf(await reply(unclosed))).toEqual([409, 'placeholder_left']);
    const letter = await (
      await call(path, { headers: officer })
    ).json<{ status: string; replies: unknown[] }>();
    expect([letter.status, letter.replies]).toEqual(['accepted', []]);
    const filled = body.replaceAll(/【待填：[^】]+】/g, '管道已更换');
    expect((await reply({ ...final, body: filled })).status).toBe(200);
  });
});
