/** How much processor time the runtime has used: it says what a request costs, however busy the machine is otherwise. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for every program. */
const TICK_MS = 10;

/** @returns null where the system doesn't tell */
export function runtimeProcess(): number | null {
  const tasks = '/proc/self/task';
  if (!existsSync(tasks)) return null;
  const children = readdirSync(tasks).flatMap((task) => {
    const file = `${tasks}/${task}/children`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean) : [];
  });
  const found = children.find((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('workerd'));
  return found === undefined ? null : Number(found);
}

/** Milliseconds since the process began, of all its threads, its own and the system's on its behalf. */
export function processorMs(id: number): number {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  // The name in brackets may hold anything; what follows it is fields 3 and on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
