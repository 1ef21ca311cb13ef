/**
 * The two subjects in one Miniflare, each on a direct socket of its own: the service bundled as it ships, and the bare
 * handler bundled the same way. They share the databases, so that both read and write the same rows. Each is there twice:
 * as it is, for the timed rounds, and wrapped in the census (census.worker.ts), for the check.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { transformWithOxc } from 'vite';
import { unstable_getMiniflareWorkerOptions as settingsOf } from 'wrangler';
import { ended, tool } from '../../scripts/processes.ts';
import { at } from '../../scripts/root.ts';
import { generate, SECRETS, type SecretName } from '../../scripts/secrets.ts';

export const SUBJECTS = ['service', 'bare'] as const;
export type Subject = (typeof SUBJECTS)[number];

const entries: Record<Subject, string> = {
  service: 'worker/index.ts',
  bare: 'bench/service/bare.worker.ts',
};

/** Where the service believes to be: then its answers don't name a port, and both subjects' are the same. */
export const PUBLIC_URL = 'https://letters.test';

export type Secrets = Record<SecretName, string>;

export interface Running {
  /** Addresses of the subjects as they are, and of those that count their input and output. */
  bases: Record<Subject, URL>;
  counted: Record<Subject, URL>;
  secrets: Secrets;
  database(binding: 'DIRECTORY' | 'LETTERS_0'): ReturnType<Miniflare['getD1Database']>;
  /** Forgets every cached answer of both. */
  emptyCache(): Promise<unknown>;
  stop(): Promise<void>;
}

/** @throws where a bundle fails, with the bundler's words */
export async function startSubjects(): Promise<Running> {
  // wrangler.toml names this directory, and refuses to be read while it is absent.
  await mkdir(at('dist/assets'), { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'huixin-bench-'));
  try {
    const secrets = Object.fromEntries(SECRETS.map((name) => [name, generate(name)])) as Secrets;
    const bundles = { service: await bundle('service', work), bare: await bundle('bare', work) };
    const miniflare = new Miniflare(await optionsOf(bundles, secrets));
    await miniflare.ready;
    await migrate(miniflare);
    const directUrls = async (name: (subject: Subject) => string) => ({
      service: await miniflare.unsafeGetDirectURL(name('service')),
      bare: await miniflare.unsafeGetDirectURL(name('bare')),
    });
    return {
      bases: await directUrls((subject) => subject),
      counted: await directUrls((subject) => `${subject}-counted`),
      secrets,
      database: (binding) => miniflare.getD1Database(binding, 'service'),
      emptyCache: () => miniflare.purgeCache(),
      stop: () => miniflare.dispose(),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The bundle a deployment would upload, by the deployment's own tool and settings. */
async function bundle(subject: Subject, work: string): Promise<string> {
  const out = join(work, subject);
  const args = ['deploy', entries[subject], '--dry-run', '--outdir', out];
  const offline = {
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_LOG_PATH: join(work, 'logs'),
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
  const { code, output } = await ended(tool('wrangler/wrangler-dist/cli.js', args, offline));
  if (code !== 0) throw new Error(`bundling ${entries[subject]} failed:\n${output}`);
  return readFile(join(out, subject === 'bare' ? 'bare.worker.js' : 'index.js'), 'utf8');
}

async function optionsOf(bundles: Record<Subject, string>, secrets: Secrets) {
  // Assets are left out: with them the direct socket leads through the asset router.
  const {
    assets: _assets,
    modulesRules: _rules,
    ...settings
  } = settingsOf(at('wrangler.toml')).workerOptions;
  const census = await censusScript();
  const common = {
    ...settings,
    bindings: {
      ...(settings.bindings as Record<string, string>),
      ...secrets,
      HUIXIN_SUBMIT_PER_MINUTE: '1000000000',
      HUIXIN_PUBLIC_URL: PUBLIC_URL,
    },
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  };
  const script = (path: string, contents: string) => ({ type: 'ESModule' as const, path, contents });
  return convertV4MiniflareOptions({
    log: new Log(LogLevel.NONE),
    // Each request writes a line: nobody reads them here.
    handleStructuredLogs: () => undefined,
    cf: false,
    telemetry: { enabled: false },
    workers: SUBJECTS.flatMap((subject) => [
      { ...common, name: subject, modules: [script('subject.js', bundles[subject])] },
      {
        ...common,
        name: `${subject}-counted`,
        modules: [
          script('main.js', countedMain),
          script('census.js', census),
          script('subject.js', bundles[subject]),
        ],
      },
    ]),
  });
}

const countedMain = `
  import { counted } from './census.js';
  import subject from './subject.js';
  export default counted(subject);
`;

async function censusScript(): Promise<string> {
  const path = at('bench/service/census.worker.ts');
  return (await transformWithOxc(await readFile(path, 'utf8'), path)).code;
}

async function migrate(miniflare: Miniflare): Promise<void> {
  for (const [binding, folder] of [
    ['DIRECTORY', 'directory'],
    ['LETTERS_0', 'letters'],
  ] as const) {
    const database = await miniflare.getD1Database(binding, 'service');
    for (const { queries } of await readD1Migrations(at('worker/migrations', folder)))
      await database.batch(queries.map((query) => database.prepare(query)));
  }
}
