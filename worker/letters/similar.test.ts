import { beforeAll, describe, expect, it } from 'vitest';
import type { SimilarLetter } from '../../contract/templates.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';

type Headers = Record<string, string>;
const lamps = {
  kind: 'complaint',
  title: '白石坡小区东门路灯不亮',
  body: '小区东门的三盏路灯不亮，晚上看不见路。',
};
const others = {
  ...{ kind: 'complaint', title: '象山大道路灯不亮了' },
  body: '象山大道口的路灯不亮已有半个月，请尽快修好。电话13800001234。',
};
const reply = '经查，路灯线缆被挖断，已于十一月十日修复。电话 0724-2345678。';

let tenant = '';
let coordinator: Headers = {};
let officer: Headers = {};

beforeAll(async () => {
  tenant = await aTenant();
  coordinator = await aMember('coordinator', tenant);
  officer = await aMember('officer', tenant, ['d01']);
});

async function give(number: string, command: string, json: object, headers = coordinator): Promise<void> {
  const answer = await call(`/v1/staff/letters/${number}/${command}`, { headers, json });
  if (answer.status !== 200) throw new Error(`${command}: ${await answer.text()}`);
}

const released = { title: '漳河大道路灯不亮了', body: '路灯不亮已有半个月。', reply: '已修复。' };

async function answered(department: string, more: object = {}, publish?: typeof released): Promise<string> {
  const { number } = await send(tenant, { ...others, department, publish: publish !== undefined, ...more });
  await give(number, 'accept', { department });
  await give(number, 'reply', { type: 'final', outcome: 'resolved', body: reply });
  if (publish) await give(number, 'publish', publish);
  return number;
}

async function similarTo(number: string, headers: Headers): Promise<SimilarLetter[]> {
  const answer = await call(`/v1/staff/letters/${number}/similar`, { headers });
  return (await answer.json<{ items: SimilarLetter[] }>()).items;
}
const numbers = (items: SimilarLetter[]) => items.map(({ number }) => number);

describe('similar letters', () => {
  it('are those its department answered, and of other departments only what is published, as released', async () => {
    const own = await answered('d01');
    const closed = await answered('d02');
    const open = await answered('d02', {}, released);
    const pension = await answered('d01', { title: '养老保险缴费年限', body: '外地缴的养老保险怎么合并？' });
    const unanswered = await send(tenant, { ...others, department: 'd01' });
    const { number } = await send(tenant, { ...lamps, department: 'd01' });
    const items = await similarTo(number, officer);
    expect(numbers(items).sort()).toEqual([own, open].sort());
    expect(items.find((item) => item.number === own)).toMatchObject({ published: false, reply });
    const shown = items.find((item) => item.number === open)!;
    expect(shown).toMatchObject({ published: true, reply: '已修复。', excerpt: '路灯不亮已有半个月。' });
    for (const hidden of [closed, pension, unanswered.number, number])
      expect(numbers(items)).not.toContain(hidden);
  });

  it('are nothing of another tenant, and nobody outside of the letter’s own scope may ask', async () => {
    const other = await aTenant();
    const { number } = await send(other, { ...lamps, department: 'd01' });
    expect(await similarTo(number, await aMember('coordinator', other))).toEqual([]);
    const answer = await call(`/v1/staff/letters/${number}/similar`, { headers: officer });
    expect(answer.status).toBe(404);
  });

  it('leave out what was taken down', async () => {
    const place = { title: '漳河大桥护栏损坏', body: '漳河大桥北侧的护栏损坏，请来修。' };
    const published = await answered('d02', place, { ...place, reply: '已修复。' });
    const { number } = await send(tenant, { ...lamps, ...place, department: 'd01' });
    expect(numbers(await similarTo(number, officer))).toEqual([published]);
    await give(published, 'take-down', { grounds: 'privacy' });
    expect(numbers(await similarTo(number, officer))).not.toContain(published);
  });

  it('come once for each title, and without those that share no more than a place with a better one', async () => {
    const own = await aMember('officer', tenant, ['d01']);
    const rail = { title: '虎牙关大道护栏倒了一片', body: '虎牙关大道的护栏倒了一片，没有人扶。' };
    const first = await answered('d01', rail);
    const again = await answered('d01', rail);
    await answered('d01', { title: '虎牙关大道夜里太吵', body: '夜里有人唱歌，睡不着。' });
    const { number } = await send(tenant, { ...lamps, ...rail, department: 'd01' });
    const found = numbers(await similarTo(number, own));
    expect(found).toHaveLength(1);
    expect([first, again]).toContain(found[0]);
  });

  it('of a letter in nobody’s hands are the published ones', async () => {
    const { number } = await send(tenant, { ...lamps });
    expect((await similarTo(number, coordinator)).every(({ published }) => published)).toBe(true);
  });

  it('are five at most, the likest first, and cost the same among many as among few', async () => {
    const big = await aTenant({ prefix: 'LIKE' });
    const mine = await aMember('coordinator', big);
    const { number } = await send(big, { ...lamps, department: 'd01' });
    await fill(big, 100);
    const few = await rowsRead(`/v1/staff/letters/${number}/similar`, { headers: mine });
    await fill(big, 4_000);
    const many = await rowsRead(`/v1/staff/letters/${number}/similar`, { headers: mine });
    expect(JSON.parse(many.body)).toMatchObject({ items: { length: 5 } });
    expect(many.rows).toBeLessThanOrEqual(500);
    expect(many.rows).toBeLessThanOrEqual(few.rows * 1.3 + 20);
  });
});

let filled = 1_000;
/** Published and answered letters about lamps that are dark. */
async function fill(slug: string, count: number): Promise<void> {
  const token = `t${Array.from(new TextEncoder().encode(slug), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const series = `WITH RECURSIVE n (i) AS (SELECT ${filled + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${filled + count})`;
  filled += count;
  const id = `'${slug}-' || i`;
  await testEnv.LETTERS_0.batch([
    testEnv.LETTERS_0
      .prepare(`${series} INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, department,
      title, body, key_hash, consent, received_at, rule_version, seq, round, provisional, contested, objected, drafted,
      answered_at, days, outcome, promise_done, release, to_publish, public_title, public_body, public_reply, endorsements,
      answers, answers_not, search_id)
      SELECT ${id}, '${slug}', 2026, i, printf('LIKE-2026-%06d', i), 'complaint', 'closed', 'import', 'd01', '第' || i || '路路灯不亮',
        '路灯不亮了', 'x', 1, i, 1, 1, 1, 0, 0, 0, 0, i, 1, 'resolved', 0, 'published', 0, '第' || i || '路路灯不亮', '路灯不亮了',
        '已修复', 0, 0, 0, 1000000 + i FROM n`),
    testEnv.LETTERS_0.prepare(`${series} INSERT INTO search (rowid, tenant, title, body)
      SELECT 1000000 + i, '${token}', '某 路 路 灯 不 亮', '路 灯 不 亮 了 已 修 复' FROM n`),
  ]);
}
