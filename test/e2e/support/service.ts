import { spawn } from 'node:child_process';
import { freePort } from '../../../scripts/processes.ts';
import { at } from '../../../scripts/root.ts';

export interface Service {
  base: string;
  stop: () => Promise<void>;
}

/** Starts scripts/start.ts on a free port and waits until /healthz says that it is seeded. */
export async function startService(env: NodeJS.ProcessEnv, patienceMs = 120_000): Promise<Service> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--no-warnings', at('scripts/start.ts')], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };

  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`npm start was not ready after ${patienceMs / 1000} s:\n${output}`);
    }
    const healthy = await fetch(`${base}/healthz`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (healthy) return { base, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
