import { readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { ended, stopToolsOnSignal, tool } from './processes.ts';
import { at, databases } from './root.ts';
import { SECRETS, secretsIn, type SecretName } from './secrets.ts';

const HELP = `npm run deploy -- [options]: puts this version on Cloudflare, creating what is missing. Repeatable.

  --dry-run        builds and bundles, and changes nothing anywhere
  --url ORIGIN     the service's public origin, e.g. https://letters.example.gov.cn (HUIXIN_PUBLIC_URL)
  --location HINT  where new databases are made: apac, weur, eeur, wnam, enam, oc
  --help

Needs an account: CLOUDFLARE_API_TOKEN (and CLOUDFLARE_ACCOUNT_ID where it has several), or \`npx wrangler login\`.
Secrets the service lacks are made at random and kept in .huixin/deploy.env, readable by you only. Put that file in a safe:
without MASTER_KEY the contact data of every letter is lost, and OPERATOR_TOKEN makes the first central admin.
`;

const { values: options } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    url: { type: 'string' },
    location: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** A copy of wrangler.toml with the account's database ids. Beside it, because its paths are relative. */
const CONFIG = 'wrangler.deploy.toml';
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

async function writeConfig(ids: Map<string, string>): Promise<void> {
  let text = await readFile(at('wrangler.toml'), 'utf8');
  for (const { name } of databases()) {
    const id = ids.get(name);
    if (!id) throw new Error(`the database ${name} was created but is not in the account's list`);
    const block = new RegExp(`(database_name = "${name}"\\ndatabase_id = )"[^"]*"`);
    if (!block.test(text)) throw new Error(`wrangler.toml: database_id must follow database_name of ${name}`);
    text = text.replace(block, `$1"${id}"`);
  }
  if (options.url)
    text = text.replace(
      '[vars]\n',
      `[vars]\nHUIXIN_PUBLIC_URL = ${JSON.stringify(new URL(options.url).origin)}\n`,
    );
  await writeFile(at(CONFIG), text);
}

/** Names of the secrets the service has. None where it has never been deployed. */
async function presentSecrets(): Promise<Set<string>> {
  try {
    const output = await wrangler(['secret', 'list', '--format', 'json', '--config', CONFIG], {
      quiet: true,
    });
    return new Set(listIn<{ name: string }>(output).map(({ name }) => name));
  } catch (error) {
    // A failure of another kind must not pass for "none": new keys over old ones would lose data.
    if (/Worker ".*" not found|code: 10007/.test(String(error))) return new Set();
    throw error;
  }
}

/** Only what is missing, in one file that goes up with the deployment, so that no version runs without it. */
async function missingSecrets(): Promise<string[]> {
  const present = await presentSecrets();
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
    for (const name of SECRETS) say(`would make where missing: the secret ${name}`);
    return;
  }
  await writeConfig(await createDatabases());
  const secrets = await missingSecrets();
  try {
    await upload(secrets);
  } finally {
    await rm(SECRETS_NOW, { force: true });
  }
}

async function upload(secrets: string[]): Promise<void> {
  // Migrations first: they only add, so the version still running bears them, and the new one needs them.
  for (const { binding } of databases()) {
    await wrangler(['d1', 'migrations', 'apply', binding, '--remote', '--config', CONFIG]);
  }
  await wrangler(['deploy', '--minify', '--config', CONFIG, ...secrets]);
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
