import { existsSync, readFileSync } from 'node:fs';
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

await build();
const wrong: string[] = [];
for (const [name, ceiling] of Object.entries(CEILINGS)) {
  const file = at('dist/assets', name);
  if (!existsSync(file)) {
    wrong.push(`${name}: was not built`);
    continue;
  }
  const code = readFileSync(file);
  const bytes = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
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
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
