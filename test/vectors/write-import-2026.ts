/** Writes import-2026.ndjson and what its figures must be, for tools that read files. Run it after a change of the letters. */
import { writeFileSync } from 'node:fs';
import { holidayExpected, holidayRows } from './holiday-letters.ts';

const file = (name: string) => new URL(name, import.meta.url);
writeFileSync(file('import-2026.ndjson'), holidayRows.map((row) => `${JSON.stringify(row)}\n`).join(''));
writeFileSync(file('import-2026.expected.json'), `${JSON.stringify(holidayExpected, null, 1)}\n`);
