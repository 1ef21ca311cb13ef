import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { PublishedLetter, Receipt, WriterLetter } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { GivenFile } from '../../contract/uploads.ts';
import { runJobs } from '../jobs/run.ts';
import { setRules } from './test/rules.ts';
import {
  aMember,
  aTenant,
  call,
  fromAnywhere,
  newKey,
  send,
  solved,
  someLetter,
  testEnv,
} from '../test/app.ts';
import * as made from './test/fixtures.ts';
import { begin, upload } from './test/uploads.ts';

afterEach(() => vi.restoreAllMocks());

type Headers = Record<string, string>;
const codeOf = async (answer: Response) => [answer.status, (await answer.json<Problem>()).code];
const photo = (tenant: string, width = 640) =>
  upload(`/v1/tenants/${tenant}/uploads`, made.jpeg({ width })).then(({ given }) => given);
const asWriter = ({ accessKey }: Receipt): Headers => ({
  Authorization: `Letter ${accessKey}`,
  ...fromAnywhere(),
});
const mine = async (receipt: Receipt) =>
  (await call(`/v1/letters/${receipt.number}`, { headers: asWriter(receipt) })).json<WriterLetter>();
const theirs = async (number: string, headers: Headers) =>
  (await call(`/v1/staff/letters/${number}`, { headers })).json<StaffLetter>();
const command = (headers: Headers, number: string, name: string, json: unknown) =>
  call(`/v1/staff/letters/${number}/${name}`, { headers, json });
const reply = { type: 'final', body: '已经核实并办结,请放心。详见附件。', outcome: 'explained' };
const row = async (sql: string) => (await testEnv.LETTERS_0.prepare(sql).all()).results;
const objects = async () => (await testEnv.FILES.list({ prefix: 'files/' })).objects.map(({ key }) => key);

async function submit(tenant: string, uploads: unknown, key = newKey()): Promise<Response> {
  const json = { ...someLetter, department: 'd01', uploads, challenge: await solved(tenant) };
  return call(`/v1/tenants/${tenant}/letters`, {
    headers: { 'Idempotency-Key': key, ...fromAnywhere() },
    json,
  });
}

/** A letter with files, accepted. */
async function accepted(count = 1) {
  const tenant = await aTenant();
  const officer = await aMember('officer', tenant, ['d01']);
  const uploads: GivenFile[] = [];
  for (let index = 0; index < count; index++) uploads.push(await photo(tenant));
  const receipt = await (await submit(tenant, uploads)).json<Receipt>();
  await command(officer, receipt.number, 'accept', { department: 'd01' });
  return { tenant, officer, receipt, uploads, number: receipt.number };
}

const office = (number: string, headers: Headers, file = made.pdf()) =>
  upload(`/v1/staff/letters/${number}/uploads`, file, headers).then(({ given }) => given);

