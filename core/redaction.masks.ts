/**
 * The masks themselves, so that masking twice is masking once: what they leave to be seen is no number or name of its own.
 * Asterisks that a writer put around a number to stress it are none.
 */
import { SURNAME } from './redaction.surnames.ts';

const MASKS = new RegExp(
  [
    '\\d{3}\\*{4}\\d{4}',
    '\\d{6}(?:\\*{6}\\d{3}|\\*{8}\\d{3}[\\dX])',
    '\\d{4}\\*{8,11}\\d{4}',
    '0\\d{2,3}-\\*{4}\\d{3}',
    // Without an area code only where no digit follows, save those of another mask.
    '\\*{4}\\d{3}(?:(?![\\d*])|(?=1[3-9]\\d\\*{4}|\\d{4}\\*{8}|\\d{6}\\*{6}))',
    '[\\w%+-]\\*{3}@(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}',
    '\\p{Script=Han}[A-Z]·\\*{3}[A-Z\\d][A-Z\\d挂学警港澳领]',
    // Not the end of **张文**.
    `(?<!\\*\\*\\p{Script=Han}{1,3})${SURNAME}\\*\\*(?!\\*)`,
  ].join('|'),
  'giu',
);

/** UTF-16 offsets, in order and without overlap. */
export function findMasks(text: string): { start: number; end: number }[] {
  return [...text.matchAll(MASKS)].map(({ index, 0: mask }) => ({ start: index, end: index + mask.length }));
}
