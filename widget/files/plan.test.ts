import { describe, expect, test } from 'vitest';
import { fileLimits } from '../../contract/limits.ts';
import {
  backOff,
  bounds,
  bytesIn,
  fitted,
  missingParts,
  sizeFault,
  sizeInWords,
  spanOf,
  typeOf,
} from './plan.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('the size of a picture that is sent', () => {
  test.each([
    [
      { width: 4000, height: 3000 },
      { width: 2560, height: 1920 },
    ],
    [
      { width: 3000, height: 4000 },
      { width: 1920, height: 2560 },
    ],
    [
      { width: 2560, height: 10 },
      { width: 2560, height: 10 },
    ],
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 20_000, height: 2 },
      { width: 2560, height: 1 },
    ],
  ])('of %o is %o', (is, sent) => {
    expect(fitted(is)).toEqual(sent);
  });
});

test('a file is what its first bytes say, whatever it is called', () => {
  expect(typeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(typeOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png');
  expect(typeOf(bytes('RIFF\0\0\0\0WEBP'))).toBe('image/webp');
  expect(typeOf(bytes('%PDF-1.7'))).toBe('application/pdf');
  for (const other of ['', '#!/bin/sh', '<svg xmlns', 'RIFF\0\0\0\0WAVE', 'PK\x03\x04', 'GIF89a'])
    expect(typeOf(bytes(other))).toBeNull();
});

describe('what is still to be sent', () => {
  test('is what the service doesn’t have, in order', () => {
    expect(missingParts(4, [])).toEqual([1, 2, 3, 4]);
    expect(missingParts(4, [1, 3])).toEqual([2, 4]);
    expect(missingParts(2, [2, 1])).toEqual([]);
  });

  test('is cut so that all parts together are the file', () => {
    const [partBytes, size] = [10, 25];
    expect([1, 2, 3].map((part) => spanOf(part, partBytes, size))).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ]);
    expect(bytesIn([1, 2, 3], partBytes, size)).toBe(size);
    expect(bytesIn([3], partBytes, size)).toBe(5);
    expect(bytesIn([], partBytes, size)).toBe(0);
  });
});

test('tries come further and further apart, a minute at most', () => {
  expect([0, 1, 2, 5, 6, 50].map(backOff)).toEqual([2, 4, 8, 60, 60, 60]);
});

test('sizes are refused by the service’s own bounds', () => {
  const { bytesMin, bytesMax, filesMax } = fileLimits;
  expect(bounds).toEqual({ bytesMin, bytesMax, filesMax });
  expect([bytesMin - 1, bytesMin, bytesMax, bytesMax + 1].map((size) => sizeFault(size))).toEqual([
    'file_too_small',
    null,
    null,
    'file_too_large',
  ]);
});

test.each([
  [1, '1 KB'],
  [320_000, '313 KB'],
  [1_300_000, '1.2 MB'],
  [10 * 1024 * 1024, '10.0 MB'],
])('%i bytes are %s', (size, said) => {
  expect(sizeInWords(size)).toBe(said);
});
