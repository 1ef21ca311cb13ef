/**
 * One decision about what is public (`isPublic`), and everything that anyone may read follows it: at once where it was taken,
 * everywhere within a minute. The outputs are found in the routes (public-outputs.ts), so that none can be forgotten.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FeedPage, Receipt } from '../../contract/letters.ts';
import { isPublic } from '../letters/public.view.ts';
import { jpeg } from '../attachments/test/fixtures.ts';
import { upload } from '../attachments/test/uploads.ts';
import { aMember, aTenant, call, fromAnywhere, send, solved, testEnv } from './app.ts';
import { Cdn, DataCentre } from './data-centre.ts';
import { addressesOf, closedPatterns, openPatterns, outputs, textOf, type World } from './public-outputs.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type By = Record<string, string>;
/** One in each released text; none is in an address. */
const marks = ['玉簪花标题', '玉簪花正文', '玉簪花答复'];
const word = '路灯';
const second = 1000;

const marked = (text: string): string[] => marks.filter((mark) => text.includes(mark));

async function command(by: By, number: string, name: string, json: unknown): Promise<void> {
  const answer = await call(`/v1/staff/letters/${number}/${name}`, { headers: by, json });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

async function asWriter({ number, accessKey }: Receipt, path: string, json: unknown): Promise<void> {
  const headers = { Authorization: `Letter ${accessKey}`, ...fromAnywhere() };
  const answer = await call(`/v1/letters/${number}/${path}`, { headers, json });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function answered(by: By, tenant: string, body: string, uploads: unknown[] = []): Promise<Receipt> {
  const receipt = await send(tenant, { department: 'd01', uploads });
  await command(by, receipt.number, 'accept', { department: 'd01' });
  await command(by, receipt.number, 'reply', { type: 'final', body, outcome: 'resolved' });
  return receipt;
}

const release = (
  by: By,
  { number }: Receipt,
  [title, body, reply]: readonly string[],
  files: string[] = [],
) =>
  command(by, number, 'publish', {
    files,
    title: `${word}坏了 ${title}`,
    body: `门前的${word}不亮。${body}`,
    reply: `${word}已经修好。${reply}`,
  });

interface Scene {
  world: World;
  by: By;
  /** Published, with a mark in each text. */
  letter: Receipt;
}

/** A tenant with a marked letter, which stands on the second page of a list, and a plain one. */
async function aScene(): Promise<Scene> {
  const tenant = await aTenant();
  const by = await aMember('coordinator', tenant);
  const sent = await Promise.all(
    [320, 640].map((width) =>
      upload(`/v1/tenants/${tenant}/uploads`, jpeg({ width })).then(({ given }) => given),
    ),
  );
  const letter = await answered(by, tenant, '路灯已经修好,请放心。', sent);
  await release(by, letter, marks, [sent[0]!.id]);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + second);
  const other = await answered(by, tenant, '路灯也已经修好,请放心。');
  await release(by, other, ['一', '二', '三']);
  const page = await (await call(`/v1/tenants/${tenant}/letters?limit=1`)).json<FeedPage>();
  const files = sent.map(({ id }) => `${letter.number}/files/${id}`);
  const numbers = [letter.number, other.number];
  const world = { tenant, word, numbers, files, cursors: [page.nextCursor!] };
  expect(page.items[0]!.number).toBe(other.number);
  return { world, by, letter };
}

interface Read {
  address: string;
  pattern: string;
  status: number;
  text: string;
  etag: string | null;
}

type Ask = (path: string) => Promise<Response>;

async function crawl(world: World, ask: Ask, among = addressesOf(world)): Promise<Read[]> {
  const reads: Read[] = [];
  for (const [address, pattern] of among) {
    const answer = await ask(address);
    const { status, headers } = answer;
    reads.push({ address, pattern, status, text: await textOf(answer), etag: headers.get('etag') });
  }
  return reads;
}

/** A released file, which has no words, is shown where it is there. */
const shows = ({ pattern, status, text }: Read): boolean =>
  pattern.endsWith('/files/:id') ? status === 200 : marked(text).length > 0;
const showing = (reads: readonly Read[]): string[] => reads.filter(shows).map(({ address }) => address);

it('every address that anyone may read is in the table, and the others answer strangers with a refusal', async () => {
  expect(openPatterns.filter((pattern) => !outputs[pattern])).toEqual([]);
  expect(Object.keys(outputs).filter((pattern) => !openPatterns.includes(pattern))).toEqual([]);
  const document = await (await call('/openapi.json')).json<{ paths: Record<string, object> }>();
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    'get' in methods ? [path.replaceAll(/\{(\w+)\}/g, ':$1')] : [],
  );
  expect(described.filter((path) => !openPatterns.includes(path) && !closedPatterns.includes(path))).toEqual(
    [],
  );
  const open: string[] = [];
  for (const pattern of closedPatterns) {
    const { status } = await call(pattern.replaceAll(/:\w+|\*/g, 'x'));
    if (![401, 403, 404].includes(status)) open.push(`${pattern}: ${status}`);
  }
  expect(open).toEqual([]);
});

