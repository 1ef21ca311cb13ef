import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import { fileLimits } from '../../contract/limits.ts';
import type { UploadedFile, UploadState } from '../../contract/uploads.ts';
import { runJobs } from '../jobs/run.ts';
import { app } from '../app.ts';
import { aTenant, call, fromAnywhere, origin, testEnv } from '../test/app.ts';
import * as made from './test/fixtures.ts';
import { begin, complete, partOf, putPart, sendFile, upload } from './test/uploads.ts';

afterEach(() => vi.restoreAllMocks());

const startOf = (tenant: string) => `/v1/tenants/${tenant}/uploads`;
const codeOf = async (answer: Response) => (await answer.json<Problem>()).code;
const large = (bytes: number) => made.jpeg({ scanBytes: Math.ceil(bytes / 2) });
const names = async (prefix = '') => (await testEnv.FILES.list({ prefix })).objects.map(({ key }) => key);
const rows = async (sql: string) => (await testEnv.LETTERS_0.prepare(sql).all()).results;

describe('an upload', () => {
  it('of a photo in one part is checked and told by its content', async () => {
    const tenant = await aTenant();
    const photo = made.jpeg({ width: 800, height: 600 });
    const { file } = await upload(startOf(tenant), photo);
    expect(file).toMatchObject({ type: 'image/jpeg', width: 800, height: 600 });
    expect(file.bytes).toBeLessThan(photo.length);
  });

  it('goes on after a lost line with the parts that are missing', async () => {
    const tenant = await aTenant();
    const photo = large(700_000);
    const begun = await begin(startOf(tenant), photo.length);
    expect(begun.parts).toBe(3);
    for (const part of [3, 1]) await putPart(begun, part, partOf(begun, photo, part));
    const early = await complete(begun);
    expect([early.status, await codeOf(early)]).toEqual([422, 'file_incomplete']);
    const state = await (await call(begun.url, { headers: begun.headers })).json<UploadState>();
    expect(state).toMatchObject({ parts: 3, have: [1, 3], file: null });
    // The same part again, as after an answer that was lost.
    for (const part of [2, 3, 2]) await putPart(begun, part, partOf(begun, photo, part));
    const done = await complete(begun);
    expect(done.status).toBe(200);
    const file = await done.json<UploadedFile>();
    // Asked again, it says the same.
    expect(await (await complete(begun)).json()).toEqual(file);
    const after = await (await call(begun.url, { headers: begun.headers })).json<UploadState>();
    expect(after).toMatchObject({ have: [], file });
    expect((await putPart(begun, 2, partOf(begun, photo, 2))).status).toBe(204);
  });

  it('completed twice at once is one file, and both hear of it', async () => {
    const tenant = await aTenant();
    const photo = made.png();
    const begun = await begin(startOf(tenant), photo.length);
    await putPart(begun, 1, photo);
    const answers = await Promise.all([complete(begun), complete(begun), complete(begun)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await names(`files/${begun.id}`)).toHaveLength(1);
  });

  it('is opened by its key alone, in its tenant alone', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const photo = made.jpeg();
    const begun = await begin(startOf(tenant), photo.length);
    await putPart(begun, 1, photo);
    const strange = [
      { ...begun, headers: { ...begun.headers, Authorization: `Upload ${'0'.repeat(32)}` } },
      { ...begun, headers: { ...begun.headers, Authorization: `Letter ${begun.key}` } },
      { ...begun, headers: fromAnywhere() },
      { ...begun, url: `${startOf(other)}/${begun.id}` },
      { ...begun, url: `${startOf(tenant)}/${'0'.repeat(25)}` },
    ];
    for (const one of strange) {
      const answers = [
        await call(one.url, { headers: one.headers }),
        await putPart(one, 1, photo),
        await complete(one),
      ];
      for (const answer of answers) expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
    }
    expect((await complete(begun)).status).toBe(200);
  });

  it('is taken from registered sites only', async () => {
    const tenant = await aTenant();
    const answer = await call(startOf(tenant), {
      headers: { Origin: 'https://evil.test', ...fromAnywhere() },
      json: { bytes: 500 },
    });
    expect(answer.status).toBe(403);
    const begun = await begin(startOf(tenant), 500);
    const strange = { ...begun, headers: { ...begun.headers, Origin: 'https://evil.test' } };
    expect((await putPart(strange, 1, made.noise(500))).status).toBe(403);
  });

  it('may be asked for by any page before it is sent, its parts too', async () => {
    const tenant = await aTenant();
    const answer = await call(`${startOf(tenant)}/x/parts/1`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://page.test',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
    expect(answer.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
  });

  it('whose part has the wrong size or number is told so', async () => {
    const tenant = await aTenant();
    const photo = large(300_000);
    const begun = await begin(startOf(tenant), photo.length);
    const wrong: [number, Uint8Array][] = [
      [1, photo.subarray(0, 1000)],
      [2, photo.subarray(0, fileLimits.partBytes)],
      [3, photo.subarray(0, 1000)],
      [1, new Uint8Array(0)],
    ];
    for (const [part, bytes] of wrong) {
      const answer = await putPart(begun, part, bytes);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'part_size']);
    }
    expect((await putPart(begun, 1, new Uint8Array(fileLimits.partBytes + 1))).status).toBe(413);
    expect((await putPart(begun, 0, photo.subarray(0, 1000))).status).toBe(400);
  });

  it('that is hopeless is refused before a byte is sent, in words that say what to do', async () => {
    const tenant = await aTenant();
    const ask = async (json: unknown, lang = 'zh-CN') =>
      (await call(`${startOf(tenant)}?lang=${lang}`, { headers: fromAnywhere(), json })).json<Problem>();
    expect(await ask({ bytes: 10 * 1024 * 1024 + 1 })).toMatchObject({ status: 413, code: 'file_too_large' });
    expect(await ask({ bytes: 5 })).toMatchObject({ status: 422, code: 'file_too_small' });
    const heic = await ask({ bytes: 5000, type: 'image/heic' });
    expect(heic).toMatchObject({ status: 422, code: 'file_type' });
    expect(heic.detail).toContain('JPEG');
    expect((await ask({ bytes: 5000, type: 'text/html' }, 'en')).detail).toContain('Only photos');
    expect((await ask({ bytes: -1 })).code).toBe('bad_request');
  });

  it('is limited by address: so many begun a minute, so many bytes in ten minutes', async () => {
    const tenant = await aTenant();
    const headers = fromAnywhere();
    const statuses: number[] = [];
    for (let count = 0; count < 22; count++)
      statuses.push((await call(startOf(tenant), { headers, json: { bytes: fileLimits.bytesMax } })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    const refused = await call(startOf(tenant), { headers, json: { bytes: 5000 } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('the content decides:', () => {
  const cases: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['a script renamed .jpg', () => made.ascii('alert(1);'.padEnd(300)), 'file_type'],
    ['a zip renamed .jpg', () => made.zip(), 'file_type'],
    [
      'a zip bomb',
      async () => made.zip('b.bin', made.asText(await made.folded(new Uint8Array(9e6)))),
      'file_type',
    ],
    [
      'an SVG',
      () => made.ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(300)),
      'file_type',
    ],
    ['a PNG of 20,000 pixels', () => made.png(20_000, 20_000), 'image_too_large'],
    ['a JPEG without its end', () => made.jpeg().slice(0, -2), 'file_incomplete'],
    ['a PDF with a script', () => made.pdf('/OpenAction << /S /JavaScript /JS (x) >>'), 'pdf_active'],
    [
      'an encrypted PDF',
      () => made.ascii(made.asText(made.pdf()).replace('/Root', '/Encrypt 9 0 R /Root')),
      'pdf_encrypted',
    ],
  ];
  it.each(cases)('%s is refused and leaves nothing', async (_name, content, code) => {
    const tenant = await aTenant();
    const { begun, answer } = await sendFile(startOf(tenant), await content(), { type: 'image/jpeg' });
    const problem = await answer.json<Problem>();
    expect(problem.code).toBe(code);
    expect(problem.detail.length).toBeGreaterThan(10);
    expect((await call(begun.url, { headers: begun.headers })).status).toBe(404);
    await runJobs(testEnv);
    expect([...(await names(`incoming/${begun.id}`)), ...(await names(`files/${begun.id}`))]).toEqual([]);
  });
});

describe('a virus scanner', () => {
  async function finish(settings: Record<string, string>, answer: () => Promise<Response>) {
    const tenant = await aTenant();
    const photo = made.jpeg();
    const begun = await begin(startOf(tenant), photo.length);
    await putPart(begun, 1, photo);
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    const request = new Request(`${origin}${begun.url}/complete`, { method: 'POST', headers: begun.headers });
    const done = await app.fetch(request, { ...testEnv, ...settings });
    const calls = asked.mock.calls;
    asked.mockRestore();
    const scanned = await rows(`SELECT scanned FROM file WHERE id = '${begun.id}'`);
    return { begun, done, calls, scanned: scanned[0]?.['scanned'] };
  }
  const url = { HUIXIN_SCAN_URL: 'http://scanner.test/' };
  const says =
    (body: unknown, status = 200) =>
    () =>
      Promise.resolve(Response.json(body, { status }));
  const dead = () => Promise.reject(new Error('connection refused'));

  it('is asked about the cleaned bytes, and what it finds clean is kept as such', async () => {
    const { done, calls, scanned } = await finish(url, says({ clean: true }));
    expect([done.status, scanned]).toEqual([200, 1]);
    expect(calls).toHaveLength(1);
    expect(made.asText(calls[0]![1]!.body as Uint8Array)).not.toContain('GPS-');
  });

  it('that finds something has the file refused and removed', async () => {
    const { begun, done } = await finish(url, says({ clean: false }));
    expect([done.status, await codeOf(done)]).toEqual([422, 'scan_refused']);
    expect((await complete(begun)).status).toBe(404);
  });

  it('that doesn’t answer lets the file pass unscanned, or not at all where it is required', async () => {
    for (const answer of [dead, says({}, 500), says({ clean: 'yes' }), says({ clean: true }, 302)]) {
      const passed = await finish(url, answer);
      expect([passed.done.status, passed.scanned]).toEqual([200, 0]);
      const { begun, done } = await finish({ ...url, HUIXIN_SCAN_REQUIRED: '1' }, answer);
      expect([done.status, await codeOf(done)]).toEqual([503, 'scan_unavailable']);
      // Nothing is lost: it may be asked again.
      expect((await complete(begun)).status).toBe(200);
    }
  });

  it('that is required and not set up lets nothing pass', async () => {
    const { done } = await finish({ HUIXIN_SCAN_REQUIRED: '1' }, says({ clean: true }));
    expect(await codeOf(done)).toBe('scan_unavailable');
  });
});

describe('what no letter took', () => {
  const day = 86_400_000;
  const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

  it('is gone after a day, parts and files, however often the job runs', async () => {
    const tenant = await aTenant();
    const begun = await begin(startOf(tenant), 500);
    await putPart(begun, 1, made.noise(500));
    const { given } = await upload(startOf(tenant), made.jpeg());
    const start = Date.now();
    await runJobs(testEnv);
    // The parts of what is complete go at once.
    expect(await names(`incoming/${given.id}`)).toEqual([]);
    expect(await names(`incoming/${begun.id}`)).toHaveLength(1);
    at(start + 0.9 * day);
    await runJobs(testEnv);
    expect(await names(`files/${given.id}`)).toHaveLength(1);
    at(start + 1.1 * day);
    expect((await call(begun.url, { headers: begun.headers })).status).toBe(404);
    await Promise.all([runJobs(testEnv), runJobs(testEnv)]);
    await runJobs(testEnv);
    for (const { id } of [begun, given])
      expect([...(await names(`incoming/${id}`)), ...(await names(`files/${id}`))]).toEqual([]);
    const ids = `('${begun.id}', '${given.id}')`;
    expect(
      await rows(`SELECT id FROM upload WHERE id IN ${ids} UNION SELECT id FROM file WHERE id IN ${ids}`),
    ).toEqual([]);
    expect(await rows('SELECT * FROM removal')).toEqual([]);
  });

  it('is taken up by the next run where one was killed between forgetting and removing', async () => {
    const tenant = await aTenant();
    const { given } = await upload(startOf(tenant), made.jpeg());
    const broken = {
      ...testEnv,
      FILES: { ...testEnv.FILES, list: () => Promise.reject(new Error('killed')) },
    };
    at(Date.now() + 2 * day);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await runJobs(broken as unknown as typeof testEnv);
    expect(await rows(`SELECT id FROM file WHERE id = '${given.id}'`)).toEqual([]);
    expect(await names(`files/${given.id}`)).toHaveLength(1);
    await runJobs(testEnv);
    expect(await names(`files/${given.id}`)).toEqual([]);
  });

  it('goes even where a part came in after its upload was removed', async () => {
    await testEnv.FILES.put('incoming/stray/1', 'x');
    at(Date.now() + 3 * day);
    await runJobs(testEnv);
    expect(await names('incoming/stray')).toEqual([]);
  });
});
