/** How much of the personal data in realistic letters and replies is found, and how much of what is found is some. */
import { afterAll, describe, expect, test } from 'vitest';
import vectors from '../test/vectors/redaction.json' with { type: 'json' };
import type { RedactionKind } from './redaction.detector.ts';
import { proposeRedactions } from './redaction.rules.ts';

interface Span {
  kind: string;
  start: number;
  end: number;
}

/** Two kinds of telephone are one to whoever reads the figures. */
const KINDS: Record<string, { of: RedactionKind[]; texts: number; recall: number }> = {
  phone: { of: ['mobile', 'landline'], texts: 40, recall: 0.95 },
  id: { of: ['id'], texts: 15, recall: 0.95 },
  card: { of: ['card'], texts: 10, recall: 0.95 },
  email: { of: ['email'], texts: 15, recall: 0.95 },
  plate: { of: ['plate'], texts: 12, recall: 0.95 },
  address: { of: ['address'], texts: 30, recall: 0.8 },
  name: { of: ['name'], texts: 30, recall: 0.8 },
};
const PRECISION = 0.85;

const texts = vectors.texts.map(({ heldOut, text }) => {
  const marked: Span[] = [];
  const plain = text.replace(
    /⟦(\w+)\|([^⟧]+)⟧/g,
    (_, kind: string, hidden: string, at: number, whole: string) => {
      const start = at - marksBefore(whole, at);
      marked.push({ kind, start, end: start + hidden.length });
      return hidden;
    },
  );
  const proposed: Span[] = proposeRedactions(plain, { writersText: true });
  return { heldOut, plain, marked, proposed };
});

function marksBefore(text: string, at: number): number {
  return [...text.slice(0, at).matchAll(/⟦\w+\||⟧/g)].reduce((total, [mark]) => total + mark.length, 0);
}

const lines: string[] = [];
afterAll(() => console.log(lines.join('\n')));

describe.each([
  ['whole set', texts],
  ['held-out part', texts.filter(({ heldOut }) => heldOut)],
])('in the %s', (part, among) => {
  test.each(Object.entries(KINDS))('enough of every %s is found, and little else', (name, { of, recall }) => {
    const ours = ({ kind }: Span) => of.some((one) => one === kind);
    let [marked, found, proposed, right] = [0, 0, 0, 0];
    for (const text of among) {
      const [spans, proposals] = [text.marked.filter(ours), text.proposed.filter(ours)];
      marked += spans.length;
      found += spans.filter((span) => isHidden(span, text.proposed)).length;
      proposed += proposals.length;
      right += proposals.filter((one) => spans.some((span) => contains(span, one))).length;
    }
    const share = (part: number, all: number) => `${part}/${all} = ${(part / all).toFixed(3)}`;
    lines.push(
      `redaction, ${part}, ${name}: recall ${share(found, marked)}, precision ${share(right, proposed)}`,
    );
    expect(found / marked).toBeGreaterThanOrEqual(recall);
    expect(right / proposed).toBeGreaterThanOrEqual(PRECISION);
  });
});

test.each(Object.entries(KINDS))('the set has texts enough with a %s', (_, { of, texts: least }) => {
  const having = texts.filter(({ marked }) => marked.some(({ kind }) => of.some((one) => one === kind)));
  expect(having.length).toBeGreaterThanOrEqual(least);
});

test('the set has texts enough without any, and a third of all is held out', () => {
  expect(texts.length).toBeGreaterThanOrEqual(150);
  expect(texts.filter(({ marked }) => marked.length === 0).length).toBeGreaterThanOrEqual(30);
  expect(texts.filter(({ heldOut }) => heldOut).length).toBeGreaterThanOrEqual(texts.length / 3);
  expect(new Set(texts.map(({ plain }) => plain)).size).toBe(texts.length);
});

test('every mark in the set is of a known kind and closed', () => {
  for (const { plain, marked } of texts) {
    expect(plain).not.toMatch(/[⟦⟧|]/);
    for (const { kind } of marked)
      expect(Object.values(KINDS).flatMap(({ of }) => of)).toContain(kind as RedactionKind);
  }
});

/** One proposal may hide what another one left. */
function isHidden({ start, end }: Span, proposed: readonly Span[]): boolean {
  return Array.from({ length: end - start }, (_, index) => start + index).every((at) =>
    proposed.some((one) => one.start <= at && at < one.end),
  );
}

function contains(span: Span, one: Span): boolean {
  return span.start <= one.start && one.end <= span.end;
}