describe('a published letter', () => {
  it('is read wherever the table says so, and nowhere else', async () => {
    const { world, letter } = await aScene();
    const reads = await crawl(world, call);
    expect(reads.filter(({ status }) => status >= 500)).toEqual([]);
    for (const [pattern, output] of Object.entries(outputs)) {
      const shown = showing(reads.filter((read) => read.pattern === pattern));
      expect([pattern, shown.length > 0]).toEqual([pattern, output.shows]);
    }
    expect(showing(reads).filter((address) => address.includes('/files/'))).toEqual([
      `/v1/tenants/${world.tenant}/letters/${world.files[0]}`,
    ]);
    const whole = reads.filter(({ address }) => address.endsWith(`/letters/${letter.number}`));
    for (const { text } of whole) expect(marked(text)).toEqual(marks);
  });
});

/** How a published letter ends being public. */
const ends: [name: string, end: (scene: Scene) => Promise<void>][] = [
  ['its writer takes consent back', ({ letter }) => asWriter(letter, 'consent', { publish: false })],
  ['it is taken down', ({ by, letter }) => command(by, letter.number, 'take-down', { grounds: 'privacy' })],
  ['it is erased', ({ by, letter }) => command(by, letter.number, 'erase', { reason: '依法删除' })],
];

describe.each(ends)('when %s', (name, end) => {
  async function closed(): Promise<Scene> {
    const scene = await aScene();
    await asWriter(scene.letter, 'ratings', { level: 5, solved: 'yes' });
    return scene;
  }

  it('nothing shows it in the same data centre at once, not by an old cursor, nor by an old ETag', async () => {
    const scene = await closed();
    const { world, letter } = scene;
    const home = new DataCentre();
    const before = await crawl(world, (path) => home.ask(path));
    const shown = before.filter(shows);
    expect(shown.length).toBeGreaterThan(20);
    vi.stubGlobal('caches', { default: home['cache'] });
    await end(scene);
    vi.unstubAllGlobals();
    const after = await crawl(world, (path) => home.ask(path));
    expect(showing(after)).toEqual([]);
    const named = after.filter(
      ({ pattern, text }) => !pattern.includes(':number') && text.includes(letter.number),
    );
    expect(named.map(({ address }) => address)).toEqual([`/s/${world.tenant}/track?number=${letter.number}`]);
    for (const { address, etag } of shown) {
      const { status } = await home.ask(address, { headers: { 'If-None-Match': etag! } });
      expect([address, status === 304]).toEqual([address, false]);
    }
  }, 60_000);

  it('nothing shows it anywhere after a minute, whatever another data centre and a CDN had kept', async () => {
    const scene = await closed();
    const { world } = scene;
    const foreign = new DataCentre();
    const start = Date.now();
    const at = (seconds: number) => vi.spyOn(Date, 'now').mockReturnValue(start + seconds * second);
    at(0);
    const before = await crawl(world, (path) => foreign.ask(path));
    // Elsewhere: this data centre is told nothing.
    await end(scene);
    // Each fetched what it keeps at another moment: one of them at the last at which this data centre knew no better.
    const moments = [0, 12, 24, 36, 48, 59];
    // One of each route: they share how they are kept.
    const shown = [...new Map(before.filter(shows).map((read) => [read.pattern, read.address]))].map(
      ([pattern, address]): [string, string] => [address, pattern],
    );
    const cdns: Cdn[] = [];
    const old: string[][] = [];
    for (const seconds of moments) {
      at(seconds);
      const cdn = new Cdn(foreign);
      cdns.push(cdn);
      old.push(showing(await crawl(world, (path) => cdn.ask(path), shown)));
    }
    // Files are kept by no data centre: they are gone at once.
    const kept = shown.map(([address]) => address).filter((address) => !address.includes('/files/'));
    expect(old[0]).toEqual(kept);
    expect(kept.length).toBeGreaterThan(5);
    at(60);
    expect(showing(await crawl(world, (path) => foreign.ask(path)))).toEqual([]);
    for (const cdn of cdns) expect(showing(await crawl(world, (path) => cdn.ask(path), shown))).toEqual([]);
    for (const { address, etag } of before.filter(shows)) {
      const { status } = await foreign.ask(address, { headers: { 'If-None-Match': etag! } });
      expect([address, status === 304]).toEqual([address, false]);
    }
  }, 60_000);

  it('readers can’t join or judge it any more, and every figure is what it was', async () => {
    const scene = await closed();
    const { tenant } = scene.world;
    const figures = async () => (await call(`/v1/tenants/${tenant}/stats`)).json();
    const received = async () =>
      (await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>()).counts.received;
    const before = [await figures(), await received()];
    await end(scene);
    expect([await figures(), await received()]).toEqual(before);
    for (const [path, json] of [
      ['endorsements', {}],
      ['verdicts', { answers: true }],
    ] as const) {
      const answer = await call(`/v1/tenants/${tenant}/letters/${scene.letter.number}/${path}`, {
        headers: fromAnywhere(),
        json: { ...json, challenge: await solved(tenant) },
      });
      expect([name, answer.status]).toEqual([name, 404]);
    }
  });
});

