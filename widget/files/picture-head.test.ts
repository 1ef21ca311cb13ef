import { describe, expect, test } from 'vitest';
import { readHead } from './picture-head.ts';

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
const segment = (code: number, data: number[]): number[] => [
  0xff,
  code,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];
const big = (orientation: number) => [
  ...ascii('MM\0*'),
  0,
  0,
  0,
  8,
  0,
  1,
  1,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
];
const little = (orientation: number) => [
  ...ascii('II*\0'),
  8,
  0,
  0,
  0,
  1,
  0,
  0x12,
  1,
  3,
  0,
  1,
  0,
  0,
  0,
  orientation,
  0,
  0,
  0,
];
const frame = segment(0xc2, [8, 0x0b, 0xb8, 0x0f, 0xa0, 1, 1, 0x11, 0]);
const jpeg = (...segments: number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat()]);
const exif = (tiff: number[]) => segment(0xe1, [...ascii('Exif\0\0'), ...tiff]);

describe('the head of a picture', () => {
  test.each([
    ['big', big],
    ['little', little],
  ])('tells which way up it is and how large, written %s end first', (_, tiff) => {
    const tables = segment(
      0xdb,
      Array.from({ length: 65 }, () => 1),
    );
    expect(readHead(jpeg(exif(tiff(6)), tables, frame))).toEqual({
      orientation: 6,
      size: { width: 4000, height: 3000 },
    });
  });

  test('is upright where nothing, or nonsense, is said', () => {
    expect(readHead(jpeg(frame)).orientation).toBe(1);
    expect(readHead(jpeg(exif(big(9)), frame)).orientation).toBe(1);
    expect(readHead(jpeg(exif([...ascii('MM\0*'), 255, 255, 255, 255]), frame)).orientation).toBe(1);
  });

  test('tells the size of a PNG', () => {
    const png = [0x89, ...ascii('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...ascii('IHDR'), 0, 0, 4, 0, 0, 0, 3, 0];
    expect(readHead(Uint8Array.from(png)).size).toEqual({ width: 1024, height: 768 });
  });

  test('that is cut off anywhere never throws', () => {
    const whole = jpeg(exif(big(6)), exif(little(3)), frame);
    for (let length = 0; length <= whole.length; length++) readHead(whole.subarray(0, length));
    for (let at = 2; at < whole.length; at++)
      readHead(whole.map((byte, place) => (place === at ? 255 - byte : byte)));
  });
});
