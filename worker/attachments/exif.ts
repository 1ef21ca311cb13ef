/** Of all that Exif (CIPA DC-008) may hold, which way up the picture is. */
import { viewOf } from './checked.ts';

const orientationTag = 0x0112;
const shortType = 3;

/** @param tiff the block behind `Exif\0\0`; @returns 1 to 8, 1 where it says nothing that makes sense */
export function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = viewOf(tiff);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== orientationTag || view.getUint16(at + 2, little) !== shortType)
      continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Of the segment below. */
export const exifBytes = 36;

/** An APP1 segment that says which way up, and nothing else. */
export function minimalExif(orientation: number): number[] {
  return [
    ...[0xff, 0xe1, 0, exifBytes - 2, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
}