describe('a letter with files', () => {
  it('lists them to its writer under the letter’s own number, and hands them out without metadata', async () => {
    const tenant = await aTenant();
    const uploads = [await photo(tenant), await photo(tenant, 320)];
    const receipt = await (await submit(tenant, uploads)).json<Receipt>();
    const { files, timeline } = await mine(receipt);
    expect(files).toEqual([
      expect.objectContaining({
        id: uploads[0]!.id,
        name: `${receipt.number}-1.jpg`,
        type: 'image/jpeg',
        width: 640,
      }),
      expect.objectContaining({ id: uploads[1]!.id, name: `${receipt.number}-2.jpg`, width: 320 }),
    ]);
    expect(timeline[0]!.kind).toBe('submitted');
    const answer = await call(`/v1/letters/${receipt.number}/files/${uploads[0]!.id}`, {
      headers: asWriter(receipt),
    });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBe(files![0]!.bytes);
    for (const word of ['GPS-', 'Secret']) expect(made.asText(bytes)).not.toContain(word);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${receipt.number}-1.jpg"`,
      'content-security-policy': expect.stringContaining("sandbox; default-src 'none'") as string,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('records how many there are, and commits to what they hold', async () => {
    const { receipt, uploads } = await accepted();
    const [event] = await row(
      `SELECT data, salt FROM event JOIN letter ON letter.id = event.letter_id WHERE number = '${receipt.number}' AND event.seq = 1`,
    );
    const data = JSON.parse(event!['data'] as string) as { files: number; commitment: string };
    expect(data.files).toBe(1);
    const [file] = await row(`SELECT sha256, object FROM file WHERE id = '${uploads[0]!.id}'`);
    const stored = await (await testEnv.FILES.get(file!['object'] as string))!.arrayBuffer();
    const hex = async (bytes: BufferSource) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    expect(await hex(stored)).toBe(file!['sha256']);
    const said = [event!['salt'], JSON.stringify([someLetter.title, someLetter.body]), file!['sha256']].join(
      '\0',
    );
    expect(await hex(new TextEncoder().encode(said))).toBe(data.commitment);
  });

  it('gets the same answer again with the same key, and is another with other files', async () => {
    const tenant = await aTenant();
    const [one, two] = [await photo(tenant), await photo(tenant)];
    const key = newKey();
    const first = await (await submit(tenant, [one], key)).json<Receipt>();
    const again = await submit(tenant, [one], key);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.json()).toEqual(first);
    expect(await codeOf(await submit(tenant, [two], key))).toEqual([422, 'idempotency_mismatch']);
    expect(await codeOf(await submit(tenant, [], key))).toEqual([422, 'idempotency_mismatch']);
  });

  it('sent twice at once with one key is one letter with its files', async () => {
    const tenant = await aTenant();
    const [one, key] = [await photo(tenant), newKey()];
    const answers = await Promise.all([submit(tenant, [one], key), submit(tenant, [one], key)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json<Receipt>()));
    expect(first).toEqual(second);
    expect((await mine(first!)).files).toHaveLength(1);
  });

  it('is refused whole where a file is not there, not its sender’s, another tenant’s, used, or given twice', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const used = await photo(tenant);
    expect((await submit(tenant, [used])).status).toBe(201);
    const fine = await photo(tenant);
    const begun = await begin(`/v1/tenants/${tenant}/uploads`, 500);
    const cases: [GivenFile[], string][] = [
      [[{ id: '0'.repeat(25), key: 'x'.repeat(32) }], 'file_gone'],
      [[{ id: fine.id, key: used.key }], 'file_gone'],
      [[{ id: begun.id, key: begun.key }], 'file_gone'],
      [[await photo(other)], 'file_gone'],
      [[fine, used], 'file_used'],
      [[fine, fine], 'file_used'],
    ];
    const count = () => row(`SELECT count(*) AS n FROM letter WHERE tenant = '${tenant}'`);
    const before = await count();
    for (const [uploads, code] of cases)
      expect(await codeOf(await submit(tenant, uploads))).toEqual([409, code]);
    expect(await count()).toEqual(before);
    // What was refused with others can still be sent.
    expect((await submit(tenant, [fine])).status).toBe(201);
  });

  it('takes five files, not six', async () => {
    const tenant = await aTenant();
    const six = await Promise.all([1, 2, 3, 4, 5, 6].map(() => photo(tenant)));
    const refused = await submit(tenant, six);
    expect(refused.status).toBe(400);
    expect((await refused.json<Problem>()).errors![0]).toMatchObject({ path: 'uploads', code: 'too_long' });
    const receipt = await (await submit(tenant, six.slice(1))).json<Receipt>();
    expect((await mine(receipt)).files).toHaveLength(5);
  });

  it('is refused whole where its upload has expired, or is removed at that very moment', async () => {
    const tenant = await aTenant();
    const [late, racing] = [await photo(tenant), await photo(tenant)];
    await testEnv.LETTERS_0.prepare(`UPDATE file SET expires_at = 1 WHERE id = '${late.id}'`).run();
    expect(await codeOf(await submit(tenant, [late]))).toEqual([409, 'file_gone']);
    // Between the look-up and the commit somebody removes it: a trigger stands for the job.
    await testEnv.LETTERS_0.prepare(
      `CREATE TRIGGER racing BEFORE INSERT ON letter WHEN new.tenant = '${tenant}' BEGIN DELETE FROM file WHERE id = '${racing.id}'; END`,
    ).run();
    expect(await codeOf(await submit(tenant, [racing]))).toEqual([409, 'file_gone']);
    await testEnv.LETTERS_0.prepare('DROP TRIGGER racing').run();
    expect(await row(`SELECT number FROM letter WHERE tenant = '${tenant}'`)).toEqual([]);
  });

  it('of two letters that race for one file, one gets it and the other is refused', async () => {
    const tenant = await aTenant();
    const one = await photo(tenant);
    const answers = await Promise.all([submit(tenant, [one]), submit(tenant, [one]), submit(tenant, [one])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await row(`SELECT count(*) AS n FROM attachment WHERE file_id = '${one.id}'`)).toEqual([{ n: 1 }]);
  });

  it('may be registered at the counter too', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    const { challenge: _none, ...body } = { ...someLetter, challenge: '' };
    const json = { ...body, department: 'd01', channel: 'counter', tenant, uploads: [await photo(tenant)] };
    const { number } = await (await call('/v1/staff/letters', { headers: officer, json })).json<Receipt>();
    expect((await theirs(number, officer)).files).toHaveLength(1);
  });
});

