/**
 * `npm run bench [service|browser]`: what the main loop costs, as ratios to something bare measured in the same run. Prints
 * tables, writes bench/results.json, and ends with 1 where a limit is broken. Nothing here is part of `npm test`: machines
 * are noisy, and what isn't (bytes, rows, requests) is asserted there.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { at, version } from '../scripts/root.ts';
import { benchBrowser } from './browser/run.ts';
import { benchService, toTable } from './service/run.ts';

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const say = (line: string): void => console.log(line);

const load = loadavg();
// One after the other: two cores.
const service = wanted('service') ? await benchService(say) : null;
const browser = wanted('browser') ? await benchBrowser({ log: say }) : null;

if (service) say(`\n${toTable(service)}`);
const results = {
  version,
  at: new Date().toISOString(),
  machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, load },
  ...(service && { service }),
  ...(browser && { browser }),
};
await writeFile(at('bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);

const broken = [
  ...(service ?? []).filter(({ ok }) => !ok).map(({ name }) => name),
  ...(browser?.limits ?? []).filter(({ holds }) => !holds).map(({ what }) => what),
];
if (broken.length > 0) {
  console.error(`\nover the limit: ${broken.join(', ')}`);
  process.exitCode = 1;
}
