import { beforeAll, describe, expect, it } from 'vitest';
import type { Bulletin, BulletinPage } from '../../contract/bulletins.ts';
import { letters2011 } from '../../demo/seed/letters-2011.ts';
import { aMember, call, newKey, testEnv } from '../test/app.ts';
import {
  aCentral,
  ask,
  cellsOf,
  make,
  partsOf,
  QUARTER,
  read,
  tableOf,
  textOf,
  theQuarter,
  type Headers,
} from './test/quarter.ts';

let central: Headers;
let tenant = '';
let quarter: { from: string; to: string; scope: { jurisdiction: string; tenants: string[] } };
let made: Bulletin;

beforeAll(async () => {
  central = await aCentral();
  tenant = await theQuarter(central);
  quarter = { ...QUARTER, scope: { jurisdiction: '420800', tenants: [tenant] } };
  made = await make(central, { ...quarter, issuer: '荆门市人民政府办公室', recipients: '各有关单位' });
}, 60_000);

const notices = [
  ['市旅游局', 2],
  ['市供水公司', 2],
  ['市出租办', 1],
];

describe('the bulletin of the first quarter of 2011', () => {
  it('says 95 received, 39 accepted in time, 56 unanswered, and 5 notices of 3 units', () => {
    expect(made.content!.total).toMatchObject({
      received: 95,
      acceptedOnTime: 39,
      unanswered: 56,
      notices: 5,
    });
    expect(tableOf(made, 'tenants').rows).toEqual([
      ['荆门市', 95, 39, 56, 89, 39, expect.any(Number), expect.any(Number)],
    ]);
    expect(tableOf(made, 'notices').rows.slice(0, 3)).toEqual(expect.arrayContaining(notices));
    expect(tableOf(made, 'notices').rows.at(-1)).toEqual(['合计', 5]);
    expect(tableOf(made, 'unanswered').rows).toHaveLength(56);
    expect(textOf(made)).toContain('共收到来信95件，其中规定时间内受理39件，未回应56件。');
    expect(textOf(made)).toMatch(
      /3个单位主动发布信息5条：(市旅游局2条、市供水公司2条|市供水公司2条、市旅游局2条)、市出租办1条/,
    );
    expect(made.title).toBe('关于2011年第一季度荆门市网上来信办理情况的通报');
    expect(textOf(made)).toContain('统计时点为2011年3月31日24时');
  });

  it('has departments that sum up to the whole, and figures equal to the stats page’s', async () => {
    const stats = await (
      await call(`/v1/tenants/${tenant}/stats?from=${QUARTER.from}&to=${QUARTER.to}&asOf=${QUARTER.to}`)
    ).json<Record<string, unknown>>();
    expect(stats).toMatchObject(made.content!.total);
    const departments = tableOf(made, 'departments');
    const sum = (column: number) =>
      departments.rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
    for (const column of [1, 2, 3, 4, 5, 6, 7]) expect(sum(column)).toBe(departments.rows.at(-1)![column]);
    expect(tableOf(made, 'ages').rows.at(-1)!.at(-1)).toBe(56);
  });

  it('tells nothing that a letter says, and nobody’s name or number', async () => {
    const { results } = await testEnv.LETTERS_0.prepare('SELECT title, body FROM letter WHERE tenant = ?')
      .bind(tenant)
      .all<{ title: string; body: string }>();
    const all = JSON.stringify(made) + (await (await read(central, made.id, 'html')).text());
    for (const { title, body } of results) {
      expect(all).not.toContain(title);
      expect(all).not.toContain(body.slice(0, 20));
    }
    for (const { phone, email } of letters2011())
      for (const contact of [phone, email]) if (contact) expect(all).not.toContain(contact);
  });

  it('is a .docx whose text and tables say so', async () => {
    const answer = await read(central, made.id, 'docx');
    expect(answer.headers.get('content-disposition')).toContain('bulletin-420800-');
    const parts = await partsOf(answer);
    const document = parts['word/document.xml']!;
    const text = document.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    expect(text).toContain('共收到来信95件，其中规定时间内受理39件，未回应56件。');
    expect(text).toContain('市出租办1条');
    const rows = (document.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
      cellsOf(row, /<w:tc>.*?<\/w:tc>/gs),
    );
    expect(rows.find(([name]) => name === '荆门市')).toEqual(expect.arrayContaining(['95', '39', '56']));
    for (const [unit, count] of notices) expect(rows).toContainEqual([unit, String(count)]);
    expect(rows.filter(([, number]) => /^\w+-2011-\d{6}$/.test(number ?? ''))).toHaveLength(56);
    const tables = document.match(/<w:tbl>/g)!.length;
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length);
    expect(parts['word/fontTable.xml']).toContain('<w:altName w:val="仿宋');
  });

  it('is an .xlsx whose sheets say so in numbers', async () => {
    const parts = await partsOf(await read(central, made.id, 'xlsx'));
    expect(parts['xl/workbook.xml']).toContain('<sheet name="办理情况"');
    const rowsOf = (sheet: number) =>
      (parts[`xl/worksheets/sheet${sheet}.xml`]!.match(/<row .*?<\/row>/gs) ?? []).map((row) =>
        cellsOf(row, /<c .*?<\/c>/gs),
      );
    expect(rowsOf(1).flat().join('\n')).toContain('共收到来信95件，其中规定时间内受理39件，未回应56件。');
    expect(rowsOf(2)[3]!.slice(0, 4)).toEqual(['荆门市', '95', '39', '56']);
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<c r="B4" s="\d+"><v>95<\/v><\/c>/);
    for (const [unit, count] of notices) expect(rowsOf(8)).toContainEqual([unit, String(count)]);
    expect(rowsOf(10).slice(3)).toHaveLength(56);
    expect(parts['xl/workbook.xml']).toContain('_xlnm.Print_Titles');
    expect(JSON.stringify(parts)).not.toContain('<f>');
  });

  it('is a .csv for Excel, whole or one table, and a page without scripts', async () => {
    const whole = new Uint8Array(await (await read(central, made.id, 'csv')).arrayBuffer());
    expect([...whole.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(whole)).toContain('荆门市,95,39,56,');
    const one = await (await read(central, made.id, 'csv?table=notices')).text();
    expect(one.split('\r\n').filter(Boolean)).toHaveLength(5);
    const page = await read(central, made.id, 'html');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(html).toContain('未回应56件');
    expect(html).not.toMatch(/<script|style="|\son\w+=/);
  });
});

