/** CRC-32 as PNG and zip have it (ISO 3309): the platform's own. */
export { crc32 } from 'node:zlib';
