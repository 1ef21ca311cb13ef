/**
 * Makes of what was chosen what is sent. Pictures are drawn anew where the browser can, so that place, time and device
 * stay behind and the line carries less. Where it can't the file goes as it is, and the service takes its metadata away.
 */
import { Failure } from '../api/client.ts';
import { readHead } from './picture-head.ts';
import { DECODED_PIXELS_MAX, fitted, type Size, sizeFault, typeOf } from './plan.ts';

const QUALITY = 0.85;
/** Drawings and screenshots below this are tried as PNG, too. */
const SMALL_PNG_BYTES = 1024 * 1024;
const HEAD_BYTES = 256 * 1024;
const THUMB_PX = 96;

export interface Prepared {
  content: Blob;
  /** A small picture of it, to be recognised by. */
  thumb: HTMLCanvasElement | null;
}

/** Throws a `Failure` with the service's code, or `file_unreadable`. */
export async function prepare(file: File): Promise<Prepared> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => refuse('file_unreadable'));
  const type = typeOf(new Uint8Array(head));
  if (sizeFault(file.size) === 'file_too_small') refuse('file_too_small');
  const isPdf = type === 'application/pdf';
  const drawn = isPdf ? null : await redraw(file, type, new Uint8Array(head)).catch(() => null);
  const content = drawn?.content ?? file;
  if (!type && !drawn?.content) refuse('file_type');
  const fault = sizeFault(content.size);
  if (fault) refuse(fault);
  return { content, thumb: drawn?.thumb ?? null };
}

function refuse(code: string): never {
  throw new Failure(422, { code });
}

async function redraw(
  file: File,
  type: string | null,
  head: Uint8Array,
): Promise<{ content: Blob | null; thumb: HTMLCanvasElement | null } | null> {
  const bitmap = await decoded(file, head);
  if (!bitmap) return null;
  try {
    const canvas = isTrue() ? draw(bitmap, fitted(bitmap)) : null;
    const small = type === 'image/png' && file.size <= SMALL_PNG_BYTES;
    return { content: canvas && (await encoded(canvas, small)), thumb: thumbOf(bitmap) };
  } finally {
    bitmap.close();
  }
}

/** Upright; null where this browser can't show it, can't tell which way up it is, or shouldn't try. */
async function decoded(file: File, head: Uint8Array): Promise<ImageBitmap | null> {
  const { orientation, size } = readHead(head);
  if (size && size.width * size.height > DECODED_PIXELS_MAX) return null;
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (thrown) {
    // Before Chromium 108 there was no such option; what needs no turning is safe without it.
    if (!(thrown instanceof TypeError) || orientation > 1) return null;
    return createImageBitmap(file).catch(() => null);
  }
}

function draw(
  bitmap: ImageBitmap,
  { width, height }: Size,
  from: [number, number, number, number] = [0, 0, bitmap.width, bitmap.height],
): HTMLCanvasElement | null {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, ...from, 0, 0, width, height);
  return canvas;
}

/** The smaller of what may be made of it; null where the device can't. */
async function encoded(canvas: HTMLCanvasElement, maybePng: boolean): Promise<Blob | null> {
  const blob = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  const png = maybePng ? await blob('image/png') : null;
  const context = canvas.getContext('2d')!;
  // What can be seen through would turn black.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const jpeg = await blob('image/jpeg');
  return png && jpeg && png.size < jpeg.size ? png : jpeg;
}

function thumbOf(bitmap: ImageBitmap): HTMLCanvasElement | null {
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  const from: [number, number, number, number] = [(width - side) / 2, (height - side) / 2, side, side];
  return draw(bitmap, { width: THUMB_PX, height: THUMB_PX }, from);
}

/** Some browsers give back other pixels than were drawn, so that pages can't tell devices apart: a photo would be noise. */
function isTrue(): boolean {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (!context) return false;
  const drawn = [200, 30, 60];
  context.fillStyle = `rgb(${drawn.join()})`;
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  return drawn.every((value, place) => Math.abs(value - data[place]!) < 8);
}
