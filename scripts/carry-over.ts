import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/**
 * A deployment replaces every static file, but pages still ask for those of earlier ones: they pinned a version, were
 * opened before, or have an earlier `v1.js` from a cache. So a deploy takes these files over from the running service.
 */
const CHUNK_DAYS = 30;
const PATIENCE_MS = 30_000;

const version = z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** `/embed/versions.json`. What comes from a service names files that are written here, so it is held to its form. */
const versionsFile = z
  .object({
    latest: version,
    /** Newest first. */
    versions: z.array(
      z.object({ version, file: z.string(), integrity: z.string().regex(/^sha384-[\w+/]{64}$/) }),
    ),
    /** Parts of `v1.js`; `since` is the day of the deploy whose own `v1.js` needed them no more, null before. */
    chunks: z.array(
      z.object({ file: z.string().regex(/^\/embed\/chunks\/[\w-][\w.-]*\.js$/), since: day.nullable() }),
    ),
  })
  .refine(({ versions }) => versions.every((each) => each.file === `/embed/${each.version}/huixin.js`), {
    message: 'a version’s file has another name',
  });
export type Versions = z.infer<typeof versionsFile>;

/** The deploy must not go on; the message says what to do. */
export class CannotCarryOver extends Error {}

/**
 * Puts into `assets` (a folder with a fresh build's `embed/` in it) what the running service has of earlier builds, and
 * into the list. Asked at the first of its `origins` that answers; `today` is a day, `YYYY-MM-DD`. Answers what to tell
 * the operator. Throws `CannotCarryOver`; what is in the folder then must not be uploaded.
 */
export async function carryOver(assets: string, origins: readonly string[], today: string): Promise<string> {
  const listFile = join(assets, 'embed/versions.json');
  const own = versionsFile.parse(JSON.parse(await readFile(listFile, 'utf8')));
  const { origin, theirs } = await found(origins);

  const changed = own.versions.find(({ version, integrity }) =>
    theirs.versions.some((each) => each.version === version && each.integrity !== integrity),
  );
  if (changed) throw new CannotCarryOver(isOut(changed.version, origin));

  const versions = theirs.versions.filter(({ file }) => !own.versions.some((each) => each.file === file));
  const chunks = theirs.chunks
    .filter(({ file }) => !own.chunks.some((each) => each.file === file))
    .map(({ file, since }) => ({ file, since: since ?? today }))
    .filter(({ since }) => daysBetween(since, today) <= CHUNK_DAYS);
  for (const { file, integrity } of versions) await take(assets, origin, file, integrity);
  for (const { file } of chunks) await take(assets, origin, file);

  const merged: Versions = {
    latest: own.latest,
    versions: [...own.versions, ...versions].toSorted((a, b) => newestFirst(a.version, b.version)),
    chunks: [...own.chunks, ...chunks],
  };
  await writeFile(listFile, `${JSON.stringify(merged, null, 2)}\n`);
  const names = versions.map(({ version }) => version).join(', ') || 'no earlier version';
  return `taken over from ${origin}: ${names}, and ${chunks.length} parts of earlier builds`;
}

/** The list of the first origin that has one. */
async function found(origins: readonly string[]): Promise<{ origin: string; theirs: Versions }> {
  const failures: string[] = [];
  for (const origin of origins) {
    try {
      const answer = await fetched(origin, '/embed/versions.json', 'json');
      return { origin, theirs: versionsFile.parse(JSON.parse(answer.toString('utf8'))) };
    } catch (error) {
      failures.push(
        error instanceof Unreachable ? error.message : `${origin}/embed/versions.json has another form`,
      );
    }
  }
  throw new CannotCarryOver(lost(failures.join('; ') || 'its address is not known'));
}

/** A file as the service has it; one with a hash only if it is the very file. */
async function take(assets: string, origin: string, file: string, integrity?: string): Promise<void> {
  const content = await fetched(origin, file, 'javascript').catch((error: Error) => {
    throw new CannotCarryOver(lost(error.message));
  });
  if (integrity && `sha384-${createHash('sha384').update(content).digest('base64')}` !== integrity)
    throw new CannotCarryOver(lost(`${origin}${file} isn’t what versions.json says it is`));
  const target = join(assets, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

class Unreachable extends Error {}

/** The bytes, if they are of this type: whatever stands in front of a service may answer with a page of its own. */
async function fetched(origin: string, path: string, type: string): Promise<Buffer> {
  const address = new URL(path, origin).href;
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`answers ${response.status}`);
    const given = response.headers.get('Content-Type') ?? 'no type';
    if (!given.includes(type)) throw new Error(`answers with ${given}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    const { message, cause } = error as Error;
    throw new Unreachable(`${address}: ${cause instanceof Error ? cause.message : message}`);
  }
}

const lost = (why: string): string =>
  `the files of earlier versions can’t be taken over from the running service.
  ${why}
Without them pages that pin an earlier version, or that are open now, lose their letterbox. Nothing was deployed. Either
  try again when the service answers, or name an address it is reached under: --url ORIGIN
  or give those pages up: --without-earlier`;

const isOut = (version: string, origin: string): string =>
  `version ${version} is out already with other contents (${origin}), and pages may have pinned its hash.
Nothing was deployed. Give this one another "version" in package.json.`;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const newestFirst = (a: string, b: string): number => b.localeCompare(a, 'en', { numeric: true });
