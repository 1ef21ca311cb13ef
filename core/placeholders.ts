/**
 * Gaps in a text to be written from, 【待填：日期】: what a template leaves to whoever writes the reply. A text with one left in it is
 * unfinished, and must not go out; one whose closing bracket was lost counts too.
 */
export interface Placeholder {
  /** UTF-16 offsets, the brackets included. */
  start: number;
  end: number;
  /** What is to be filled in; empty where the template doesn't say. */
  label: string;
}

const GAP = /【\s*待填(?:\s*[:：]\s*([^【】\n]{0,60}))?】?/gu;

export function placeholdersIn(text: string): Placeholder[] {
  return Array.from(text.matchAll(GAP), ({ index, 0: all, 1: label = '' }) => ({
    start: index,
    end: index + all.length,
    label: label.trim(),
  }));
}

export const hasPlaceholder = (text: string): boolean => placeholdersIn(text).length > 0;
