import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryOver, type Versions } from './carry-over.ts';
import { freePort } from './processes.ts';

const TODAY = '2026-11-22';
const pinned = (version: string) => `/embed/${version}/huixin.js`;
const chunk = (name: string) => `/embed/chunks/${name}.js`;
const integrityOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const json = (value: unknown) => JSON.stringify(value);

/** What the running service serves: paths and their text. */
let served: Record<string, string>;
let type: (path: string) => string;
let server: Server;
let origin: string;
/** The new build: version 0.10.0 with the parts `same` and `new`. */
let assets: string;

beforeEach(async () => {
  served = {
    [pinned('0.9.0')]: 'nine',
    [pinned('0.2.0')]: 'two',
    [chunk('same-A')]: 'export {}',
    [chunk('old-B')]: 'old',
    [chunk('older-C')]: 'older',
    '/embed/versions.json': json({
      latest: '0.9.0',
      versions: ['0.9.0', '0.2.0'].map((version) => ({
        version,
        file: pinned(version),
        integrity: integrityOf(version === '0.9.0' ? 'nine' : 'two'),
      })),
      chunks: [
        { file: chunk('same-A'), since: null },
        { file: chunk('old-B'), since: null },
        { file: chunk('older-C'), since: '2026-10-23' },
        { file: chunk('gone-D'), since: '2026-10-22' },
      ],
    }),
  };
  type = (path) => (path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'application/json');
  server = createServer(({ url = '' }, response) => {
    const text = served[url];
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type(url) }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  assets = await mkdtemp(join(tmpdir(), 'huixin-carry-over-'));
  await put(pinned('0.10.0'), 'ten');
  await put('/embed/v1.js', 'ten, evergreen');
  await put(chunk('same-A'), 'export {}');
  await put(chunk('new-E'), 'new');
  await put('/embed/versions.json', json(own()));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(assets, { recursive: true });
});

const own = (): Versions => ({
  latest: '0.10.0',
  versions: [{ version: '0.10.0', file: pinned('0.10.0'), integrity: integrityOf('ten') }],
  chunks: ['new-E', 'same-A'].map((name) => ({ file: chunk(name), since: null })),
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(assets, path)), { recursive: true });
  await writeFile(join(assets, path), text);
}

const text = (path: string) => readFile(join(assets, path), 'utf8');
const list = async () => JSON.parse(await text('/embed/versions.json')) as Versions;
const theirs = () => JSON.parse(served['/embed/versions.json']!) as Versions;
const carry = (...origins: string[]) => carryOver(assets, origins.length ? origins : [origin], TODAY);

describe('a deploy', () => {
  test('keeps the one file of every earlier version and lists them, newest first', async () => {
    await carry();
    expect(await text(pinned('0.9.0'))).toBe('nine');
    expect(await text(pinned('0.2.0'))).toBe('two');
    expect(await text(pinned('0.10.0'))).toBe('ten');
    const { latest, versions } = await list();
    expect(latest).toBe('0.10.0');
    expect(versions.map(({ version }) => version)).toEqual(['0.10.0', '0.9.0', '0.2.0']);
    expect(versions.slice(1)).toEqual(theirs().versions);
  });

  test('keeps parts of earlier builds for thirty days from the deploy that did without them', async () => {
    await carry();
    expect((await readdir(join(assets, 'embed/chunks'))).toSorted()).toEqual(
      ['new-E', 'old-B', 'older-C', 'same-A'].map((name) => `${name}.js`),
    );
    expect((await list()).chunks).toEqual([
      { file: chunk('new-E'), since: null },
      { file: chunk('same-A'), since: null },
      { file: chunk('old-B'), since: TODAY },
      { file: chunk('older-C'), since: '2026-10-23' },
    ]);
  });

  test('never puts an earlier file in the place of a new one', async () => {
    served['/embed/v1.js'] = 'nine, evergreen';
    served[chunk('same-A')] = 'something else';
    await carry();
    expect(await text('/embed/v1.js')).toBe('ten, evergreen');
    expect(await text(chunk('same-A'))).toBe('export {}');
  });

  test('of the version that is out already, unchanged, goes on', async () => {
    served['/embed/versions.json'] = json({ ...theirs(), versions: own().versions });
    await carry();
    expect((await list()).versions).toEqual(own().versions);
  });

  test('of other contents under a version that is out is refused and told to take another version', async () => {
    const [version] = own().versions;
    served['/embed/versions.json'] = json({
      ...theirs(),
      versions: [{ ...version, integrity: integrityOf('other') }],
    });
    await expect(carry()).rejects.toThrow(/0\.10\.0 is out already.*\n.*"version" in package\.json/);
    expect(await list()).toEqual(own());
  });

  test('going back to an earlier version keeps the later one', async () => {
    served[pinned('0.11.0')] = 'eleven';
    served['/embed/versions.json'] = json({
      ...theirs(),
      latest: '0.11.0',
      versions: [{ version: '0.11.0', file: pinned('0.11.0'), integrity: integrityOf('eleven') }],
    });
    await carry();
    expect(await list()).toMatchObject({
      latest: '0.10.0',
      versions: [{ version: '0.11.0' }, { version: '0.10.0' }],
    });
  });

  test('asks the next address where one doesn’t answer', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    expect(await carry(nobody, origin)).toBe(
      `taken over from ${origin}: 0.9.0, 0.2.0, and 2 parts of earlier builds`,
    );
  });
});

describe('a deploy stops and says what to do', () => {
  const whatToDo = /try again.*--url ORIGIN\n.*--without-earlier/s;

  afterEach(async () => expect(await list()).toEqual(own()));

  test('where the service doesn’t answer, or no address is known', async () => {
    await expect(carry(`http://127.0.0.1:${await freePort()}`)).rejects.toThrow(whatToDo);
    await expect(carryOver(assets, [], TODAY)).rejects.toThrow(/address is not known.*--without-earlier/s);
  });

  test.each([
    ['the list is missing', () => delete served['/embed/versions.json'], /versions\.json: answers 404/],
    ['the list has another form', () => (served['/embed/versions.json'] = '{}'), /has another form/],
    ['a version is missing', () => delete served[pinned('0.2.0')], /0\.2\.0\/huixin\.js: answers 404/],
    ['a part is missing', () => delete served[chunk('old-B')], /old-B\.js: answers 404/],
    [
      'a version isn’t what it was',
      () => (served[pinned('0.2.0')] = 'two!'),
      /0\.2\.0\/huixin\.js isn’t what/,
    ],
    ['something in front answers instead', () => (type = () => 'text/html'), /answers with text\/html/],
  ])('where %s', async (_, change, why) => {
    change();
    const refused = await carry().catch((error: Error) => error.message);
    expect(refused).toMatch(why);
    expect(refused).toMatch(whatToDo);
  });

  test.each([
    [{ file: '/embed/chunks/../../../evil.js', since: null }],
    [{ file: '/embed/chunks/..%2fevil.js', since: null }],
    [{ file: '/embed/v1.js', since: null }],
    [{ file: chunk('a'), since: 'tomorrow' }],
  ])('where the list names %j', async (named) => {
    served['/embed/versions.json'] = json({ ...theirs(), chunks: [named] });
    await expect(carry()).rejects.toThrow(/has another form/);
  });

  test('where a version’s file isn’t the one of its name', async () => {
    const [first] = theirs().versions;
    served['/embed/versions.json'] = json({ ...theirs(), versions: [{ ...first, file: '/embed/v1.js' }] });
    await expect(carry()).rejects.toThrow(/has another form/);
  });
});
