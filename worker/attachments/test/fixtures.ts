/** Files made in code: as cameras, programs and attackers write them. */
import { crc32 } from '../../platform/crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const ascii = (text: string): Bytes => Uint8Array.from(text, (char) => char.charCodeAt(0));

export function join(...parts: (readonly number[] | Uint8Array | string)[]): Bytes {
  const all = parts.map((part) => (typeof part === 'string' ? ascii(part) : Uint8Array.from(part)));
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const noise = (length: number, seed = 7): Bytes => {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >>> 16);
};

/** One character for each byte; `TextDecoder` takes latin1 for windows-1252. */
export function asText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export async function folded(bytes: Bytes, format: 'deflate' | 'deflate-raw' = 'deflate'): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// JPEG

const segment = (code: number, data: Uint8Array | readonly number[]): Bytes =>
  join([0xff, code, (data.length + 2) >> 8, (data.length + 2) & 255], data);

const short = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [...short(value >>> 16), ...short(value & 0xffff)];
const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [
  ...short(tag),
  ...short(type),
  ...long(count),
  ...value,
];

/** Exif as a phone writes it: which way up, whose phone, and where it was taken. */
export function exif(orientation: number): Bytes {
  const make = 'Huawei Secret-Phone\0';
  const gps = 'GPS-30.9N-112.2E';
  const first = [
    ...short(3),
    ...entry(0x010f, 2, make.length, long(8 + 2 + 36 + 4)),
    ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, long(8 + 2 + 36 + 4 + make.length)),
    ...long(0),
  ];
  return join('Exif\0\0', 'MM', short(42), long(8), first, make, gps);
}

export interface JpegOptions {
  width?: number;
  height?: number;
  orientation?: number;
  scanBytes?: number;
  tail?: string;
}

/** The least a decoder needs, in form; the picture itself is noise. */
export function jpeg({
  width = 640,
  height = 480,
  orientation = 6,
  scanBytes = 400,
  tail = '',
}: JpegOptions = {}): Bytes {
  const scan = noise(scanBytes).map((byte) => (byte === 0xff ? 0 : byte));
  return join(
    [0xff, 0xd8],
    segment(0xe0, join('JFIF\0', [1, 2, 0, 0, 1, 0, 1, 1, 1], [9, 9, 9])),
    segment(0xe1, exif(orientation)),
    segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Secret-Author</x:xmpmeta>')),
    segment(0xe2, ascii('ICC_PROFILE\0\x01\x01colours')),
    segment(0xed, ascii('Photoshop 3.0\0Secret-Caption')),
    segment(0xfe, ascii('Secret-Comment')),
    segment(0xdb, [0, ...noise(64)]),
    segment(0xc0, [8, ...short(height), ...short(width), 1, 1, 0x11, 0]),
    segment(0xc4, [0, ...Array<number>(16).fill(0), 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    scan,
    [0xff, 0x00, 0xff, 0xd0],
    scan,
    [0xff, 0xd9],
    tail,
  );
}

// PNG

export function chunk(type: string, data: Uint8Array | readonly number[] | string): Bytes {
  const body = join(type, data);
  return join(long(body.length - 4), body, long(crc32(body)));
}

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function png(width = 640, height = 480, more: Bytes = new Uint8Array(0)): Bytes {
  return join(
    pngSignature,
    chunk('IHDR', [...long(width), ...long(height), 8, 2, 0, 0, 0]),
    chunk('tEXt', 'Author\0Secret-Author'),
    chunk('eXIf', exif(6).subarray(6)),
    chunk('tIME', [7, 234, 11, 22, 3, 0, 0]),
    more,
    chunk('IDAT', noise(200)),
    chunk('IEND', ''),
  );
}

// WebP

const little = (value: number): number[] => [
  value & 255,
  (value >> 8) & 255,
  (value >> 16) & 255,
  value >>> 24,
];
const riffChunk = (type: string, data: Uint8Array): Bytes =>
  join(type, little(data.length), data, data.length % 2 ? [0] : []);

export function webp(width = 640, height = 480, tail = ''): Bytes {
  const frame = join(
    [0x30, 0, 0, 0x9d, 0x01, 0x2a],
    [width & 255, width >> 8, height & 255, height >> 8],
    noise(120),
  );
  const chunks = join(
    riffChunk('VP8X', join([0x0c, 0, 0, 0], little(width - 1).slice(0, 3), little(height - 1).slice(0, 3))),
    riffChunk('VP8 ', frame),
    riffChunk('EXIF', exif(6)),
    riffChunk('XMP ', ascii('<x:xmpmeta>Secret-Author</x:xmpmeta>')),
  );
  return join('RIFF', little(chunks.length + 4), 'WEBP', chunks, tail);
}

// PDF

/** @param catalog put into the catalogue; @param objects further objects, as they stand in the file */
export function pdf(catalog = '', objects: (Uint8Array | string)[] = []): Bytes {
  return join(
    '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n',
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n',
    '4 0 obj\n<< /Length 37 >>\nstream\nBT /F1 12 Tf (Hello, neighbours.) Tj ET\nendstream\nendobj\n',
    ...objects.flatMap((object, index) => [`${index + 5} 0 obj\n`, object, '\nendobj\n']),
    'xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n9\n%%EOF\n',
  );
}

export async function objectStream(objects: string, dictionary = '/Filter /FlateDecode'): Promise<Bytes> {
  const data = await folded(ascii(objects));
  return join(
    `<< /Type /ObjStm /N 1 /First 4 ${dictionary} /Length ${data.length} >>\nstream\n`,
    data,
    '\nendstream',
  );
}

/** A zip archive with one stored file. */
export function zip(name = 'a.txt', content = 'x'.repeat(200)): Bytes {
  const data = ascii(content);
  const sum = long(crc32(data)).reverse();
  const sizes = [...little(data.length), ...little(data.length)];
  const local = join(
    'PK\x03\x04',
    [20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    sum,
    sizes,
    [name.length, 0, 0, 0],
    name,
    data,
  );
  return join(local, 'PK\x05\x06', Array<number>(18).fill(0));
}
