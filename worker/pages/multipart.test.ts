import { describe, expect, it } from 'vitest';
import { ascii, asText, join, noise } from '../attachments/test/fixtures.ts';
import { boundaryOf, Malformed, partsIn } from './multipart.ts';

const boundary = '----WebKitFormBoundaryAb3';
const field = (disposition: string, content: string | Uint8Array): Uint8Array =>
  join(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`, content, '\r\n');
const end = ascii(`--${boundary}--\r\n`);

/** In pieces of a size, as a line may break it up. */
const streamOf = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });

async function read(bytes: Uint8Array, size = 1000): Promise<[string, string | null, string][]> {
  const parts: [string, string | null, string][] = [];
  for await (const { name, fileName, pieces } of partsIn(streamOf(bytes, size), boundary)) {
    const collected: Uint8Array[] = [];
    for await (const piece of pieces) collected.push(piece.slice());
    parts.push([name, fileName, asText(join(...collected))]);
  }
  return parts;
}

describe('a form with files', () => {
  const nearly = `\r\n--${boundary.slice(0, -1)}\r\n\r--\n`;
  const content = join(noise(3000), nearly, [13, 13, 10], noise(500, 3));
  const form = join(
    field('name="title"', 'lamp'),
    field('name="files"; filename="a.jpg"\r\nContent-Type: image/jpeg', content),
    field('name="empty"; filename=""', ''),
    end,
  );

  it.each([1, 2, 7, 64, 1000, 100_000])('is read the same in pieces of %i bytes', async (size) => {
    expect(await read(form, size)).toEqual([
      ['title', null, 'lamp'],
      ['files', 'a.jpg', asText(content)],
      ['empty', '', ''],
    ]);
  });

  it('gives its later parts where an earlier one is left unread, or in the middle', async () => {
    const names: string[] = [];
    for await (const { name, pieces } of partsIn(streamOf(form, 50), boundary)) {
      names.push(name);
      for await (const _ of pieces) break;
    }
    expect(names).toEqual(['title', 'files', 'empty']);
  });

  it('has names in any script, with the quotes and line ends that browsers write as codes', async () => {
    const name = new TextEncoder().encode('name="files"; filename="身份证 %22正面%22%0D%0A.jpg"');
    const form = join(field(asText(name), 'x'), end);
    expect((await read(form))[0]![1]).toBe('身份证 "正面"\r\n.jpg');
  });

  it.each([
    ['that ends in a part', field('name="a"', 'x').slice(0, -4)],
    ['that ends before its last delimiter', field('name="a"', 'x')],
    ['whose part has no name', join(field('x="a"', 'x'), end)],
    ['without any delimiter', ascii('a=b&c=d')],
    ['with headers without end', join(`--${boundary}\r\n`, 'x'.repeat(9000), '\r\n\r\n', end)],
    ['that is empty', new Uint8Array(0)],
  ])('is refused %s', async (_what, bytes) => {
    await expect(read(bytes)).rejects.toThrow(Malformed);
  });

  it('is told by its type', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b');
    expect(boundaryOf('application/x-www-form-urlencoded')).toBeNull();
    expect(boundaryOf()).toBeNull();
  });
});
