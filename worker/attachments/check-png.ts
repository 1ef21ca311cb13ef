/**
 * PNG (W3C PNG 3): every chunk's length and check sum must be right; kept are those that make the picture and its colours.
 * Texts, times, Exif and chunks nobody knows go, and so do the further pictures of an animation and what follows the end.
 */
import { crc32 } from '../platform/crc32.ts';
import { latin1, Output, refused, viewOf, type Checked } from './checked.ts';

const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
  ...['cICP', 'mDCV', 'cLLI'],
]);
const signatureBytes = 8;
/** Length, type and check sum. */
const frameBytes = 12;

export function checkPng(bytes: Uint8Array): Checked {
  const view = viewOf(bytes);
  const output = new Output(bytes.length);
  output.add(bytes.subarray(0, signatureBytes));
  let size: { width: number; height: number } | null = null;
  let data = 0;
  for (let at = signatureBytes; at + frameBytes <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + frameBytes + length;
    if (end > bytes.length) break;
    const type = latin1(bytes, at + 4, 4);
    if (!/^[A-Za-z]{4}$/.test(type)) break;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) break;
    // The size comes first, and once.
    if ((type === 'IHDR') !== (size === null) || (type === 'IHDR' && length !== 13)) break;
    size ??= { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    // A chunk that a reader must understand, and that no standard knows.
    if (!kept.has(type) && /^[A-Z]/.test(type)) return refused('file_type');
    if (kept.has(type)) output.add(bytes.subarray(at, end));
    if (type === 'IDAT') data += length;
    if (type === 'IEND') {
      if (data === 0 || size.width === 0 || size.height === 0) break;
      return { ok: true, type: 'image/png', bytes: output.bytes, ...size };
    }
    at = end;
  }
  return refused('file_incomplete');
}
