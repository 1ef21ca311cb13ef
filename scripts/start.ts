import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.ts';
import { END_WITH_PARENT, ended, freePort, isFree, stop, tool } from './processes.ts';
import { at, databases } from './root.ts';
import { secretsIn } from './secrets.ts';

const HELP = `npm start: builds, migrates, seeds the demo where there is none, and serves it.

  PORT               8787; 0 picks a free one
  HUIXIN_STATE       .huixin; databases, generated secrets and the service's log
  HUIXIN_PUBLIC_URL  the service's own origin, where it is not the request's
  HUIXIN_SMTP_URL    smtps://user:password@host, or smtp:// with STARTTLS; without it mail is kept under /dev/outbox
  HUIXIN_MAIL_FROM   the address that mail comes from
  HUIXIN_WEBHOOK_PRIVATE  1 lets webhooks call this machine
`;

const WRANGLER = 'wrangler/wrangler-dist/cli.js';
const state = resolve(process.env['HUIXIN_STATE'] ?? at('.huixin'));
const storage = join(state, 'storage');
const logFile = join(state, 'service.log');
const say = (line: string) => console.log(line);

/** Keeps wrangler off the network and its files inside the state directory. */
const wranglerEnv = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  WRANGLER_LOG_PATH: join(state, 'wrangler-logs'),
  WRANGLER_REGISTRY_PATH: join(state, 'registry'),
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

/** Lays new migrations in every database. Skipped where the state has seen these very files: each call costs seconds. */
async function migrate(): Promise<void> {
  const hash = createHash('sha256');
  for (const folder of ['directory', 'letters']) {
    const path = at('worker/migrations', folder);
    for (const name of existsSync(path) ? (await readdir(path)).toSorted() : []) {
      if (name.endsWith('.sql')) hash.update(name).update(await readFile(join(path, name)));
    }
  }
  const bound = databases();
  const applied = hash.update(JSON.stringify(bound)).digest('hex');
  const stamp = join(state, 'migrated.txt');
  if (existsSync(storage) && existsSync(stamp) && readFileSync(stamp, 'utf8') === applied) return;

  // One after another: they share a bookkeeping database, and the second would find it locked.
  for (const { binding } of bound) {
    const args = ['d1', 'migrations', 'apply', binding, '--local', '--persist-to', storage];
    const { code, output } = await ended(tool(WRANGLER, args, { ...wranglerEnv, CI: '1' }));
    if (code !== 0) throw new Error(`migrating ${binding} failed:\n${output}`);
  }
  await writeFile(stamp, applied);
}

/** Settings of ours that stand in the environment. */
const given = (...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value ? [[name, value]] : [];
    }),
  );

function serve(port: number): ChildProcess {
  const vars = {
    HUIXIN_DEMO: '1',
    HUIXIN_SUBMIT_PER_MINUTE: '600',
    HUIXIN_SIGN_IN_PER_MINUTE: '60',
    HUIXIN_LINKS_URL: `http://127.0.0.1:${port}`,
    ...given('HUIXIN_PUBLIC_URL', 'HUIXIN_MAIL_FROM', 'HUIXIN_WEBHOOK_PRIVATE'),
  };
  // It holds a password: not among the arguments, which everybody on the machine may read.
  const mail = join(state, 'mail.env');
  const { HUIXIN_SMTP_URL } = given('HUIXIN_SMTP_URL');
  writeFileSync(mail, HUIXIN_SMTP_URL ? `HUIXIN_SMTP_URL=${JSON.stringify(HUIXIN_SMTP_URL)}\n` : '', {
    mode: 0o600,
  });
  const args = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  args.push('--persist-to', storage, '--env-file', join(state, 'secrets.env'), '--env-file', mail);
  args.push('--show-interactive-dev-session=false', '--log-level', 'log');
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}:${value}`);
  return tool(WRANGLER, args, wranglerEnv, [END_WITH_PARENT]);
}

/** Waits for the first answer of any status: it says that the worker runs, not that it is seeded. */
async function answering(base: string, gone: AbortSignal): Promise<number> {
  for (;;) {
    gone.throwIfAborted();
    try {
      return (await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(10_000) })).status;
    } catch {
      await pause(100);
    }
  }
}

/** The platform's cron never fires locally. One call at a time, at the turn of each minute. */
async function tick(base: string, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await fetch(`${base}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`, { signal: stopping })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    await pause(60_000 - (Date.now() % 60_000), undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function seedDemo(base: string, operatorToken: string): Promise<void> {
  const { seed } = await import('../demo/seed/seed.ts');
  const started = performance.now();
  await seed(base, operatorToken, (line) => say(`  ${line}`));
  const { status } = await fetch(`${base}/healthz`);
  if (status !== 200) throw new Error(`the demo is seeded but /healthz answers ${status}`);
  say(`seeded the demo in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function announce(base: string): void {
  say(`
回信 Huixin serves ${base}

  ${base}/demo/          a county's site with the letterbox in it
  ${base}/s/jingmen      its hosted pages
  ${base}/console/       the staff's console
  ${base}/docs           the API
${process.env['HUIXIN_SMTP_URL'] ? '' : `  ${base}/dev/outbox     mail that would have gone out\n`}
  officer@demo.test       an officer of 市人社局, jingmen
  coordinator@demo.test   the coordinator of jingmen
  central@demo.test       the centre, jurisdiction 42
  reviewer@demo.test      a second one there, for spot checks
  password                huixin-demo

State is in ${state}. Ctrl-C stops.`);
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(HELP);
  const asked = Number(process.env['PORT'] ?? 8787);
  const port = asked === 0 ? await freePort() : asked;
  if (!(await isFree(port))) throw new Error(`port ${port} is taken: choose another with PORT=…`);

  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopping.abort(new Error(name)));
  }

  await mkdir(state, { recursive: true, mode: 0o700 });
  const secrets = await secretsIn(join(state, 'secrets.env'));
  await Promise.all([build(say), migrate()]);
  if (stopping.signal.aborted) return;

  writeFileSync(logFile, '');
  const service = serve(port);
  const end = ended(service, (line) => appendFileSync(logFile, `${line}\n`)).then(({ code }) => {
    if (!stopping.signal.aborted) stopping.abort(new Error(`the service ended with ${code}, see ${logFile}`));
  });

  const base = `http://127.0.0.1:${port}`;
  try {
    const status = await answering(base, stopping.signal);
    if (status === 503) {
      // Raced, because a stop must not wait for a seed half way through: it takes up where it was the next time.
      await Promise.race([seedDemo(base, secrets['OPERATOR_TOKEN']!), aborted(stopping.signal)]);
    }
    if (status !== 200 && status !== 503) throw new Error(`/healthz answers ${status}, see ${logFile}`);
    announce(base);
    await tick(base, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) stopping.abort(error);
  }
  await stop(service);
  await end;
  const reason: unknown = stopping.signal.reason;
  if (reason instanceof Error && reason.message.startsWith('SIG')) process.exit(0);
  throw reason;
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

await main().catch((error: unknown) => {
  console.error(`huixin: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
