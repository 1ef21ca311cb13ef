import { existsSync } from 'node:fs';
import { ended, tool } from './processes.ts';
import { at } from './root.ts';

/** The static checks, by name: `npm run check` runs all, `npm run check:lint` one. */
const projects = ['worker', 'web', 'widget', 'node'];
const typesOf = (name: string) =>
  run('typescript/bin/tsc', ['-p', `tsconfig.${name}.json`, '--pretty', 'false']);

export const CHECKS: Record<string, () => Promise<Outcome>> = {
  types: async () => all(await Promise.all(projects.map(typesOf))),
  lint: () => run('oxlint/bin/oxlint', ['--deny-warnings']),
  format: () => run('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  floors: () => script('check-floors.ts'),
  size: () => script('check-size.ts'),
};

export interface Outcome {
  ok: boolean;
  output: string;
}

async function run(path: string, args: string[]): Promise<Outcome> {
  if (!existsSync(at('node_modules', path))) return { ok: false, output: `${path} is not installed` };
  const { code, output } = await ended(tool(path, args, { NO_COLOR: '1' }));
  return { ok: code === 0, output: output.trim() };
}

const script = (name: string) => run(`../scripts/${name}`, []);

const all = (outcomes: Outcome[]): Outcome => ({
  ok: outcomes.every(({ ok }) => ok),
  // The same file of core/ is in several projects: say its errors once.
  output: [...new Set(outcomes.flatMap(({ output }) => output.split('\n')))].join('\n').trim(),
});

/** Runs the named checks and answers how many failed. */
export async function check(names: readonly string[]): Promise<number> {
  let failed = 0;
  for (const name of names) {
    const started = performance.now();
    const { ok, output } = await CHECKS[name]!();
    if (!ok) failed += 1;
    if (output && (!ok || name === 'size')) console.log(output);
    console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return failed;
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !CHECKS[name]);
  if (unknown) {
    console.error(`no check named ${unknown}: ${Object.keys(CHECKS).join(', ')}`);
    process.exit(2);
  }
  process.exit((await check(asked.length > 0 ? asked : Object.keys(CHECKS))) > 0 ? 1 : 0);
}
