import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from './root.ts';

const running = new Set<ChildProcess>();

/** Ends this process together with its tools, which have process groups of their own and would outlive a Ctrl-C. */
export function stopToolsOnSignal(): void {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(
      name,
      () => void Promise.all([...running].map((child) => stop(child))).then(() => process.exit(code)),
    );
  }
}

/** A tool of node_modules, run by this very Node (the machine's own may be too old for it). */
export function tool(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  nodeArgs: readonly string[] = [],
): ChildProcess {
  const child = spawn(process.execPath, ['--no-warnings', ...nodeArgs, `node_modules/${path}`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: [nodeArgs.includes(END_WITH_PARENT) ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    // Its own process group, so that what it starts in turn can be ended with it.
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * An argument of Node's: the tool ends when this process is gone, even by SIGKILL, for its standard input closes then.
 * Not for tools that fork Nodes of their own: those would inherit the argument, but not the input.
 */
export const END_WITH_PARENT = `--import=data:text/javascript,${encodeURIComponent(
  "process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM')).resume().unref();",
)}`;

export interface Ended {
  code: number;
  output: string;
}

/** Waits for the end; `onLine` sees each line as it comes. A process killed by a signal ends with 1. */
export function ended(child: ChildProcess, onLine?: (line: string) => void): Promise<Ended> {
  let output = '';
  let rest = '';
  const take = (chunk: string) => {
    output += chunk;
    if (!onLine) return;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  child.stdout?.setEncoding('utf8').on('data', take);
  child.stderr?.setEncoding('utf8').on('data', take);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (rest && onLine) onLine(rest);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends a tool: asks it, so that it puts away its own children; then insists, for the whole group. */
export async function stop(child: ChildProcess, graceMs = 5000): Promise<void> {
  const killGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // nothing is left of it
    }
  };
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(killGroup, graceMs);
    await gone;
    clearTimeout(timer);
  }
  killGroup();
}

/** A port of the loopback address nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
