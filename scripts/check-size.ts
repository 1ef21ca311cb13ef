import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from './build.ts';
import { at, version } from './root.ts';

/**
 * What a page pays, in bytes of brotli. A usable form is one script request, so v1.js alone must hold it, and may
 * not import anything statically. 20,000 are promised; on Slow 4G every 1,000 delay the form by 6 ms, so the ceiling
 * is where `npm run bench browser` still finds it as soon there as a minimal element.
 */
const CEILINGS: Record<string, number> = {
  'embed/v1.js': 16_500,
  'embed/v1-badge.js': 8_800,
  [`embed/${version}/huixin.js`]: 48_000,
};

/** What the console's first page needs before it can be used, with all that its script imports; the rest comes when it is asked for. */
const CONSOLE_CEILING = 150_000;

await build();
const wrong: string[] = [];
for (const [name, ceiling] of Object.entries(CEILINGS)) {
  const file = at('dist/assets', name);
  if (!existsSync(file)) {
    wrong.push(`${name}: was not built`);
    continue;
  }
  const code = readFileSync(file);
  const bytes = weigh(code);
  const line = `${name.padEnd(24)} ${String(bytes).padStart(7)} of ${ceiling} bytes`;
  console.log(line);
  if (bytes > ceiling) wrong.push(`${line}: too heavy`);
  if (/(?:^|[;}\n])\s*import\s*(?:[\w{*"'][^(]*?from\s*)?["']/.test(code.toString('utf8'))) {
    wrong.push(`${name}: imports another file before it runs`);
  }
  if (/\?\.[\w$.]*\(\.\.\./.test(code.toString('utf8'))) {
    wrong.push(`${name}: spreads arguments after "?.", which Chromium 86 gets wrong`);
  }
}
const first = firstPage();
const line = `${'console, first page'.padEnd(24)} ${String(first).padStart(7)} of ${CONSOLE_CEILING} bytes`;
console.log(line);
if (first > CONSOLE_CEILING) wrong.push(`${line}: too heavy`);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}

function weigh(code: Buffer): number {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Scripts with their static imports, and styles. */
function firstPage(): number {
  const page = readFileSync(at('dist/assets/console/index.html'), 'utf8');
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(file, 'utf8');
    for (const [, path] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
      add(join(dirname(file), path!));
  };
  for (const [, path] of page.matchAll(/(?:src|href)="\/console\/([^"]+\.(?:js|css))"/g))
    add(at('dist/assets/console', path!));
  return [...files].reduce((sum, file) => sum + weigh(readFileSync(file)), 0);
}
