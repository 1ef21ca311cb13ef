/** Files made in code that a browser can draw and the service takes. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey picture whose dots no compression makes smaller, so that it has as many bytes as dots. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  let state = 7;
  const dots = Buffer.from(
    Array.from({ length: (width + 1) * height }, (_, at) =>
      // Each line begins with its filter: none.
      at % (width + 1) === 0 ? 0 : (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 16,
    ),
  );
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One page that says hello. */
export const pdf = (): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7\n%\xe2\xe3\xcf\xd3',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj',
      '4 0 obj\n<< /Length 37 >>\nstream\nBT /F1 12 Tf (Hello, neighbours.) Tj ET\nendstream\nendobj',
      'xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n9\n%%EOF\n',
    ].join('\n'),
    'latin1',
  );
