import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { carryOver } from './carry-over.ts';
import { ended, stopToolsOnSignal, tool } from './processes.ts';
import { at, buckets, databases } from './root.ts';
import { SECRETS, secretsIn, type SecretName } from './secrets.ts';

const HELP = `npm run deploy -- [options]: puts this version on Cloudflare, creating what is missing. Repeatable.

  --dry-run        builds and bundles, and changes nothing anywhere
  --url ORIGIN     the service's public origin, e.g. https://letters.example.gov.cn (HUIXIN_PUBLIC_URL)
  --location HINT  where new databases are made: apac, weur, eeur, wnam, enam, oc
  --without-earlier
                   leaves out the files of earlier versions, which are otherwise taken over from the running service
  --help

Pages pin versions, and are open while this runs: what they still ask for is fetched from the service at --url or at the
address of the last deploy from here, and goes up again. A version that is out can't be deployed with other contents.

Needs an account: CLOUDFLARE_API_TOKEN (and CLOUDFLARE_ACCOUNT_ID where it has several), or \`npx wrangler login\`.
Secrets the service lacks are made at random and kept in .huixin/deploy.env, readable by you only. Put that file in a safe:
without MASTER_KEY the contact data of every letter is lost, and OPERATOR_TOKEN makes the first central admin.
`;

const { values: options } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    url: { type: 'string' },
    location: { type: 'string' },
    'without-earlier': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** A copy of wrangler.toml with the account's database ids. Beside it, because its paths are relative. */
const CONFIG = 'wrangler.deploy.toml';
/** The build, and what the running service has of earlier ones. */
const ASSETS = 'dist/deploy';
/** Where the service was reached after the last deploy from here, an origin a line. */
const ORIGINS_FILE = at('.huixin/deployed.txt');
const SECRETS_FILE = at('.huixin/deploy.env');
const SECRETS_NOW = at('.huixin/deploy-now.json');
const say = (line: string) => console.log(line);

