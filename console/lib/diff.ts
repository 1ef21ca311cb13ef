/** What was changed between two texts, character by character (Myers 1986), gathered into readable stretches. */
export interface Stretch {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond this many changed characters the middle is shown as replaced whole: still true, and quick. */
const EDITS_MAX = 600;
/** Equal stretches shorter than this between two changes are swallowed, so that a mask reads as one change. */
const ISLAND_CHARS = 2;

export function diff(before: string, after: string): Stretch[] {
  return tidy(stretchesOf(before, after));
}

/** The same character by character, with nothing swallowed. */
export function stretchesOf(before: string, after: string): Stretch[] {
  const a = Array.from(before);
  const b = Array.from(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const head = a.slice(0, start).join('');
  const tail = a.slice(a.length - end).join('');
  const middle = walk(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return join([{ kind: 'same', text: head }, ...middle, { kind: 'same', text: tail }]);
}

/** The greedy forward search; `trace[d]` holds the furthest x on each diagonal after d edits. */
function walk(a: string[], b: string[]): Stretch[] {
  const most = Math.min(a.length + b.length, EDITS_MAX);
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= most; edits++) {
    const next = new Map(furthest);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = stepsDown(furthest, diagonal, edits);
      let x = down ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return backtrack([...trace, furthest], a, b);
    }
    trace.push(furthest);
    furthest = next;
  }
  return [
    { kind: 'gone', text: a.join('') },
    { kind: 'new', text: b.join('') },
  ];
}

function stepsDown(furthest: Map<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function backtrack(trace: Map<number, number>[], a: string[], b: string[]): Stretch[] {
  const found: Stretch[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits]!;
    const diagonal = x - y;
    const down = stepsDown(furthest, diagonal, edits);
    const fromX = furthest.get(down ? diagonal + 1 : diagonal - 1) ?? 0;
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) found.push({ kind: 'same', text: a[(y--, --x)]! });
    if (edits === 0) break;
    found.push(down ? { kind: 'new', text: b[--y]! } : { kind: 'gone', text: a[--x]! });
  }
  return found.reverse();
}

/** Joins neighbours, swallows islands, and puts what went before what came. */
function tidy(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) result.push({ kind: 'gone', text: gone });
    if (fresh) result.push({ kind: 'new', text: fresh });
    gone = fresh = '';
  };
  const joined = join(stretches);
  joined.forEach((stretch, index) => {
    const island =
      stretch.text.length <= ISLAND_CHARS && index < joined.length - 1 && (gone !== '' || fresh !== '');
    if (stretch.kind === 'gone') gone += stretch.text;
    else if (stretch.kind === 'new') fresh += stretch.text;
    else if (island) {
      gone += stretch.text;
      fresh += stretch.text;
    } else {
      flush();
      result.push(stretch);
    }
  });
  flush();
  return result;
}

function join(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = result[result.length - 1];
    if (!text) continue;
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
