/** How many of the signs in realistic replies are found, and how many of those found are some. Prints precision and recall. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Kind, ReplyType } from '../contract/vocabulary.ts';
import { checkReply, fingerprintOf, PARTS, REPLY_SIGNS, type Sign } from './reply-check.rules.ts';

interface Pair {
  id: string;
  heldOut: boolean;
  letter: { kind: Kind; title: string; body: string; transferred?: boolean };
  reply: { type: ReplyType; body: string; promisedFor?: string };
  signs: string[];
  missing: string[];
  copies?: string;
  personal?: string[];
}

const pairs = readFileSync(new URL('../test/vectors/reply-check.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Pair);

const signatures = pairs.map(({ id, reply }) => ({ id, signature: fingerprintOf(reply.body)!.signature }));

const checked = pairs.map((pair, index) => {
  const { letter, reply } = pair;
  const signs = checkReply({
    reply: { body: reply.body, type: reply.type, phone: '', promised: reply.promisedFor !== undefined },
    letter: { kind: letter.kind, transferred: letter.transferred ?? false, text: letter },
    earlier: signatures.slice(0, index),
  });
  return { pair, signs, found: labelsOf(signs) };
});

/** A sign's name, and for the parts one label each. */
function labelsOf(signs: readonly Sign[]): Set<string> {
  return new Set(
    signs.flatMap((sign) => [
      sign.sign,
      ...(sign.sign === 'parts-missing' ? sign.missing.map((part) => `missing ${part}`) : []),
    ]),
  );
}

const marked = ({ signs, missing }: Pair) => new Set([...signs, ...missing.map((part) => `missing ${part}`)]);

/** What was measured, less a small margin: [recall, precision]. The issue asks 0.9 and 0.8 of the first four on the whole set. */
const FLOORS: Record<string, { whole: [number, number]; heldOut: [number, number] }> = {
  boilerplate: { whole: [0.94, 0.95], heldOut: [0.88, 0.95] },
  'near-copy': { whole: [0.93, 0.95], heldOut: [0.88, 0.95] },
  'personal-data': { whole: [0.93, 0.93], heldOut: [0.88, 0.88] },
  'vague-time': { whole: [0.95, 0.95], heldOut: [0.95, 0.95] },
  'too-short': { whole: [0.95, 0.85], heldOut: [0.95, 0.6] },
  'off-topic': { whole: [0.94, 0.85], heldOut: [0.88, 0.82] },
  'sent-elsewhere': { whole: [0.95, 0.95], heldOut: [0.95, 0.95] },
  'parts-missing': { whole: [0.95, 0.95], heldOut: [0.95, 0.95] },
  'missing facts': { whole: [0.94, 0.86], heldOut: [0.88, 0.73] },
  'missing grounds': { whole: [0.95, 0.95], heldOut: [0.92, 0.95] },
  'missing result': { whole: [0.91, 0.9], heldOut: [0.86, 0.78] },
  'missing next': { whole: [0.95, 0.95], heldOut: [0.94, 0.95] },
};

const lines: string[] = [];
afterAll(() => console.log(lines.join('\n')));

describe.each([
  ['whole', 'the whole set', checked],
  ['heldOut', 'the held-out part', checked.filter(({ pair }) => pair.heldOut)],
] as const)('%s', (part, name, among) => {
  test.each(Object.keys(FLOORS))(`in ${name} enough replies with %s are found, and few others`, (label) => {
    const wanted = among.filter(({ pair }) => marked(pair).has(label));
    const given = among.filter(({ found }) => found.has(label));
    const right = given.filter(({ pair }) => marked(pair).has(label)).length;
    const share = (all: number) => `${right}/${all} = ${(right / all).toFixed(3)}`;
    lines.push(
      `reply check, ${name}, ${label}: recall ${share(wanted.length)}, precision ${share(given.length)}`,
    );
    const [recall, precision] = FLOORS[label]![part];
    expect(right / wanted.length).toBeGreaterThanOrEqual(recall);
    expect(right / given.length).toBeGreaterThanOrEqual(precision);
  });
});

test('a copy is shown with the reply it copies', () => {
  for (const { pair, signs } of checked) {
    const copy = signs.find((sign) => sign.sign === 'near-copy');
    if (!copy) continue;
    const others = pairs.filter(({ id, copies }) => id === pair.copies || copies === pair.copies);
    expect(others.map(({ id }) => id)).toContain(copy.copies[0]!.id);
    expect(copy.copies.map(({ id }) => id)).toContain(pair.copies);
  }
});

test('most of the personal data itself is marked', () => {
  let [all, met] = [0, 0];
  for (const { pair, signs } of checked) {
    const marks = signs.flatMap((one) => (one.sign === 'personal-data' ? one.marks : []));
    for (const words of pair.personal ?? []) {
      const start = pair.reply.body.indexOf(words);
      all++;
      if (marks.some((mark) => mark.start < start + words.length && start < mark.end)) met++;
    }
  }
  lines.push(`reply check, the whole set, each piece of personal data: recall ${met}/${all}`);
  expect(met / all).toBeGreaterThanOrEqual(0.85);
});

test('the set is large enough, a third of it held out, and each sign is in both parts', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(120);
  const heldOut = pairs.filter((pair) => pair.heldOut);
  expect(heldOut.length / pairs.length).toBeGreaterThan(0.33);
  for (const part of [heldOut, pairs.filter((pair) => !pair.heldOut)])
    for (const sign of REPLY_SIGNS) expect(part.some(({ signs }) => signs.includes(sign))).toBe(true);
  expect(pairs.filter(({ signs }) => signs.length === 0).length).toBeGreaterThanOrEqual(40);
});

test('the labels are known words, and a copy follows what it copies', () => {
  for (const [index, { signs, missing, copies }] of pairs.entries()) {
    for (const sign of signs) expect(REPLY_SIGNS).toContain(sign);
    for (const part of missing) expect(PARTS).toContain(part);
    expect(signs.includes('parts-missing')).toBe(missing.length > 0);
    expect(signs.includes('near-copy')).toBe(copies !== undefined);
    if (copies) expect(pairs.findIndex(({ id }) => id === copies)).toBeLessThan(index);
  }
});
