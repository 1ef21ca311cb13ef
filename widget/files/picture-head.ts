/** What a picture's first bytes say of it, for browsers that can't be asked: which way up it is, and how large. */
import type { Size } from './plan.ts';

export interface PictureHead {
  /** 1 to 8, as Exif counts (CIPA DC-008, tag 0x0112). */
  orientation: number;
  /** null where it isn't told in these bytes. */
  size: Size | null;
}

/** Of a JPEG or PNG; never throws. */
export function readHead(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head: PictureHead = { orientation: 1, size: null };
  if (bytes[0] === 0x89 && bytes.length >= 24)
    return { ...head, size: { width: view.getUint32(16), height: view.getUint32(20) } };
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return head;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const code = bytes[at + 1]!;
    if (code === 0xe1 && view.getUint32(at + 4) === 0x45786966)
      head.orientation = orientationIn(bytes.subarray(at + 10));
    // A frame; those between are tables.
    if (code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc)
      return { ...head, size: { height: view.getUint16(at + 5), width: view.getUint16(at + 7) } };
  }
  return head;
}

/** Reads a TIFF header and its first directory. */
function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return 1;
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  const count = directory + 2 <= tiff.length ? view.getUint16(directory, little) : 0;
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 10 > tiff.length) break;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
