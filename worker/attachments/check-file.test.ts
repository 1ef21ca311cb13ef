import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import * as made from './test/fixtures.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const kept = (bytes: Bytes): Bytes => {
  const checked = checkFile(bytes);
  if (!checked.ok) throw new Error(checked.reason);
  return checked.bytes;
};
const fault = (bytes: Bytes): string => {
  const checked = checkFile(bytes);
  return checked.ok ? 'ok' : checked.reason;
};
const has = (bytes: Bytes, text: string): boolean => made.asText(bytes).includes(text);

describe('a photo', () => {
  const photos: [string, Bytes][] = [
    ['a JPEG', made.jpeg()],
    ['a PNG', made.png()],
    ['a WebP', made.webp()],
  ];
  it.each(photos)('%s loses its place, camera, author and captions, and stays a photo', (_name, photo) => {
    expect(['GPS-', 'Secret'].some((word) => has(photo, word))).toBe(true);
    const clean = kept(photo);
    for (const word of ['GPS-', 'Secret', 'xmp']) expect(has(clean, word)).toBe(false);
    expect(checkFile(clean)).toMatchObject({ ok: true, width: 640, height: 480 });
    // What is clean stays as it is.
    expect(kept(clean)).toEqual(clean);
  });

  it('a JPEG keeps which way up it is, its colours and its picture, byte for byte, and loses its thumbnail', () => {
    const clean = kept(made.jpeg({ orientation: 6 }));
    const text = made.asText(clean);
    expect(text).toContain('ICC_PROFILE');
    expect(text).toContain('Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(text.slice(2, 20)).toBe('\xff\xe0\0\x10JFIF\0\x01\x02\0\0\x01\0\x01\0\0');
    const scan = made.noise(400).map((byte) => (byte === 0xff ? 0 : byte));
    expect(text).toContain(made.asText(scan));
    expect(has(kept(made.jpeg({ orientation: 1 })), 'Exif')).toBe(false);
    expect(has(kept(made.jpeg({ orientation: 9 })), 'Exif')).toBe(false);
  });

  it.each([
    ['a JPEG', made.jpeg({ tail: 'PK\x03\x04hidden' })],
    ['a PNG', made.join(made.png(), 'PK\x03\x04hidden')],
    ['a WebP', made.webp(640, 480, 'PK\x03\x04hidden')],
  ])('%s ends where the picture ends', (_name, photo) => {
    expect(has(kept(photo), 'hidden')).toBe(false);
  });

  it('is told when it was cut off', () => {
    for (const photo of [made.jpeg(), made.png(), made.webp()])
      for (const length of [photo.length - 1, photo.length - 30, 120])
        expect(fault(photo.slice(0, length))).toBe('file_incomplete');
  });

  it('is told when a byte of a PNG is wrong', () => {
    const photo = made.png();
    photo[photo.length - 60]! ^= 1;
    expect(fault(photo)).toBe('file_incomplete');
  });

  it('may have 12,000 pixels a side and 80 million in all', () => {
    expect(fault(made.png(20_000, 100))).toBe('image_too_large');
    expect(fault(made.png(100, 20_000))).toBe('image_too_large');
    expect(fault(made.png(9000, 9000))).toBe('image_too_large');
    expect(fault(made.png(12_000, 6_600))).toBe('ok');
    expect(fault(made.jpeg({ width: 12_001 }))).toBe('image_too_large');
    expect(fault(made.webp(12_001, 10))).toBe('image_too_large');
  });
});

describe('what is no photo and no document', () => {
  const others: [string, Bytes | string][] = [
    ['a script', '<script>alert(1)</script>'.padEnd(200)],
    ['a web page', '<!doctype html><html><body>hi</body></html>'.padEnd(200)],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(200)],
    ['a zip', made.zip()],
    ['an executable', 'MZ'.padEnd(200, '\0')],
    ['a GIF', 'GIF89a'.padEnd(200, '\0')],
    ['a HEIC photo', '\0\0\0\x18ftypheic'.padEnd(200, '\0')],
  ];
  it.each(others)('%s is refused by its content', (_name, content) => {
    expect(fault(made.join(content))).toBe('file_type');
  });

  it('a file of five bytes, or of more than ten megabytes, is refused by its size', () => {
    expect(fault(made.ascii('hello'))).toBe('file_too_small');
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(made.jpeg());
    expect(fault(large)).toBe('file_too_large');
  });

  it('an animation is refused', () => {
    const photo = made.asText(made.webp()).replace('EXIF', 'ANIM');
    expect(fault(made.ascii(photo))).toBe('file_type');
    const frames = made.join(
      made.chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
      made.chunk('fdAT', 'hidden picture'),
    );
    expect(has(kept(made.png(640, 480, frames)), 'hidden')).toBe(false);
  });
});

describe('whatever the bytes are', () => {
  const heads = ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x80\0\0\0WEBPVP8X', '%PDF-1.7\n', ''];
  const bytes = fc
    .tuple(fc.constantFrom(...heads), fc.uint8Array({ minLength: 100, maxLength: 3000 }))
    .map(([head, rest]) => made.join(head, rest));

  it('a check answers and never throws', () => {
    fc.assert(
      fc.property(bytes, (file) => typeof checkFile(file).ok === 'boolean'),
      { numRuns: 2000 },
    );
  });

  it('a good file with a few bytes changed is refused or stays good, and is never longer', () => {
    const files = [made.jpeg(), made.png(), made.webp(), made.pdf()];
    const change = fc.record({ at: fc.nat(), to: fc.nat(255) });
    const property = fc.property(
      fc.constantFrom(...files),
      fc.array(change, { maxLength: 6 }),
      (file, changes) => {
        const changed = file.slice();
        for (const { at, to } of changes) changed[at % changed.length] = to;
        const checked = checkFile(changed);
        if (!checked.ok) return;
        expect(checked.bytes.length).toBeLessThanOrEqual(changed.length);
        expect(checkFile(checked.bytes)).toEqual(checked);
      },
    );
    fc.assert(property, { numRuns: 3000 });
  });

  /** What a reader that goes back and forth would take minutes for. */
  const tenMegabytes = 10 * 1024 * 1024;
  const slow: [string, string, string][] = [
    ['marker after marker', '\xff\xd8\xff\xe0\0\x04ab', '\xff\xfe\0\x02'],
    ['fill bytes', '\xff\xd8\xff', '\xff'],
    ['restart after restart', '\xff\xd8\xff\xda\0\x03a', '\xff\xd0'],
    ['empty chunks', 'RIFF\xf8\xff\x9f\0WEBP', 'XYZ \0\0\0\0'],
    ['names', '%PDF-1.7\n', '/'],
    ['escaped names', '%PDF-1.7\n', '/#4a'],
    ['keywords', '%PDF-1.7\n', 'endstream '],
    ['objects', '%PDF-1.7\n', '1 0 obj<</First/FlateDecode>>stream\nxendstream '],
    ['streams without an end', '%PDF-1.7\n', '<</ObjStm/FlateDecode>>stream\n'],
  ];
  it.each(slow)('ten megabytes of %s are read in a moment', (_name, head, again) => {
    const file = new Uint8Array(tenMegabytes);
    const unit = made.ascii(again);
    for (let at = 0; at + unit.length <= file.length; at += unit.length) file.set(unit, at);
    file.set(made.ascii(head));
    file.set(made.ascii('\n%%EOF'), tenMegabytes - 6);
    const start = performance.now();
    expect(checkFile(file).ok).toBe(['/', '/#4a', 'endstream '].includes(again));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