it('a letter that is withheld is never shown', async () => {
  const { world, by } = await aScene();
  const kept = await answered(by, world.tenant, '玉簪花答复,请放心。');
  await command(by, kept.number, 'withhold', { grounds: 'privacy' });
  const reads = await crawl({ ...world, numbers: [kept.number], files: [] }, call);
  const shown = reads.filter(
    ({ pattern, text }) => pattern !== '/s/:tenant/track' && text.includes(kept.number),
  );
  // Its page, asked for by its number, says that there is nothing.
  expect(shown.map(({ status }) => status)).toEqual([404, 404]);
});

it('consent given again shows nothing by itself, and everything when an officer releases it again', async () => {
  const { world, by, letter } = await aScene();
  const before = showing(await crawl(world, call));
  await asWriter(letter, 'consent', { publish: false });
  await asWriter(letter, 'consent', { publish: true });
  expect(showing(await crawl(world, call))).toEqual([]);
  await release(by, letter, marks, [world.files[0]!.split('/').at(-1)!]);
  expect(showing(await crawl(world, call))).toEqual(before);
});

it('the indexes, the counts and the search say the same as the one decision', async () => {
  const db = testEnv.LETTERS_0;
  const { results: indexes } = await db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name LIKE 'letter_feed%'")
    .all<{ name: string; sql: string }>();
  expect(indexes).toHaveLength(3);
  const conditions = indexes.map(({ sql }) => /WHERE (.+)$/s.exec(sql)![1]!);
  for (const status of ['none', 'published', 'withheld', 'taken_down'] as const) {
    for (const consent of [true, false]) {
      const [row] = (
        await db
          .prepare(
            `SELECT ${conditions.map((condition, at) => `(${condition}) AS i${at}`).join(', ')} FROM (SELECT ? AS release, ? AS consent)`,
          )
          .bind(status, Number(consent))
          .all<Record<string, number>>()
      ).results;
      const expected = Number(isPublic({ release: status, consent }));
      expect([status, consent, ...Object.values(row!)]).toEqual([
        status,
        consent,
        ...conditions.map(() => expected),
      ]);
    }
  }
  const { results: rows } = await db
    .prepare('SELECT tenant, release, consent, search_id, public_title FROM letter')
    .all<{
      tenant: string;
      release: 'none';
      consent: number;
      search_id: number | null;
      public_title: string | null;
    }>();
  expect(rows.length).toBeGreaterThan(10);
  for (const { release: status, consent, search_id: indexed, public_title: text } of rows) {
    const shown = isPublic({ release: status, consent: consent === 1 });
    expect([status, consent, indexed !== null, text !== null]).toEqual([status, consent, shown, shown]);
  }
  const { results: tallies } = await db
    .prepare('SELECT tenant, published FROM tally')
    .all<{ tenant: string; published: number }>();
  for (const { tenant, published } of tallies) {
    const own = rows.filter((row) => row.tenant === tenant);
    const shown = own.filter(({ release: status, consent }) =>
      isPublic({ release: status, consent: consent === 1 }),
    );
    expect([tenant, published]).toEqual([tenant, shown.length]);
  }
});
