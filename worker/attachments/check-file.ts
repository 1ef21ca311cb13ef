/** Is this a photo or a document that may come with a letter? Judged by content alone, and returned without metadata. */
import { fileLimits } from '../../contract/limits.ts';
import { checkJpeg } from './check-jpeg.ts';
import { checkPdf } from './check-pdf.ts';
import { checkPng } from './check-png.ts';
import { checkWebp } from './check-webp.ts';
import { latin1, refused, type Checked } from './checked.ts';

export function checkFile(bytes: Uint8Array<ArrayBuffer>): Checked {
  if (bytes.length < fileLimits.bytesMin) return refused('file_too_small');
  if (bytes.length > fileLimits.bytesMax) return refused('file_too_large');
  const check = checkOf(latin1(bytes, 0, 16));
  if (!check) return refused('file_type');
  const checked = check(bytes);
  if (!checked.ok || checked.width === null) return checked;
  const { width, height } = checked;
  const { imageSideMax: side, imagePixelsMax: pixels } = fileLimits;
  const fits = width <= side && height! <= side && width * height! <= pixels;
  return fits ? checked : refused('image_too_large');
}

function checkOf(head: string): ((bytes: Uint8Array<ArrayBuffer>) => Checked) | null {
  if (head.startsWith('\xff\xd8\xff')) return checkJpeg;
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return checkPng;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return checkWebp;
  return head.startsWith('%PDF-') ? checkPdf : null;
}
