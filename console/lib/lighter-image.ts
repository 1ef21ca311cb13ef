/**
 * A photo made smaller before it travels: at most 2560 px a side, without the place and time it was taken. Where the browser
 * can't read it, the file goes as it is: what the service keeps has no such data either.
 */
const SIDE_MAX = 2560;
const QUALITY = 0.85;
/** Screenshots and scans stay sharp; the others are photos. */
const AS: Record<string, string> = {
  'image/jpeg': 'image/jpeg',
  'image/webp': 'image/jpeg',
  'image/png': 'image/png',
};

export async function lighterImage(file: File): Promise<Blob> {
  const type = AS[file.type];
  if (!type) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
    return drawn ?? file;
  } catch {
    return file;
  }
}
