/**
 * WebP (RFC 9649): one picture, its transparency and its colours are kept. Exif, XMP and chunks nobody knows go; animations
 * aren't taken, since nobody sees all of one before releasing it.
 */
import { latin1, Output, refused, viewOf, type Checked } from './checked.ts';

const riffBytes = 12;
const flags = { animation: 0x02, xmp: 0x04, exif: 0x08 } as const;

interface Size {
  width: number;
  height: number;
}

export function checkWebp(bytes: Uint8Array): Checked {
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return refused('file_incomplete');
  const output = new Output(end);
  output.add(bytes.subarray(0, riffBytes));
  const size: Size = { width: 0, height: 0 };
  let pictures = 0;
  for (let at = riffBytes; at < end;) {
    if (at + 8 > end) return refused('file_incomplete');
    const type = latin1(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    // Some writers forget the padding of the last chunk.
    if (at + 8 + length > end) return refused('file_incomplete');
    const chunk = bytes.subarray(at, Math.min(next, end));
    if (type === 'ANIM' || type === 'ANMF') return refused('file_type');
    const said = sizeIn(type, chunk.subarray(8));
    if (said === 'damaged') return refused('file_incomplete');
    size.width = Math.max(size.width, said?.width ?? 0);
    size.height = Math.max(size.height, said?.height ?? 0);
    if (type === 'VP8 ' || type === 'VP8L') pictures += 1;
    if (type === 'VP8X') output.add(withoutMetadata(chunk));
    else if (said || type === 'ALPH' || type === 'ICCP') output.add(chunk);
    at = next;
  }
  if (pictures !== 1) return refused(pictures === 0 ? 'file_incomplete' : 'file_type');
  const whole = output.bytes;
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return { ok: true, type: 'image/webp', bytes: whole, ...size };
}

function withoutMetadata(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice();
  copy[8]! &= ~(flags.exif | flags.xmp | flags.animation);
  return copy;
}

/** The size that a chunk says, null where it says none. */
function sizeIn(type: string, data: Uint8Array): Size | 'damaged' | null {
  const view = viewOf(data);
  if (type === 'VP8X') {
    if (data.length < 10) return 'damaged';
    return { width: 1 + uint24(view, 4), height: 1 + uint24(view, 7) };
  }
  if (type === 'VP8L') {
    if (data.length < 6 || data[0] !== 0x2f) return 'damaged';
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (type !== 'VP8 ') return null;
  // A key frame begins with three bytes of its own and the start code 9d 01 2a.
  if (data.length < 11 || data[3] !== 0x9d || data[4] !== 0x01 || data[5] !== 0x2a) return 'damaged';
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
