import { rowsRead } from '../test/rows.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Receipt, PublishedLetter } from '../../contract/letters.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import {
  accepted,
  asWriter,
  codeOf,
  command,
  mine,
  objects,
  office,
  reply,
  theirs,
  type Headers,
} from './test/letters.ts';

describe('who may open a file', () => {
  it('staff of the letter, each look at a writer’s file on record; the centre never', async () => {
    const { tenant, number, officer, receipt, uploads } = await accepted();
    const coordinator = await aMember('coordinator', tenant);
    const path = `/v1/staff/letters/${number}/files/${uploads[0]!.id}`;
    const open = async (headers: Headers) => (await call(path, { headers })).status;
    expect(await open(await aMember('officer', tenant, ['d02']))).toBe(404);
    expect(await open(await aMember('officer', await aTenant(), ['d01']))).toBe(404);
    expect(await open(await aMember('central', null, [], '42'))).toBe(403);
    expect(await open({})).toBe(401);
    expect(await open(asWriter(receipt))).toBe(401);
    expect((await theirs(number, coordinator)).timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'accepted',
    ]);
    expect(await Promise.all([open(officer), open(officer), open(coordinator)])).toEqual([200, 200, 200]);
    const { timeline, files } = await theirs(number, coordinator);
    expect(timeline.filter(({ kind }) => kind === 'file_viewed')).toHaveLength(3);
    expect(files![0]).toMatchObject({ released: false, scanned: false });
    expect((await mine(receipt)).timeline.map(({ kind }) => kind)).not.toContain('file_viewed');
    // What the office sent itself is nobody's secret to it.
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...reply, files: [given] });
    expect((await call(`/v1/staff/letters/${number}/files/${given.id}`, { headers: officer })).status).toBe(
      200,
    );
    expect(
      (await theirs(number, coordinator)).timeline.filter(({ kind }) => kind === 'file_viewed'),
    ).toHaveLength(3);
  });

  it('anyone, what an officer released, as long as the letter is public, and nothing else', async () => {
    const { tenant, number, officer, receipt, uploads } = await accepted(2);
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...reply, files: [given] });
    const path = (id: string) => `/v1/tenants/${tenant}/letters/${number}/files/${id}`;
    const statuses = async () =>
      Promise.all([uploads[0]!, uploads[1]!, given].map(async ({ id }) => (await call(path(id))).status));
    expect(await statuses()).toEqual([404, 404, 404]);
    const publish = { title: '标题文字', body: '正文文字' };
    const strange = (await accepted()).uploads[0]!.id;
    for (const files of [[strange], ['0'.repeat(25)], [uploads[0]!.id, strange]])
      expect(await codeOf(await command(officer, number, 'publish', { ...publish, files }))).toEqual([
        409,
        'file_gone',
      ]);
    await command(officer, number, 'publish', { ...publish, files: [uploads[1]!.id, given.id] });
    expect(await statuses()).toEqual([404, 200, 200]);
    const seen = await (await call(`/v1/tenants/${tenant}/letters/${number}`)).json<PublishedLetter>();
    expect(seen.files!.map(({ id }) => id)).toEqual([uploads[1]!.id]);
    expect(seen.replies[0]!.files!.map(({ id }) => id)).toEqual([given.id]);
    expect(JSON.stringify(seen)).not.toContain('scanned');
    const answer = await call(path(given.id));
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30, must-revalidate');
    const same = await call(path(given.id), { headers: { 'If-None-Match': answer.headers.get('etag')! } });
    expect(same.status).toBe(304);
    // A correction releases what it names, no more.
    await command(officer, number, 'publish', { ...publish, files: [given.id] });
    expect(await statuses()).toEqual([404, 404, 200]);
    await call(`/v1/letters/${number}/consent`, { headers: asWriter(receipt), json: { publish: false } });
    expect(await statuses()).toEqual([404, 404, 404]);
    // Agreeing again brings nothing back that no officer released again.
    await call(`/v1/letters/${number}/consent`, { headers: asWriter(receipt), json: { publish: true } });
    await command(officer, number, 'publish', publish);
    expect(await statuses()).toEqual([404, 404, 404]);
    await command(officer, number, 'publish', { ...publish, files: [given.id] });
    const coordinator = await aMember('coordinator', tenant);
    await command(coordinator, number, 'take-down', { grounds: 'privacy' });
    expect(await statuses()).toEqual([404, 404, 404]);
  });
});

