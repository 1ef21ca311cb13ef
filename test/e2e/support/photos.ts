/** Photos as phones make them, and what is left of one. */
import type { Page } from '@playwright/test';

const short = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [...short(value >>> 16), ...short(value & 0xffff)];
const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
  ...short(tag),
  ...short(type),
  ...long(count),
  ...value,
];
const rational = (...pairs: [number, number][]): number[] =>
  pairs.flatMap(([a, b]) => [...long(a), ...long(b)]);

export const MAKER = 'Huawei Secret-Phone';

/** Exif (CIPA DC-008) with a maker, which way up, and 30°59′N 112°12′E. */
function exif(orientation: number): Buffer {
  const first = 8 + 2 + 3 * 12 + 4;
  const gps = first + MAKER.length + 1;
  const place = gps + 2 + 4 * 12 + 4;
  return Buffer.from([
    ...Buffer.from('Exif\0\0MM\0*'),
    ...long(8),
    ...short(3),
    ...entry(0x010f, 2, MAKER.length + 1, long(first)),
    ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, long(gps)),
    ...long(0),
    ...Buffer.from(`${MAKER}\0`),
    ...short(4),
    ...entry(1, 2, 2, [...Buffer.from('N'), 0, 0, 0]),
    ...entry(2, 5, 3, long(place)),
    ...entry(3, 2, 2, [...Buffer.from('E'), 0, 0, 0]),
    ...entry(4, 5, 3, long(place + 24)),
    ...long(0),
    ...rational([30, 1], [59, 1], [0, 1]),
    ...rational([112, 1], [12, 1], [0, 1]),
  ]);
}

/**
 * A photo whose pixels lie as `width` × `height`, with Exif as a phone writes it. Its left half is red, its right half
 * blue; scattered over it is enough to make the file large.
 */
export async function phonePhoto(
  page: Page,
  width: number,
  height: number,
  orientation = 1,
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#d02020';
      context.fillRect(0, 0, width / 2, height);
      context.fillStyle = '#2020d0';
      context.fillRect(width / 2, 0, width / 2, height);
      for (let dot = 0; dot < (width * height) / 400; dot++) {
        context.fillStyle = dot % 2 ? 'rgba(0,0,0,.2)' : 'rgba(255,255,255,.2)';
        context.fillRect((dot * 7919) % width, (dot * 104729) % height, 8, 8);
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
    },
    [width, height] as const,
  );
  const jpeg = Buffer.from(base64, 'base64');
  const data = exif(orientation);
  const segment = Buffer.from([0xff, 0xe1, ...short(data.length + 2)]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, data, jpeg.subarray(2)]);
}

/** Size in pixels, and which segments a JPEG has beside the picture and its colours. */
export function jpegFacts(bytes: Buffer): { width: number; height: number; metadata: string[] } {
  const metadata: string[] = [];
  for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const code = bytes[at + 1]!;
    if (code >= 0xc0 && code <= 0xc3)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), metadata };
    const name = bytes.toString('latin1', at + 4, at + 8);
    const more = (code >= 0xe0 && code <= 0xef) || code === 0xfe;
    if (more && name !== 'JFIF' && name !== 'ICC_') metadata.push(name);
  }
  throw new Error('not a JPEG');
}

/** A document of about so many bytes that the service takes. */
export function paper(bytes: number): Buffer {
  const filler = 'x'.repeat(Math.max(0, bytes - 480));
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${filler.length} >>\nstream\n${filler}\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n9\n%%EOF\n`,
  );
}

export const file = (name: string, buffer: Buffer, mimeType = 'application/octet-stream') => ({
  name,
  mimeType,
  buffer,
});