async function wrangler(args: string[], { quiet = false } = {}): Promise<string> {
  const env = { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', NO_COLOR: '1', CI: '1' };
  const child = tool('wrangler/wrangler-dist/cli.js', args, env);
  const { code, output } = await ended(child, quiet ? undefined : (line) => say(`  ${line}`));
  if (code !== 0) {
    throw new Error(
      `wrangler ${args.slice(0, 3).join(' ')} ended with ${code}${quiet ? `:\n${output}` : ''}`,
    );
  }
  return output;
}

/** The JSON in what wrangler says: warnings may stand around it. */
function listIn<T>(output: string): T[] {
  const start = output.search(/^\[/m);
  const end = output.lastIndexOf(']');
  if (start < 0 || end < start) throw new Error(`wrangler answered no list:\n${output}`);
  return JSON.parse(output.slice(start, end + 1)) as T[];
}

async function databaseIds(): Promise<Map<string, string>> {
  const list = listIn<{ name: string; uuid: string }>(
    await wrangler(['d1', 'list', '--json'], { quiet: true }),
  );
  return new Map(list.map(({ name, uuid }) => [name, uuid]));
}

async function createDatabases(): Promise<Map<string, string>> {
  const known = await databaseIds();
  const missing = databases().filter(({ name }) => !known.has(name));
  for (const { name } of missing) {
    say(`creating the database ${name}`);
    const hint = options.location ? ['--location', options.location] : [];
    await wrangler(['d1', 'create', name, '--update-config=false', ...hint], { quiet: true });
  }
  return missing.length > 0 ? databaseIds() : known;
}

/** Making one that is there is refused, which is as good. */
async function createBuckets(): Promise<void> {
  const hint = options.location ? ['--location', options.location] : [];
  for (const name of buckets()) {
    try {
      await wrangler(['r2', 'bucket', 'create', name, '--update-config=false', ...hint], { quiet: true });
      say(`created the bucket ${name}`);
    } catch (error) {
      if (!/already exists|code: 10004/.test(String(error))) throw error;
    }
  }
}

async function writeConfig(ids: Map<string, string>): Promise<void> {
  let text = await readFile(at('wrangler.toml'), 'utf8');
  for (const { name } of databases()) {
    const id = ids.get(name);
    if (!id) throw new Error(`the database ${name} was created but is not in the account's list`);
    const block = new RegExp(`(database_name = "${name}"\\ndatabase_id = )"[^"]*"`);
    if (!block.test(text)) throw new Error(`wrangler.toml: database_id must follow database_name of ${name}`);
    text = text.replace(block, `$1"${id}"`);
  }
  if (!text.includes('directory = "dist/assets"')) throw new Error('wrangler.toml: the assets are elsewhere');
  text = text.replace('directory = "dist/assets"', `directory = "${ASSETS}"`);
  if (options.url)
    text = text.replace(
      '[vars]\n',
      `[vars]\nHUIXIN_PUBLIC_URL = ${JSON.stringify(new URL(options.url).origin)}\n`,
    );
  await writeFile(at(CONFIG), text);
}

/** Names of the secrets the service has; null where it has never been deployed. */
async function presentSecrets(): Promise<Set<string> | null> {
  try {
    const output = await wrangler(['secret', 'list', '--format', 'json'], { quiet: true });
    return new Set(listIn<{ name: string }>(output).map(({ name }) => name));
  } catch (error) {
    // A failure of another kind must not pass for "none": new keys over old ones would lose data.
    if (/Worker ".*" not found|code: 10007/.test(String(error))) return null;
    throw error;
  }
}

/** Only what is missing, in one file that goes up with the deployment, so that no version runs without it. */
async function missingSecrets(present: Set<string>): Promise<string[]> {
  const missing = SECRETS.filter((name): name is SecretName => !present.has(name));
  if (missing.length === 0) return [];
  const kept = await secretsIn(SECRETS_FILE, missing);
  await writeFile(
    SECRETS_NOW,
    JSON.stringify(Object.fromEntries(missing.map((name) => [name, kept[name]]))),
    {
      mode: 0o600,
    },
  );
  say(`secrets made: ${missing.join(', ')}. They are kept in .huixin/deploy.env: put it in a safe.`);
  return ['--secrets-file', SECRETS_NOW];
}

async function deploy(): Promise<void> {
  await build(say);
  if (options['dry-run']) {
    await wrangler(['deploy', '--dry-run', '--minify', '--outdir', 'dist/worker']);
    for (const { binding, name } of databases())
      say(`would create where missing: ${name} (${binding}), and migrate it`);
    for (const name of buckets()) say(`would create where missing: the bucket ${name}`);
    for (const name of SECRETS) say(`would make where missing: the secret ${name}`);
    say('would take over from the running service, if there is one: earlier versions and parts of them');
    return;
  }
  const present = await presentSecrets();
  await gatherAssets(present !== null);
  await createBuckets();
  await writeConfig(await createDatabases());
  const secrets = await missingSecrets(present ?? new Set());
  try {
    await upload(secrets);
  } finally {
    await rm(SECRETS_NOW, { force: true });
  }
}

/** Before anything is changed: it may refuse. */
async function gatherAssets(deployed: boolean): Promise<void> {
  await rm(at(ASSETS), { recursive: true, force: true });
  await cp(at('dist/assets'), at(ASSETS), { recursive: true });
  if (!deployed || options['without-earlier']) return;
  const last = existsSync(ORIGINS_FILE)
    ? (await readFile(ORIGINS_FILE, 'utf8')).split('\n').filter(Boolean)
    : [];
  const origins = new Set([...origin(), ...last]);
  say(await carryOver(at(ASSETS), [...origins], new Date().toISOString().slice(0, 10)));
}

/** What `--url` names; nothing without it. */
const origin = (): string[] => (options.url ? [new URL(options.url).origin] : []);

async function upload(secrets: string[]): Promise<void> {
  // Migrations first: they only add, so the version still running bears them, and the new one needs them.
  for (const { binding } of databases()) {
    await wrangler(['d1', 'migrations', 'apply', binding, '--remote', '--config', CONFIG]);
  }
  const output = await wrangler(['deploy', '--minify', '--config', CONFIG, ...secrets]);
  const origins = [...origin(), ...(output.match(/https:\/\/[\w.-]+\.workers\.dev\b/g) ?? [])];
  await mkdir(dirname(ORIGINS_FILE), { recursive: true, mode: 0o700 });
  await writeFile(ORIGINS_FILE, [...new Set(origins)].join('\n'));
}

if (options.help) {
  process.stdout.write(HELP);
} else {
  stopToolsOnSignal();
  await deploy().catch((error: unknown) => {
    console.error(`deploy: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