describe('what is added later', () => {
  it('a supplement’s files go on counting', async () => {
    const { receipt, number } = await accepted();
    const { given } = await upload(`/v1/letters/${number}/uploads`, made.png(), asWriter(receipt));
    const json = { body: '补充一张照片', uploads: [given] };
    const answer = await call(`/v1/letters/${number}/supplements`, { headers: asWriter(receipt), json });
    const { supplements, files } = await answer.json<WriterLetter>();
    expect(supplements[0]!.files).toEqual([
      expect.objectContaining({ id: given.id, name: `${number}-2.png` }),
    ]);
    expect(files).toHaveLength(1);
    const again = await call(`/v1/letters/${number}/supplements`, { headers: asWriter(receipt), json });
    expect(await codeOf(again)).toEqual([409, 'file_used']);
    const strange = { ...asWriter(receipt), Authorization: `Letter ${'0'.repeat(20)}` };
    const start = await call(`/v1/letters/${number}/uploads`, { headers: strange, json: { bytes: 500 } });
    expect(start.status).toBe(404);
  });

  it('a reply’s files reach its writer with the reply, and not before', async () => {
    const { receipt, number, officer } = await accepted();
    const given = await office(number, officer);
    const path = `/v1/letters/${number}/files/${given.id}`;
    expect((await call(path, { headers: asWriter(receipt) })).status).toBe(404);
    const answer = await command(officer, number, 'reply', { ...reply, files: [given] });
    expect(answer.status).toBe(200);
    const { replies } = await mine(receipt);
    expect(replies[0]!.files).toEqual([
      expect.objectContaining({ name: `${number}-2.pdf`, type: 'application/pdf' }),
    ]);
    expect((await call(path, { headers: asWriter(receipt) })).headers.get('content-type')).toBe(
      'application/pdf',
    );
  });

  it('a draft’s files wait for sign-off with it, come again after a return, and go out with the reply', async () => {
    const { tenant, receipt, number, officer } = await accepted(0);
    await setRules(tenant, { signOff: true });
    const coordinator = await aMember('coordinator', tenant);
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...reply, files: [given] });
    expect((await theirs(number, coordinator)).draft!.files).toHaveLength(1);
    const path = `/v1/letters/${number}/files/${given.id}`;
    expect((await call(path, { headers: asWriter(receipt) })).status).toBe(404);
    await command(coordinator, number, 'return', { reason: '请补充依据' });
    expect((await theirs(number, officer)).returned!.draft.files).toHaveLength(1);
    // Its key is long gone from the page: a file of the draft needs none.
    const again = await command(officer, number, 'reply', { ...reply, files: [{ id: given.id }] });
    expect(again.status).toBe(200);
    const sent = await command(coordinator, number, 'approve', {});
    expect((await sent.json<StaffLetter>()).replies[0]!.files).toHaveLength(1);
    expect((await mine(receipt)).replies[0]!.files).toHaveLength(1);
    expect((await call(path, { headers: asWriter(receipt) })).status).toBe(200);
  });

  it('a file of the letter itself, or of another, can’t be passed off as a reply’s without its key', async () => {
    const { number, officer, uploads } = await accepted();
    const elsewhere = await accepted();
    for (const id of [uploads[0]!.id, elsewhere.uploads[0]!.id]) {
      const answer = await command(officer, number, 'reply', { ...reply, files: [{ id }] });
      expect(await codeOf(answer)).toEqual([409, 'file_gone']);
    }
  });

  it('letters merged into this one get the reply with its files, before and after', async () => {
    const target = await accepted();
    const { tenant, officer, number } = target;
    const coordinator = await aMember('coordinator', tenant);
    const [early, late] = [
      await send(tenant, { department: 'd01' }),
      await send(tenant, { department: 'd01' }),
    ];
    await command(coordinator, early.number, 'merge', { into: number });
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...reply, files: [given] });
    await command(coordinator, late.number, 'merge', { into: number });
    for (const receipt of [early, late]) {
      const { replies } = await mine(receipt);
      expect(replies[0]!.files).toEqual([
        expect.objectContaining({ id: given.id, name: `${receipt.number}-1.pdf` }),
      ]);
      const path = `/v1/letters/${receipt.number}/files/`;
      expect((await call(path + given.id, { headers: asWriter(receipt) })).status).toBe(200);
      // The other letter's own files stay its writer's.
      expect((await call(path + target.uploads[0]!.id, { headers: asWriter(receipt) })).status).toBe(404);
    }
  });
});

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
