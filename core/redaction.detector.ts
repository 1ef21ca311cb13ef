/** What a detector of personal data is, and the search that most of them share. */

export type RedactionKind = 'id' | 'mobile' | 'card' | 'email' | 'plate' | 'landline' | 'name' | 'address';

/** UTF-16 offsets, in order and without overlap, and what is shown instead. */
export interface Found {
  start: number;
  end: number;
  mask: string;
}

export interface Detector {
  kind: RedactionKind;
  /** Given half-width text in which what surer detectors found is blanked with `*`. */
  find(text: string): Found[];
}

/** What is shown instead of a match; null: not personal data after all. */
export type Mask = (match: RegExpExecArray) => string | null;

/** Finds every match whose mask isn't null. A pattern is bounded in length, which keeps the search linear. */
export function every(pattern: string, mask: Mask, flags = 'g'): (text: string) => Found[] {
  const search = new RegExp(pattern, flags);
  return (text) => {
    const found: Found[] = [];
    search.lastIndex = 0;
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const shown = mask(match);
      const { index: start, 0: whole } = match;
      // What fails its check digit may have begun one digit too early.
      if (shown === null) search.lastIndex = start + 1;
      else found.push({ start, end: start + whole.length, mask: shown });
    }
    return found;
  };
}
