/**
 * Everything that anyone may read, from the routes themselves: a new one without a line here fails the tests that crawl it.
 * Tests of what is public, and of what leaks, ask the same list.
 */
import { app } from '../app.ts';

export interface World {
  tenant: string;
  /** Numbers of letters, published or not. */
  numbers: readonly string[];
  /** Cursors of the public list that were handed out once. */
  cursors: readonly string[];
  /** Files of letters, `<number>/files/<id>`, released or not. */
  files: readonly string[];
  /** A word to search for. */
  word: string;
}

interface Output {
  /** Whether it shows the words of a published letter. */
  shows: boolean;
  addresses: (world: World) => string[];
}

const q = encodeURIComponent;
const inTenant =
  (...paths: string[]) =>
  ({ tenant }: World): string[] =>
    paths.map((path) => `/v1/tenants/${tenant}${path}`);
const hosted =
  (...paths: string[]) =>
  ({ tenant }: World): string[] =>
    paths.map((path) => `/s/${tenant}${path}`);
const fixed = (...paths: string[]) => ({ shows: false, addresses: () => paths });
const words = (addresses: Output['addresses']): Output => ({ shows: true, addresses });
const figures = (addresses: Output['addresses']): Output => ({ shows: false, addresses });

const lists = ({ word, cursors }: World): string[] => [
  ...['', '?kind=inquiry', '?department=d01', `?q=${q(word)}`, `?q=${q(word)}&kind=inquiry`],
  ...cursors.map((cursor) => `?cursor=${cursor}`),
];
const more = (list: string, field: string): string => `${list}${list === '' ? '?' : '&'}${field}`;

/** By the pattern of its route. */
export const outputs: Record<string, Output> = {
  '/healthz': fixed('/healthz'),
  '/openapi.json': fixed('/openapi.json'),
  '/': fixed('/'),
  '/dev/outbox': fixed('/dev/outbox'),
  '/dev/outbox/:id{[0-9]+}': fixed('/dev/outbox/1'),
  '/dev/outbox/:id{[0-9]+}/html': fixed('/dev/outbox/1/html'),
  '/docs/style.css': fixed('/docs/style.css'),
  '/docs': fixed('/docs', '/docs?lang=en'),
  '/docs/problems': fixed('/docs/problems'),
  '/v1/tenants/:tenant': figures(inTenant('', '?lang=en')),
  '/v1/tenants/:tenant/charts': figures(inTenant('/charts')),
  '/v1/tenants/:tenant/challenge': figures(inTenant('/challenge')),
  '/v1/tenants/:tenant/letters': words((world) =>
    lists(world).flatMap((list) => inTenant(`/letters${list}`, `/letters${more(list, 'limit=50')}`)(world)),
  ),
  '/v1/tenants/:tenant/letters/:number': words((world) =>
    world.numbers.flatMap((number) =>
      inTenant(`/letters/${number}`, `/letters/${number.toLowerCase()}`)(world),
    ),
  ),
  '/v1/tenants/:tenant/letters/:number/files/:id': words((world) =>
    world.files.flatMap((file) => inTenant(`/letters/${file}`)(world)),
  ),
  '/v1/tenants/:tenant/stats': figures(inTenant('/stats', '/stats?department=d01')),
  '/v1/tenants/:tenant/badge.svg': figures(inTenant('/badge.svg', '/badge.svg?metric=days&lang=en')),
  '/v1/tenants/:tenant/badge.json': figures(inTenant('/badge.json')),
  '/v1/tenants/:tenant/feed.atom': words(inTenant('/feed.atom', '/feed.atom?lang=en')),
  '/v1/tenants/:tenant/feed.json': words(inTenant('/feed.json', '/feed.json?lang=en')),
  '/v1/tenants/:tenant/notices': figures(inTenant('/notices')),
  // Of a jurisdiction that the tests publish, or none: figures and the tenants' own words, never a letter's.
  '/v1/bulletins/:id/:format': fixed(`/v1/bulletins/${'a'.repeat(32)}/html`),
  '/v1/ranking': fixed('/v1/ranking?jurisdiction=42', '/v1/ranking?jurisdiction=4208&lang=en'),
  '/ranking': fixed('/ranking', '/ranking?jurisdiction=42&lang=en'),
  '/embed/v1/:script{[a-z0-9-]+\\.js}': figures(({ tenant }) => [`/embed/v1/${tenant}.js`]),
  '/embed/v1/:tenant/chunks/:chunk{[A-Za-z0-9._-]+\\.js}': figures(({ tenant }) => [
    `/embed/v1/${tenant}/chunks/a.js`,
  ]),
  '/s': fixed('/s', '/s?lang=en&elder=1'),
  '/s/': fixed('/s/'),
  '/s/:style{style\\.[0-9a-f]{8}\\.css}': fixed('/s/style.00000000.css'),
  '/s/:tenant/': figures(hosted('/')),
  '/s/:tenant': words((world) =>
    lists(world).flatMap((list) => hosted(list, more(list, 'lang=en&elder=1'))(world)),
  ),
  '/s/:tenant/letters/:number': words((world) =>
    world.numbers.flatMap((number) => hosted(`/letters/${number}`, `/letters/${number}?lang=en`)(world)),
  ),
  '/s/:tenant/stats': figures(hosted('/stats', '/stats?period=month&lang=en')),
  '/s/:tenant/notices': figures(hosted('/notices')),
  '/s/:tenant/write': figures(hosted('/write', '/write?kind=help')),
  '/s/:tenant/unsubscribe': figures(hosted('/unsubscribe')),
  '/s/:tenant/track': figures((world) =>
    world.numbers.flatMap((number) => hosted(`/track?number=${number}`)(world)),
  ),
};

/** For those who have signed in or hold a key: to others they answer with a refusal. */
const closed = /^\/v1\/(staff|central|operator|auth|letters|tenants\/:tenant\/uploads)\//;

/** Every address that a GET is answered at, by its pattern. */
export const patterns = [
  ...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
];
export const closedPatterns = patterns.filter((pattern) => closed.test(pattern));
export const openPatterns = patterns.filter((pattern) => !closed.test(pattern));

/** A body as text, whatever it is: bytes that are none stand for themselves. */
export const textOf = async (answer: Response): Promise<string> =>
  new TextDecoder().decode(await answer.arrayBuffer());

export const addressesOf = (world: World): [address: string, pattern: string][] =>
  Object.entries(outputs).flatMap(([pattern, { addresses }]) =>
    addresses(world).map((address): [string, string] => [address, pattern]),
  );