describe('an erased letter', () => {
  async function erased() {
    const made = await accepted();
    const coordinator = await aMember('coordinator', made.tenant);
    const given = await office(made.number, made.officer);
    await command(made.officer, made.number, 'reply', { ...reply, files: [given] });
    await call(`/v1/letters/${made.number}/ratings`, {
      headers: asWriter(made.receipt),
      json: { level: 5, solved: 'yes' },
    });
    return { ...made, coordinator, given };
  }

  it('has no files at once, and their bytes are gone with the next run', async () => {
    const { number, receipt, officer, uploads, given, coordinator } = await erased();
    expect((await command(coordinator, number, 'erase', { reason: '来信人申请' })).status).toBe(200);
    for (const { id } of [uploads[0]!, given]) {
      expect((await call(`/v1/letters/${number}/files/${id}`, { headers: asWriter(receipt) })).status).toBe(
        404,
      );
      expect((await call(`/v1/staff/letters/${number}/files/${id}`, { headers: officer })).status).toBe(404);
    }
    expect((await mine(receipt)).files).toBeUndefined();
    await runJobs(testEnv);
    const left = await objects();
    for (const { id } of [uploads[0]!, given]) expect(left.filter((key) => key.includes(id))).toEqual([]);
  });

  it('leaves to another letter the reply they share, until that is erased too', async () => {
    const { tenant, number, given, coordinator } = await erased();
    const child = await send(tenant, { department: 'd01' });
    await command(coordinator, child.number, 'merge', { into: number });
    await command(coordinator, number, 'erase', { reason: '来信人申请' });
    await runJobs(testEnv);
    const path = `/v1/letters/${child.number}/files/${given.id}`;
    expect((await call(path, { headers: asWriter(child) })).status).toBe(200);
    await call(`/v1/letters/${child.number}/ratings`, {
      headers: asWriter(child),
      json: { level: 5, solved: 'yes' },
    });
    await command(coordinator, child.number, 'erase', { reason: '来信人申请' });
    await runJobs(testEnv);
    expect((await objects()).filter((key) => key.includes(given.id))).toEqual([]);
  });
});

describe('what a letter’s files cost', () => {
  it('at most six rows each, and none where there are none', async () => {
    const [five, none] = [await accepted(5), await accepted(0)];
    const rows = async ({ receipt }: { receipt: Receipt }) =>
      (await rowsRead(`/v1/letters/${receipt.number}`, { headers: asWriter(receipt) })).rows;
    const [more, fewer] = [await rows(five), await rows(none)];
    expect(fewer).toBeLessThanOrEqual(20);
    expect(more - fewer).toBeLessThanOrEqual(30);
  });
});

describe('when a letter’s time is over', () => {
  it('what its writer sent is gone for everybody at that moment, before any job, and from the bucket with the next run', async () => {
    const { number, officer, receipt, uploads } = await accepted();
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...reply, files: [given] });
    await call(`/v1/letters/${number}/ratings`, {
      headers: asWriter(receipt),
      json: { level: 5, solved: 'yes' },
    });
    const paths = [uploads[0]!, given].map(({ id }) => `/v1/letters/${number}/files/${id}`);
    const statuses = () =>
      Promise.all(paths.map(async (path) => (await call(path, { headers: asWriter(receipt) })).status));
    expect(await statuses()).toEqual([200, 200]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 400 * 86_400_000);
    expect(await statuses()).toEqual([404, 200]);
    await runJobs(testEnv);
    vi.restoreAllMocks();
    expect(await statuses()).toEqual([404, 200]);
    const left = (await objects()).filter((key) => key.includes(uploads[0]!.id) || key.includes(given.id));
    expect(left).toEqual([expect.stringContaining(given.id)]);
  });
});