describe('a bulletin', () => {
  it('stays as it was frozen when letters change afterwards, and a correction is another that names it', async () => {
    const before = await (await read(central, made.id)).json<Bulletin>();
    const coordinator = await aMember('coordinator', tenant);
    const number = String(tableOf(made, 'unanswered').rows[0]![1]);
    const json = { department: 'd01' };
    await call(`/v1/staff/letters/${number}/accept`, { headers: coordinator, json });
    await testEnv.LETTERS_0.prepare(
      'DELETE FROM facts WHERE tenant = ? AND letter_id IN (SELECT id FROM letter WHERE number = ?)',
    )
      .bind(tenant, number)
      .run();
    expect(await (await read(central, made.id)).json()).toEqual(before);
    const corrected = await make(central, { ...quarter, corrects: made.id });
    expect(corrected.content!.total.received).toBe(94);
    expect(corrected.corrects).toEqual({ id: made.id, label: made.label });
    expect(textOf(corrected)).toContain(`本期更正${made.label}`);
    const after = await (await read(central, made.id)).json<Bulletin>();
    expect(after).toEqual({ ...before, correctedBy: { id: corrected.id, label: corrected.label } });
    const writes = [
      'UPDATE bulletin SET content = NULL',
      'DELETE FROM bulletin_block',
      "UPDATE bulletin_block SET block = '1'",
    ];
    for (const sql of writes)
      await expect(testEnv.DIRECTORY.prepare(sql).run()).rejects.toThrow(/frozen|kept/);
  });

  it('is numbered without gaps within its jurisdiction and year, and made once for one key', async () => {
    const key = newKey();
    const [one, other] = [await make(central, quarter, key), await make(central, quarter, key)];
    expect(other).toEqual(one);
    const next = await make(central, quarter);
    expect(next.issue).toBe(one.issue! + 1);
    const elsewhere = await make(central, { ...quarter, scope: { jurisdiction: '42', tenants: [tenant] } });
    expect([elsewhere.year, elsewhere.issue]).toEqual([one.year, 1]);
    const mismatch = await ask(central, { ...quarter, to: '2011-03-30', freeze: true }, key);
    expect([mismatch.status, (await mismatch.json<{ code: string }>()).code]).toEqual([
      422,
      'idempotency_mismatch',
    ]);
  });

  it('made at the same time with the same key is one', async () => {
    const key = newKey();
    const tries = await Promise.all([1, 2, 3].map(() => ask(central, { ...quarter, freeze: true }, key)));
    const ids = await Promise.all(tries.map(async (answer) => (await answer.json<Bulletin>()).id));
    expect(new Set(ids).size).toBe(1);
    const parts = await testEnv.DIRECTORY.prepare('SELECT count(*) AS n FROM bulletin_part').first<{
      n: number;
    }>();
    expect(parts!.n).toBe(0);
  });

  it('previewed leaves nothing behind', async () => {
    const count = async () =>
      (await testEnv.DIRECTORY.prepare('SELECT count(*) AS n FROM bulletin').first<{ n: number }>())!.n;
    const before = await count();
    const answer = await ask(central, quarter);
    expect(answer.status).toBe(200);
    const preview = await answer.json<Bulletin>();
    expect(preview).toMatchObject({ id: null, state: 'preview', label: null });
    expect(textOf(preview)).toContain('未回应');
    expect(await count()).toBe(before);
  });

  it('is seen and made by those whose jurisdiction covers it, and by no other', async () => {
    const [elsewhere, below] = [await aCentral('36'), await aCentral('420822')];
    for (const headers of [elsewhere, below]) {
      expect((await ask(headers, { ...quarter, freeze: true })).status).toBe(404);
      for (const format of ['', 'html', 'docx', 'xlsx', 'csv'])
        expect((await read(headers, made.id, format)).status).toBe(404);
      const list = await (await call('/v1/central/bulletins', { headers })).json<BulletinPage>();
      expect(list.items).toEqual([]);
    }
    const foreign = await theQuarter(await aCentral('36'), '360100', '南昌市');
    const mixed = { ...quarter, scope: { jurisdiction: '420800', tenants: [tenant, foreign] } };
    expect((await ask(central, mixed)).status).toBe(404);
    const list = await (
      await call('/v1/central/bulletins?limit=2', { headers: central })
    ).json<BulletinPage>();
    expect(list.items).toHaveLength(2);
    const rest = await (
      await call(`/v1/central/bulletins?cursor=${list.nextCursor}`, { headers: central })
    ).json<BulletinPage>();
    const ids = [...list.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(made.id);
    expect(list.items[0]!.madeBy).toBe('central 某');
  });

  it('is public only where the centre says so, which changes nothing of it', async () => {
    expect(made.public).toBe(false);
    const json = { public: true };
    const said = await call(`/v1/central/bulletins/${made.id}/publication`, { headers: central, json });
    expect(await said.json()).toMatchObject({ public: true, content: made.content, label: made.label });
  });

  it('refuses days that can’t be, in words at the field', async () => {
    for (const [body, error] of [
      [
        { from: '2011-03-31', to: '2011-01-01' },
        { path: 'to', code: 'before_from' },
      ],
      [{ to: '2999-01-01' }, { path: 'to', code: 'in_future' }],
      [{ asOf: '2011-02-01' }, { path: 'asOf', code: 'before_to' }],
    ] as const) {
      const answer = await ask(central, { ...quarter, ...body });
      expect(answer.status).toBe(400);
      expect((await answer.json<{ errors: unknown[] }>()).errors).toEqual([expect.objectContaining(error)]);
    }
  });
});
