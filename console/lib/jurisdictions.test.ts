import { expect, test } from 'vitest';
import { type Branch, levelsOf, nameOf, prefixOf, scopesUnder, tenantsIn, treeOf } from './jurisdictions.ts';

const tenant = (name: string, jurisdiction: string) => ({ name, jurisdiction });
const tenants = [
  tenant('沙洋县', '420822'),
  tenant('荆门市', '420800'),
  tenant('荆门市政务局', '420800'),
  tenant('竹溪县', '420324'),
  tenant('江西省', '36'),
];

test('a code that ends in zeros stands for everything below it', () => {
  expect([prefixOf('420000'), prefixOf('420800'), prefixOf('420822'), prefixOf('42')]).toEqual([
    ...['42', '4208', '420822', '42'],
  ]);
  expect(levelsOf('420822')).toEqual(['42', '4208', '420822']);
  expect(nameOf('4208', tenants)).toBe('荆门市');
  expect(nameOf('42', tenants)).toBeNull();
});

test('the tree has every tenant once, in the order of codes, and the levels between them', () => {
  const lines = (branches: Branch<{ name: string }>[], depth = 0): string[] =>
    branches.flatMap(({ prefix, tenants: own, below }) => [
      `${' '.repeat(depth)}${[prefix, ...own.map(({ name }) => name)].join(' ')}`,
      ...lines(below, depth + 1),
    ]);
  const tree = treeOf(tenants);
  expect(lines(tree)).toEqual([
    ...['36 江西省', '42', ' 4203', '  420324 竹溪县', ' 4208 荆门市 荆门市政务局', '  420822 沙洋县'],
  ]);
  expect(tree.flatMap(tenantsIn)).toHaveLength(tenants.length);
});

test('who answers for a city chooses among it and what lies below, never beside or above', () => {
  expect(scopesUnder(['4208'], tenants)).toEqual([
    { prefix: '4208', tenants: 3 },
    { prefix: '420822', tenants: 1 },
  ]);
  expect(scopesUnder([''], tenants).map(({ prefix }) => prefix)).toEqual([
    ...['', '36', '42', '4203', '420324', '4208', '420822'],
  ]);
});
