/** Whether a letter's present round still waits for its final reply. */
import type { Status } from '../../contract/vocabulary.ts';
import type { Letter } from '../letter.ts';

export const OPEN: readonly Status[] = ['submitted', 'accepted', 'awaiting_citizen', 'merged'];

export function isOpen(letter: Pick<Letter, 'status'>): boolean {
  return OPEN.includes(letter.status);
}
