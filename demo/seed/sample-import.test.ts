import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRows } from '../../cli/read-rows.ts';
import { importLetter } from '../../contract/imports.ts';
import { jingmen } from './mailboxes.ts';

it('the sample file of the guide is one that can be imported', () => {
  const { rows, complaints } = readRows(
    'sample-import.csv',
    readFileSync(new URL('../sample-import.csv', import.meta.url)),
    'letters',
  );
  expect(complaints).toEqual([]);
  expect(rows).toHaveLength(10);
  for (const { values } of rows) expect(importLetter.safeParse(values).error).toBeUndefined();
  const known = jingmen.departments.map(({ name }) => name);
  for (const { values } of rows) expect(known).toContain(values['department']);
});
