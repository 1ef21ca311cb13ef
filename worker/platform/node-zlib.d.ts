/** The little we use of Node's module, which the platform has too; Node's own types would bring the rest of Node with them. */
declare module 'node:zlib' {
  export const constants: { Z_FINISH: number; Z_SYNC_FLUSH: number };
  export function crc32(data: Uint8Array): number;
  export function inflateSync(
    bytes: Uint8Array,
    options: { finishFlush: number; maxOutputLength: number },
  ): Uint8Array;
}
