/** Files as people choose them, made in code: the least that the service takes for one. */
interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const segment = (code: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, code, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
const bytes = (...values: number[]): Buffer => Buffer.from(values);

/** What no copy of a photo may still hold. */
export const secrets = ['GPS-30.9N-112.2E', 'Secret-Phone'];

/** A photo as a phone takes it: with where, and with what. */
export function aPhoto(name: string, width = 640): Chosen {
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${secrets.join(' ')}`, 'latin1');
  const buffer = Buffer.concat([
    bytes(0xff, 0xd8),
    segment(0xe1, exif),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, bytes(8, 1, 224, width >> 8, width & 255, 1, 1, 0x11, 0)),
    segment(0xc4, Buffer.alloc(17)),
    segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
    Buffer.alloc(2000, 0x55),
    bytes(0xff, 0xd9),
  ]);
  return { name, mimeType: 'image/jpeg', buffer };
}

export const notAPhoto = (name: string): Chosen => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(`<script>alert(1)</script>${' '.repeat(200)}`),
});

export const tooLarge = (name: string): Chosen => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.alloc(11 * 1024 * 1024, 0x55),
});
