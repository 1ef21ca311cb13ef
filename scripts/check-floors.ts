import { globSync, readFileSync } from 'node:fs';
import { ended, tool } from './processes.ts';
import { at, root } from './root.ts';

/**
 * Imports go down only: `.dependency-cruiser.cjs` says how. Two things it can't say are checked here: that it saw every
 * file (a cruiser that can't parse the sources reports nothing and passes), and that the lowest floors stay pure.
 */
const FOLDERS = [
  'contract',
  'core',
  'worker',
  'widget',
  'console',
  'cli',
  'demo',
  'scripts',
  'test',
  'bench',
];

interface Cruise {
  modules: { source: string; dependencies: unknown[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] };
}

const files = globSync(`{${FOLDERS.join(',')}}/**/*.ts`, { cwd: root }).filter(
  (file) => !file.includes('node_modules/') && !file.endsWith('.d.ts'),
);
const folders = FOLDERS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
const { output } = await ended(
  tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ]),
);
// After the JSON it complains on the same terminal that it can't use TypeScript 7. It parses with @swc/core.
const end = output.indexOf('\n}');
if (end < 0) throw new Error(`dependency-cruiser did not answer:\n${output}`);
const cruise = JSON.parse(output.slice(0, end + 2)) as Cruise;

const wrong: string[] = cruise.summary.violations
  .filter(({ rule }) => rule.severity === 'error')
  .map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);

const seen = new Set(cruise.modules.map(({ source }) => source));
for (const file of files) if (!seen.has(file)) wrong.push(`${file}: not seen by dependency-cruiser`);
const links = cruise.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
if (files.length > 20 && links === 0) wrong.push('no import was seen in any file: the parser does not work');

const IMPURE: [RegExp, string][] = [
  [/\basync\b|\bawait\b|\bPromise\b/, 'is asynchronous'],
  [/\bDate\.now\b|\bnew Date\(\)|\bperformance\./, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\b/, 'is random'],
  [/\bprocess\.|\benv\./, 'reads the environment'],
];
for (const file of files) {
  if (!/^(core|contract)\//.test(file) || file.endsWith('.test.ts')) continue;
  const code = readFileSync(at(file), 'utf8').replaceAll(
    /\/\*[\s\S]*?\*\/|\/\/.*|(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g,
    (_, quote?: string) => (quote ? '""' : ''),
  );
  for (const [pattern, what] of IMPURE) if (pattern.test(code)) wrong.push(`${file}: ${what}`);
}

if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
console.log(`${files.length} modules, ${links} imports, all of them downward`);
