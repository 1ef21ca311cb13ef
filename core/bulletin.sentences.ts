/** What the text of a bulletin is made with. */
import type { BulletinBlock } from '../contract/bulletins.ts';

/** Names in a sentence; more are in the table. */
export const NAMED_MAX = 20;

export const heading = (text: string): BulletinBlock => ({ kind: 'heading', text });
export const paragraph = (...sentences: (string | false)[]): BulletinBlock => ({
  kind: 'paragraph',
  text: sentences.filter((one) => one !== false).join(''),
});
