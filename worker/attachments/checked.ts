/** What a check says of a file. A check is pure: bytes in, bytes out, in linear time, in memory of the file's own size, never throwing. */
import type { FileType } from '../../contract/limits.ts';

export type FileFault =
  | 'file_type'
  | 'file_too_large'
  | 'file_too_small'
  | 'file_incomplete'
  | 'image_too_large'
  | 'pdf_active'
  | 'pdf_encrypted';

export type Checked =
  | {
      ok: true;
      type: FileType;
      /** The file as it is kept. */
      bytes: Uint8Array<ArrayBuffer>;
      /** Pixels as stored; null for documents. */
      width: number | null;
      height: number | null;
    }
  | { ok: false; reason: FileFault };

export const refused = (reason: FileFault): Checked => ({ ok: false, reason });

/** The file as it is kept, written piece by piece; never much longer than what came in. */
export class Output {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  length = 0;
  constructor(roomFor: number) {
    this.#bytes = new Uint8Array(roomFor);
  }
  add(piece: Uint8Array | readonly number[]): void {
    this.#bytes.set(piece, this.length);
    this.length += piece.length;
  }
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }
}

export const latin1 = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
