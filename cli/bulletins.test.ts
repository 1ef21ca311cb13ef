import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from './main.ts';
import { testIo, testService } from './test-service.ts';

const id = '0123456789abcdef0123456789abcdef';
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huixin-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function get(file: string, status = 200, asked = id) {
  const service = await testService(() => ({ status, body: { the: 'file' } }));
  const io = testIo({ HUIXIN_URL: service.url, HUIXIN_TOKEN: 't0ken' });
  const out = join(folder, file);
  const code = await main(['bulletin', 'get', '--id', asked, '--out', out], io);
  await service.close();
  return { code, out, io, asked: service.asked };
}

it('bulletin get writes what the service sends, in the form that the file’s name asks for', async () => {
  const { code, out, asked, io } = await get('通报.DOCX');
  expect([code, asked[0]!.path]).toEqual([0, `/v1/central/bulletins/${id}/docx`]);
  expect(await readFile(out, 'utf8')).toBe('{"the":"file"}');
  expect(io.outLines).toEqual([`${out}: 14 bytes`]);
});

it('bulletin get writes nothing where it is refused, and asks nothing where it isn’t understood', async () => {
  const refused = await get('x.csv', 409);
  expect(refused.code).toBe(1);
  await expect(readFile(refused.out)).rejects.toThrow('ENOENT');
  const [form, name] = [await get('x.pdf'), await get('x.csv', 200, '../../tenants')];
  expect([form.code, form.asked, name.code, name.asked]).toEqual([2, [], 2, []]);
});
