import { expect, test } from 'vitest';
import { heirOf, nameAt, successorsOf, withPredecessors } from './departments.ts';

const closed = (id: string, ...successors: string[]) => ({ id, closedAt: 1, successors });
const open = (id: string) => ({ id, closedAt: null, successors: [] });

/** a and b became c, c became d and e. */
const all = [closed('a', 'c'), closed('b', 'c'), closed('c', 'd', 'e'), open('d'), open('e'), open('f')];

test('a closed department’s letters are with the first of its successors, through any number of mergers', () => {
  expect(successorsOf(all)).toEqual({ a: 'd', b: 'd', c: 'd' });
  expect(heirOf('f', all)).toBe('f');
  expect(heirOf('unknown', all)).toBeNull();
});

test('who took over may follow up what was answered before, and nobody else', () => {
  expect(withPredecessors(['d'], all)).toEqual(['d', 'a', 'b', 'c']);
  expect(withPredecessors(['e', 'f'], all)).toEqual(['e', 'f']);
});

test('a circle in the record ends', () => {
  expect(heirOf('a', [closed('a', 'b'), closed('b', 'a')])).toBeNull();
});

test('a department is called what it was called then', () => {
  const former = [
    { until: 200, name: '第二' },
    { until: 100, name: '第一' },
  ];
  expect([99, 100, 199, 200].map((at) => nameAt('第三', former, at))).toEqual([
    '第一',
    '第二',
    '第二',
    '第三',
  ]);
});
