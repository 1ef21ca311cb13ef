/** What any reader may do with a published letter: join it (**endorse**, 我也遇到) or say whether it was answered (**verdict**). */
import type { Rule } from './rule.ts';

export const endorse: Rule<'endorse'> = (letter) =>
  letter.release === 'published' ? [{ kind: 'endorsed' }] : 'not_published';

export const verdict: Rule<'verdict'> = (letter, { answers }) =>
  letter.release === 'published' ? [{ kind: 'verdict', answers }] : 'not_published';
