import { describe, expect, it, vi } from 'vitest';
import { fileLimits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import * as made from '../attachments/test/fixtures.ts';
import { upload } from '../attachments/test/uploads.ts';
import { aMember, aTenant, call, testEnv } from '../test/app.ts';
import {
  formTo,
  open,
  sendFiles,
  submitForm,
  textOf,
  type ChosenFile,
  type Form,
  type Page,
} from './test/plain-browser.ts';

const typed = {
  kind: 'complaint',
  department: 'd02',
  title: '象山大道的路灯坏了三天',
  body: '象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮，照片里看得见。',
  phone: '13912345678',
};
const photo = (name = '张三家门口.jpg', width = 640): ChosenFile => ({ name, bytes: made.jpeg({ width }) });
const writeForm = async (tenant: string): Promise<Form> =>
  formTo(await open(`/s/${tenant}/write`), { path: '/write' });
const again = (page: Page): Form => formTo(page, { path: '/write' });
const numberIn = (page: Page): string => /[A-Z0-9]{2,8}-\d{4}-\d{6}/.exec(textOf(page.html))?.[0] ?? '';
const kept = (page: Page): string[] =>
  again(page).entries.flatMap(([name, value]) => (name === 'kept' ? [value] : []));
const all = async (db: D1Database, sql: string) => (await db.prepare(sql).all()).results;

async function lettersOf(
  tenant: string,
): Promise<{ number: string; files: NonNullable<StaffLetter['files']> }[]> {
  const coordinator = await aMember('coordinator', tenant);
  const rows = await testEnv.LETTERS_0.prepare('SELECT number FROM letter WHERE tenant = ? ORDER BY number')
    .bind(tenant)
    .all<{ number: string }>();
  const letters = rows.results.map(async ({ number }) => {
    const answer = await call(`/v1/staff/letters/${number}`, { headers: coordinator });
    return { number, files: (await answer.json<StaffLetter>()).files ?? [] };
  });
  return Promise.all(letters);
}

async function storedBytes(id: string): Promise<string> {
  const { objects } = await testEnv.FILES.list({ prefix: `files/${id}-` });
  const object = await testEnv.FILES.get(objects[0]!.key);
  return made.asText(new Uint8Array(await object!.arrayBuffer()));
}

describe('a letter with files, written without scripts', () => {
  it('has its photo without where and with what it was taken, and a receipt that counts the files', async () => {
    const tenant = await aTenant();
    const receipt = await sendFiles(await writeForm(tenant), typed, [
      photo(),
      { name: 'a.pdf', bytes: made.pdf() },
    ]);
    expect(receipt.status).toBe(201);
    expect(textOf(receipt.html)).toMatch(/附件\s+收到 2 个文件/);
    const [letter] = await lettersOf(tenant);
    expect(letter!.files.map(({ type }) => type)).toEqual(['image/jpeg', 'application/pdf']);
    const bytes = await storedBytes(letter!.files[0]!.id);
    for (const secret of ['GPS-30.9N', 'Secret-Phone', 'Secret-Author']) expect(bytes).not.toContain(secret);
  });

  it('is what it was where no file is chosen', async () => {
    const tenant = await aTenant();
    const receipt = await sendFiles(await writeForm(tenant), typed, []);
    expect(receipt.status).toBe(201);
    expect(textOf(receipt.html)).not.toContain('附件');
  });

  it('takes files of ten megabytes, and five in all', async () => {
    const tenant = await aTenant();
    const frame = made.jpeg({ scanBytes: 0 }).length;
    const large = made.jpeg({ scanBytes: Math.floor((fileLimits.bytesMax - frame) / 2) });
    expect(large.length).toBeGreaterThan(fileLimits.bytesMax - 10);
    const small = [photo('c.jpg'), photo('d.jpg'), photo('e.jpg')];
    const both = ['a.jpg', 'b.jpg'].map((name) => ({ name, bytes: large }));
    const receipt = await sendFiles(await writeForm(tenant), typed, [...both, ...small]);
    expect(textOf(receipt.html)).toContain('收到 5 个文件');
  });

  it('is one letter with its files however often the form is sent', async () => {
    const tenant = await aTenant();
    const form = await writeForm(tenant);
    const files = [photo('a.jpg', 100), photo('b.jpg', 200)];
    const twins = await Promise.all([sendFiles(form, typed, files), sendFiles(form, typed, files)]);
    const third = await sendFiles(form, typed, files);
    expect(twins.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(third.status).toBe(200);
    expect(new Set([...twins, third].map(numberIn)).size).toBe(1);
    expect((await lettersOf(tenant)).map(({ files: own }) => own.length)).toEqual([2]);
    const other = await sendFiles(form, typed, [files[0]!, photo('c.jpg', 300)]);
    expect(other.status, 'with a new file it is another letter').toBe(422);
    expect((await submitForm(again(other), {})).status).toBe(201);
  });

  it('gives its receipt again where a reload cannot read the files any more, or sends none', async () => {
    const tenant = await aTenant();
    const form = await writeForm(tenant);
    const first = await sendFiles(form, typed, [photo('a.jpg', 100), photo('b.jpg', 200)]);
    const empty = (name: string) => ({ name, bytes: new Uint8Array(0) });
    for (const files of [[empty('a.jpg'), empty('b.jpg')], [photo('a.jpg', 100), empty('b.jpg')], []]) {
      const reloaded = await sendFiles(form, typed, files);
      expect(reloaded.status).toBe(200);
      expect(numberIn(reloaded)).toBe(numberIn(first));
      expect(textOf(reloaded.html)).toContain('收到 2 个文件');
    }
  });

  it('keeps files without sending, leaves out those that are no longer wanted, and takes more', async () => {
    const tenant = await aTenant();
    let page = await sendFiles(await writeForm(tenant), { title: '灯', step: 'keep' }, [
      photo('a.jpg', 100),
      photo('b.jpg', 200),
    ]);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('已存好 2 个文件，还没有寄出');
    expect(page.html).not.toContain('role="alert"');
    expect(again(page).fields['title']).toBe('灯');
    const [first] = kept(page);
    page = await sendFiles(again(page), { ...typed, remove: first!.slice(0, 25) }, [photo('c.jpg', 300)]);
    expect(page.status).toBe(201);
    const [letter] = await lettersOf(tenant);
    expect(letter!.files.map(({ width }) => width)).toEqual([200, 300]);
    expect((await sendFiles(await writeForm(tenant), { step: 'keep' }, [])).html).toContain('还没有选文件');
  });

  it('keeps the names of files from everybody but their owner, and from the log', async () => {
    const log = vi.spyOn(console, 'log');
    const tenant = await aTenant();
    const page = await sendFiles(await writeForm(tenant), { ...typed, title: '灯' }, [
      photo('../张三 <b>身份证</b>.jpg'),
    ]);
    expect(textOf(page.html)).toContain('b>.jpg');
    expect(page.html).not.toContain('<b>身份证');
    await submitForm(again(page), typed);
    const columns = await all(
      testEnv.LETTERS_0,
      'SELECT * FROM file, attachment WHERE file.id = attachment.file_id',
    );
    expect(JSON.stringify(columns)).not.toMatch(/身份证|b>\.jpg/);
    expect(log.mock.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/身份证|b>\.jpg/);
    log.mockRestore();
    const [letter] = await lettersOf(tenant);
    expect(letter!.files[0]!.name).toBe(`${letter!.number}-1.jpg`);
  });
});

describe('a file that is refused', () => {
  const bad: [string, ChosenFile, RegExp][] = [
    [
      'a script renamed',
      { name: 'a.jpg', bytes: made.ascii(`<script>alert(1)</script>${' '.repeat(200)}`) },
      /只能添加照片/,
    ],
    [
      'an SVG',
      {
        name: 'a.svg',
        bytes: made.ascii(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(200)}</svg>`),
      },
      /只能添加照片/,
    ],
    ['five bytes', { name: 'a.jpg', bytes: made.ascii('\xff\xd8\xff\xe0\x00') }, /几乎是空的/],
    [
      'a PDF with a script',
      { name: 'a.pdf', bytes: made.pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>') },
      /带有脚本/,
    ],
    ['a picture of 20,000 pixels', { name: 'a.png', bytes: made.png(20_000, 20_000) }, /尺寸太大/],
    [
      'more than ten megabytes',
      { name: 'a.jpg', bytes: made.jpeg({ scanBytes: 6 * 1024 * 1024 }) },
      /超过 10 MB/,
    ],
    [
      'a photo that was cut off',
      { name: 'a.jpg', bytes: made.jpeg({ scanBytes: 4000 }).slice(0, 3000) },
      /没有传完整/,
    ],
    ['a zip archive', { name: 'a.jpg', bytes: made.zip() }, /只能添加照片/],
  ];

  it.each(bad)(
    'for being %s is told by name, and neither text nor good files are lost',
    async (_what, file, words) => {
      const tenant = await aTenant();
      const page = await sendFiles(await writeForm(tenant), typed, [photo('好的.jpg'), file]);
      expect(page.status).toBe(400);
      expect(page.html).toContain('href="#files"');
      expect(textOf(page.html)).toContain(`“${file.name}”没有收下`);
      expect(textOf(page.html)).toMatch(words);
      expect(again(page).fields).toMatchObject(typed);
      expect(kept(page)).toHaveLength(1);
      expect(textOf(page.html)).toContain('好的.jpg');
      expect(await lettersOf(tenant)).toEqual([]);
      expect((await submitForm(again(page), {})).status).toBe(201);
      expect((await lettersOf(tenant))[0]!.files).toHaveLength(1);
    },
  );

  it('for being the sixth is told so, also where five were kept before', async () => {
    const tenant = await aTenant();
    const six = Array.from({ length: 6 }, (_, index) => photo(`${index}.jpg`, 100 + index));
    let page = await sendFiles(await writeForm(tenant), typed, six);
    expect(page.status).toBe(400);
    expect(textOf(page.html)).toContain('“5.jpg”没有收下：一次最多 5 个文件');
    expect(kept(page)).toHaveLength(5);
    page = await sendFiles(again(page), {}, [photo('6.jpg')]);
    expect(textOf(page.html)).toContain('“6.jpg”没有收下：一次最多 5 个文件');
    const removed = kept(page)[0]!.slice(0, 25);
    page = await sendFiles(again(page), { remove: removed }, [photo('6.jpg', 333)]);
    expect(page.status).toBe(201);
    expect((await lettersOf(tenant))[0]!.files.map(({ width }) => width)).toEqual([101, 102, 103, 104, 333]);
  });

  it('does not hide what else has to be changed; both are counted in the order of the page', async () => {
    const tenant = await aTenant();
    const page = await sendFiles(await writeForm(tenant), { ...typed, title: '灯', phone: 'x'.repeat(31) }, [
      bad[2]![1],
      bad[0]![1],
    ]);
    const links = [...page.html.matchAll(/<li><a href="#(\w+)">([^<]*)/g)].map(([, id, words]) => [
      id,
      words,
    ]);
    expect(links.map(([id]) => id)).toEqual(['title', 'files', 'phone']);
    expect(links[1]![1]).toContain('有 2 个文件没有收下');
  });
});

describe('an upload that somebody else began', () => {
  const give = async (tenant: string, value: string) => {
    const form = await writeForm(tenant);
    return sendFiles({ ...form, entries: [...form.entries, ['kept', value]] }, typed, []);
  };

  it('is not taken with a wrong key, from another tenant, or after it went out with a letter', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const { given } = await upload(`/v1/tenants/${tenant}/uploads`, made.jpeg());
    for (const page of [
      await give(tenant, `${given.id}.${'0'.repeat(32)}.a.jpg`),
      await give(other, `${given.id}.${given.key}.a.jpg`),
      await give(tenant, `${'0'.repeat(25)}.${given.key}.a.jpg`),
    ]) {
      expect(page.status).toBe(400);
      expect(textOf(page.html)).toContain('“a.jpg”没有收下：传好后超过 24 小时没有寄出');
      expect(kept(page)).toEqual([]);
    }
    expect((await give(tenant, `${given.id}.${given.key}.a.jpg`)).status).toBe(201);
    const used = await give(tenant, `${given.id}.${given.key}.a.jpg`);
    expect(used.status).toBe(409);
    expect(textOf(used.html)).toContain('已经随上一封信寄到');
    expect(kept(used)).toEqual([]);
    expect((await lettersOf(tenant)).map(({ files }) => files.length)).toEqual([1]);
  });

  it('is nothing where the field is made up', async () => {
    const tenant = await aTenant();
    const page = await give(tenant, '"><script>alert(1)</script>');
    expect(page.status).toBe(201);
  });
});

describe('a body that is no form', () => {
  it.each([
    ['broken', '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nabc'],
    [
      'with a text beyond all bounds',
      `--x\r\nContent-Disposition: form-data; name="body"\r\n\r\n${'字'.repeat(300_000)}\r\n--x--`,
    ],
  ])('is refused as a page where it is %s', async (_what, body) => {
    const tenant = await aTenant();
    const headers = {
      'Content-Type': 'multipart/form-data; boundary=x',
      Origin: 'https://letters.test',
      'Accept-Language': 'en',
    };
    const answer = await call(`/s/${tenant}/write`, { method: 'POST', body, headers });
    expect([400, 413]).toContain(answer.status);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(textOf(await answer.text())).toMatch(/有几处需要改一改|内容太大/);
  });
});
