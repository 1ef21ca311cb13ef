/**
 * **too-short**: fewer than 15 characters (a Chinese one counts one, a word of another script two) are left when courtesies
 * are taken away: 已处理 says neither what nor how. A short reply that answers says more. Source: product.md §7.
 */
import { substanceOf, weightOf } from './reply-check.courtesy.ts';
import { type Mark, markOf, type Plain } from './reply-check.text.ts';

const WEIGHT_MIN = 15;

export function findTooShort(plain: Plain): Mark[] {
  const weight = substanceOf(plain).reduce(
    (total, { start, end }) => total + weightOf(plain.text.slice(start, end)),
    0,
  );
  const { length } = plain.text;
  return length > 0 && weight < WEIGHT_MIN ? [markOf(plain, { start: 0, end: length })] : [];
}
