import { afterEach, describe, expect, test, vi } from 'vitest';
import { prepare } from './prepare.ts';
import { typeOf } from './plan.ts';

afterEach(() => vi.restoreAllMocks());

/** A picture drawn here: thin lines on blue, or, with `grain`, dots that no compression makes smaller. */
async function picture(type: string, width: number, height: number, grain = false): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#2060c0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff';
  for (let y = 0; y < height; y += 4) context.fillRect(0, y, width, 1);
  if (grain) {
    let state = 7;
    const dots = context.createImageData(width, height);
    for (let at = 0; at < dots.data.length; at++)
      dots.data[at] = at % 4 === 3 ? 255 : (state = Math.imul(state, 1_664_525) + 1_013_904_223) >>> 24;
    context.putImageData(dots, 0, 0);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), type));
  return new File([blob], 'picture', { type });
}

const typed = async (blob: Blob) => typeOf(new Uint8Array(await blob.arrayBuffer()));
const code = (file: File) =>
  prepare(file).then(
    () => 'taken',
    (failure: { code: string }) => failure.code,
  );

describe('what is sent of a file', () => {
  test('of a large picture is a smaller one, of the same shape', async () => {
    const { content, thumb } = await prepare(await picture('image/webp', 3000, 1500));
    expect(await typed(content)).toBe('image/jpeg');
    const { width, height } = await createImageBitmap(content);
    expect([width, height]).toEqual([2560, 1280]);
    expect(thumb).toBeInstanceOf(HTMLCanvasElement);
  });

  test('of a drawing stays PNG where that is smaller, of a busy one becomes JPEG', async () => {
    expect(await typed((await prepare(await picture('image/png', 400, 300))).content)).toBe('image/png');
    expect(await typed((await prepare(await picture('image/png', 400, 300, true))).content)).toBe(
      'image/jpeg',
    );
  });

  test('of what can be seen through has a white ground', async () => {
    const busy = await picture('image/png', 400, 300, true);
    const holes = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
    const context = holes.getContext('2d')!;
    context.drawImage(await createImageBitmap(busy), 0, 0);
    context.clearRect(0, 0, 100, 100);
    const blob = await new Promise<Blob>((resolve) => holes.toBlob((made) => resolve(made!)));
    const { content } = await prepare(new File([blob], 'x'));
    expect(await typed(content)).toBe('image/jpeg');
    context.drawImage(await createImageBitmap(content), 0, 0);
    expect(Math.min(...context.getImageData(50, 50, 1, 1).data)).toBeGreaterThan(240);
  });

  test('is the file itself where the browser gives back other pixels than were drawn', async () => {
    const file = await picture('image/jpeg', 300, 300);
    const noise = new ImageData(1, 1);
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockReturnValue(noise);
    expect((await prepare(file)).content).toBe(file);
  });

  test('is the file itself where the device can’t draw it', async () => {
    const file = await picture('image/jpeg', 300, 300);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((callback) => callback(null));
    expect((await prepare(file)).content).toBe(file);
  });

  test('an older browser draws what needs no turning', async () => {
    const real = window.createImageBitmap.bind(window);
    vi.spyOn(window, 'createImageBitmap').mockImplementation(((source: Blob, options?: object) =>
      options ? Promise.reject(new TypeError('from-image')) : real(source)) as typeof createImageBitmap);
    const file = await picture('image/jpeg', 300, 300);
    expect((await prepare(file)).content).not.toBe(file);
  });
});

describe('what isn’t sent at all', () => {
  const filled = (head: string, length: number, type = '') =>
    new File([head + 'x'.repeat(length - head.length)], 'a.jpg', { type });

  test('is neither photo nor paper, too small or too large', async () => {
    expect(await code(filled('#!/bin/sh\n', 500, 'image/jpeg'))).toBe('file_type');
    expect(await code(filled('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 500, 'image/svg+xml'))).toBe(
      'file_type',
    );
    expect(await code(filled('12345', 5, 'image/jpeg'))).toBe('file_too_small');
    expect(await code(filled('%PDF-1.7', 10 * 1024 * 1024 + 1))).toBe('file_too_large');
    expect(await code(filled('%PDF-1.7', 1000))).toBe('taken');
  });

  test('can’t be read any more', async () => {
    const gone = filled('%PDF-1.7', 1000);
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotReadableError'));
    expect(await code(gone)).toBe('file_unreadable');
  });
});
