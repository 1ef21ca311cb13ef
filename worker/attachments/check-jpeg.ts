/**
 * JPEG (ITU-T T.81): kept are the segments a picture needs, its colours (JFIF, ICC, Adobe) and which way up it is. Everything
 * else that cameras and programs write goes: Exif with its position and thumbnail, XMP, IPTC, comments, and whatever follows
 * the end of the picture (second pictures of phones).
 */
import { latin1, Output, refused, viewOf, type Checked } from './checked.ts';
import { exifBytes, minimalExif, orientationIn } from './exif.ts';

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, com: 0xfe } as const;
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
const standsAlone = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd7);
/** Tables, frames, scans and restart intervals. */
const isPicture = (code: number): boolean => (code >= 0xc0 && code <= 0xcf) || (code >= 0xda && code <= 0xdf);
const isApplication = (code: number): boolean => code >= 0xe0 && code <= 0xef;

interface Reading {
  output: Output;
  width: number;
  height: number;
  /** 1 until a segment said otherwise. */
  orientation: number;
  scans: number;
}

export function checkJpeg(bytes: Uint8Array): Checked {
  const output = new Output(bytes.length + exifBytes);
  output.add(bytes.subarray(0, 2));
  const reading: Reading = { output, width: 0, height: 0, orientation: 1, scans: 0 };
  const whole = readSegments(bytes, reading) && reading.width > 0 && reading.scans > 0;
  if (!whole) return refused('file_incomplete');
  return { ok: true, type: 'image/jpeg', bytes: output.bytes, width: reading.width, height: reading.height };
}

/** @returns whether the picture's end was reached */
function readSegments(bytes: Uint8Array, reading: Reading): boolean {
  const view = viewOf(bytes);
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return false;
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const code = bytes[at + 1];
    if (code === undefined) return false;
    if (code === marker.eoi) {
      reading.output.add(bytes.subarray(at, at + 2));
      return true;
    }
    if (standsAlone(code)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return false;
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return false;
    if (!take(bytes, reading, code, at, end)) return false;
    at = end;
    if (code !== marker.sos) continue;
    at = endOfScan(bytes, end);
    reading.output.add(bytes.subarray(end, at));
    reading.scans += at > end ? 1 : 0;
  }
}

/** @returns false where the segment makes no sense */
function take(bytes: Uint8Array, reading: Reading, code: number, at: number, end: number): boolean {
  if (isFrame(code)) {
    // One frame only: of a second one nobody knows which is shown. A height of 0 is told later; no camera writes that.
    if (reading.width > 0 || end < at + 10) return false;
    const view = viewOf(bytes);
    reading.height = view.getUint16(at + 5);
    reading.width = view.getUint16(at + 7);
    if (reading.height === 0 || reading.width === 0) return false;
  }
  if (isPicture(code)) reading.output.add(bytes.subarray(at, end));
  else if (isApplication(code)) takeApplication(bytes, reading, code, at, end);
  else return code === marker.com || code >= 0xf0;
  return true;
}

function takeApplication(bytes: Uint8Array, reading: Reading, code: number, at: number, end: number): void {
  const says = (name: string): boolean => latin1(bytes, at + 4, Math.min(name.length, end - at - 4)) === name;
  const jfif = code === marker.app0 && end >= at + 18 && says('JFIF\0');
  if (jfif && reading.output.length === 2) {
    // Without its thumbnail: version, density, and a size of 0 × 0.
    const head = bytes.slice(at, at + 18);
    head.set([0, 16], 2);
    head.set([0, 0], 16);
    reading.output.add(head);
  } else if ((code === 0xe2 && says('ICC_PROFILE\0')) || (code === 0xee && says('Adobe'))) {
    reading.output.add(bytes.subarray(at, end));
  } else if (code === marker.app1 && says('Exif\0\0') && reading.orientation === 1) {
    reading.orientation = orientationIn(bytes.subarray(at + 10, end));
    if (reading.orientation > 1) reading.output.add(minimalExif(reading.orientation));
  }
}

/** Where the next marker stands; stuffed bytes and restart markers belong to the scan. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next === 0x00 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
}
