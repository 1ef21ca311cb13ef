import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { GivenFile } from '../../contract/uploads.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, newKey, send, someLetter, testEnv } from '../test/app.ts';
import * as made from './test/fixtures.ts';
import {
  accepted,
  asWriter,
  codeOf,
  command,
  mine,
  objects,
  office,
  photo,
  reply,
  row,
  submit,
  theirs,
} from './test/letters.ts';
import { setRules } from './test/rules.ts';
import { begin, upload } from './test/uploads.ts';

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

  it('files of a draft that never went out are removed when another reply does', async () => {
    const { tenant, receipt, number, officer } = await accepted(0);
    await setRules(tenant, { signOff: true });
    const coordinator = await aMember('coordinator', tenant);
    const [kept, dropped] = [await office(number, officer), await office(number, officer)];
    await command(officer, number, 'reply', { ...reply, files: [kept, dropped] });
    await command(coordinator, number, 'return', { reason: '有一份文件不对' });
    await command(officer, number, 'reply', { ...reply, files: [{ id: kept.id }] });
    await command(coordinator, number, 'approve', {});
    await runJobs(testEnv);
    expect((await mine(receipt)).replies[0]!.files).toEqual([expect.objectContaining({ id: kept.id })]);
    const left = (await objects()).filter((key) => key.includes(kept.id) || key.includes(dropped.id));
    expect(left).toEqual([expect.stringContaining(kept.id)]);
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
