import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from '../../scripts/root.ts';

/** `npm start` with a state folder and a port of its own, which can be killed without a chance to put anything away. */
export class Service {
  readonly base: string;
  readonly state: string;
  readonly #port: number;
  #child: ChildProcess | null = null;
  #output = '';

  constructor(state: string, port: number) {
    this.state = state;
    this.base = `http://127.0.0.1:${port}`;
    this.#port = port;
  }

  /** Resolves when `/healthz` says that it is ready. */
  async start(patienceMs = 90_000): Promise<void> {
    const env = { ...process.env, HUIXIN_STATE: this.state, PORT: String(this.#port) };
    const script = ['--no-warnings', at('scripts/start.ts')];
    const child = spawn(process.execPath, script, {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (this.#output += chunk));
    const deadline = Date.now() + patienceMs;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`npm start did not become ready:\n${this.#output}`);
      await pause(50);
    }
  }

  #isReady(): Promise<boolean> {
    return fetch(`${this.base}/healthz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** SIGKILL to every process of it at once: its tools have process groups of their own and would end politely. */
  async kill(): Promise<void> {
    const pids = treeOf(this.#child!.pid!);
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
    while (pids.some(isAlive)) await pause(10);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await gone;
  }

  /** The token that `npm start` generated into its state folder. */
  operatorToken(): string {
    const secrets = readFileSync(join(this.state, 'secrets.env'), 'utf8');
    const token = /^OPERATOR_TOKEN="?([^"\n]+)"?$/m.exec(secrets)?.[1];
    if (!token) throw new Error('no operator token in the state folder');
    return token;
  }
}

function processes(): { pid: number; parent: number; state: string }[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, state]) => ({ pid: Number(pid), parent: Number(parent), state: state ?? '' }));
}

/** A process and all that it started, parents first. */
function treeOf(root: number): number[] {
  const all = processes();
  const tree = [root];
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return tree;
}

const isAlive = (pid: number): boolean =>
  processes().some((process) => process.pid === pid && !process.state.startsWith('Z'));
