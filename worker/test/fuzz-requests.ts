/** Requests for the fuzz: each operation of the OpenAPI document as somebody careful, careless or hostile would send it. */
import fc from 'fast-check';
import { nasty, nearly, valueOf, type Hints, type Schema, type Schemas } from './fuzz-schema.ts';

export interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: Schema; required?: boolean }[];
  body: Schema | null;
  /** The schema of a JSON answer by status. */
  answers: Record<string, Schema | null>;
}

interface DocumentOperation {
  parameters?: Operation['parameters'];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
export interface ApiDocument {
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { schemas: Schemas };
}

export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
      answers: Object.fromEntries(
        Object.entries(responses).map(([status, { content }]) => [
          status,
          content?.['application/json']?.schema ?? null,
        ]),
      ),
    })),
  );
}

/** What there is to ask about, and who asks. */
export interface World {
  tenant: string;
  people: Record<string, Record<string, string>>;
  letters: { number: string; accessKey: string }[];
  memberId: string;
  /** Under way, and complete. */
  uploads: { id: string; key: string }[];
  challenges: string[];
}

export interface Asked {
  who: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** Who asks: everybody in turn, the writer with the key of the very letter. */
const peopleOf = (world: World) =>
  fc.constantFrom(...Object.keys(world.people), 'writer', 'writer', 'uploader');

const headersOf = (world: World, who: string, { number = '', id = '' }: Values): Record<string, string> => {
  if (who === 'uploader')
    return { Authorization: `Upload ${world.uploads.find((one) => one.id === id)?.key ?? 'x'.repeat(32)}` };
  if (who !== 'writer') return world.people[who]!;
  const letter = world.letters.find((one) => one.number === number) ?? world.letters[0]!;
  return { Authorization: `Letter ${letter.accessKey}` };
};

export function hintsOf(world: World): Hints {
  return {
    tenant: [world.tenant],
    department: ['d01', 'd02', 'd99', 'unassigned'],
    into: world.letters.map(({ number }) => number),
    number: world.letters.map(({ number }) => number),
    id: [world.memberId, ...world.uploads.map(({ id }) => id)],
    uploads: [[], ...world.uploads.map((one) => [one]), world.uploads],
    files: [[], ...world.uploads.flatMap((one) => [[one], [one.id], [{ id: one.id }]])],
    bytes: [300, 5, 262_145],
    part: [1, 2],
    cursor: [
      '',
      'MQ',
      'MS4y',
      btoa('1.2'),
      btoa('-1.5'),
      btoa('NaN.1'),
      btoa('9007199254740993.0'),
      btoa('1.2.3'),
      `${btoa('1')}.x`,
    ],
    challenge: world.challenges,
    website: ['', 'https://spam.test'],
    'idempotency-key': ['0123456789012345678901', 'x'],
    outcome: ['promised'],
    promisedFor: ['9999-12-31', '2030-01-01'],
    email: ['somebody@example.test', ''],
  };
}

type Values = Record<string, string | undefined>;

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const inAddress = (value: string): string => encodeURIComponent(value.toWellFormed());
const inHeader = (value: string): string => value.replaceAll(/[^\u0020-\u007e]/g, '').trim();

function assemble(
  world: World,
  operation: Operation,
  who: string,
  values: Values,
  raw: Pick<Asked, 'body'> & { headers: Record<string, string>; encode?: (value: string) => string },
): Asked {
  const encode = raw.encode ?? inAddress;
  const given = operation.parameters.filter(({ name }) => values[name] !== undefined);
  const query = given
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => `${name}=${encode(values[name]!)}`);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(values[name] ?? ''));
  const own = given.filter((parameter) => parameter.in === 'header');
  return {
    who,
    method: operation.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers: {
      ...headersOf(world, who, values),
      ...Object.fromEntries(own.map(({ name }) => [name, inHeader(values[name]!)])),
      ...raw.headers,
    },
    body: operation.method === 'GET' ? null : raw.body,
  };
}

const json = { 'Content-Type': 'application/json' };

function valuesFor(world: World, { parameters }: Operation, schemas: Schemas, strange: boolean) {
  const hints = hintsOf(world);
  const fields = parameters.map(({ name, schema, required }) => {
    const known = hints[name];
    const value = valueOf(schema, schemas, hints).map(text);
    const usual = known
      ? fc.oneof({ arbitrary: fc.constantFrom(...known.map(text)), weight: 4 }, value)
      : value;
    const given = strange ? fc.oneof({ arbitrary: usual, weight: 3 }, nasty) : usual;
    return [name, required ? given : fc.option(given, { nil: undefined, freq: 1 })] as const;
  });
  return fc.record(Object.fromEntries(fields)) as fc.Arbitrary<Values>;
}

/** As the document says. */
export function careful(world: World, operation: Operation, schemas: Schemas): fc.Arbitrary<Asked> {
  const body = operation.body ? valueOf(operation.body, schemas, hintsOf(world)) : fc.constant(null);
  return fc
    .tuple(peopleOf(world), valuesFor(world, operation, schemas, false), body)
    .map(([who, values, sent]) =>
      assemble(world, operation, who, values, { headers: json, body: JSON.stringify(sent) }),
    );
}

/** One thing wrong in the body, or a strange value in the address. */
export function careless(world: World, operation: Operation, schemas: Schemas): fc.Arbitrary<Asked> {
  const body = operation.body ? nearly(valueOf(operation.body, schemas, hintsOf(world))) : fc.constant({});
  return fc
    .tuple(peopleOf(world), valuesFor(world, operation, schemas, true), body)
    .map(([who, values, sent]) =>
      assemble(world, operation, who, values, { headers: json, body: JSON.stringify(sent) }),
    );
}

const broken = fc.constantFrom(
  ...[
    '',
    '{',
    '}',
    'null',
    '[]',
    '""',
    '0',
    'true',
    '1e999',
    '{"a":1}x',
    '\ufeff{}',
    '{"__proto__":{"a":1}}',
    '\u0000',
  ],
  ...[
    '['.repeat(20_000),
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    '{"a":'.repeat(5000),
    `"${'x'.repeat(300_000)}"`,
  ],
  ...[
    '{"title":"\\ud800","body":"\\udfff\\u0000"}',
    '{"a":1,"a":2}',
    '--x\r\n\r\n--x--',
    'a=1&b=%ZZ',
    '{"rows":[null,1,"",[]]}',
  ],
);
const types = fc.constantFrom(
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/x-www-form-urlencoded',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/problem+json',
    ';',
    'a'.repeat(2000),
  ],
);
const addresses = fc.oneof(
  nasty.map((value) => encodeURIComponent(value.toWellFormed())),
  fc.constantFrom(
    '%',
    '%00',
    '%2F',
    '%2e%2e%2f',
    '%E0%A4%A',
    '%ud800',
    '%F0%28',
    'a%0d%0ab',
    '..',
    '.',
    '~',
    'x'.repeat(5000),
  ),
);
const strangeHeaders = fc.dictionary(
  fc.constantFrom(
    ...['Accept-Language', 'Idempotency-Key', 'Cookie', 'X-Forwarded-For', 'If-None-Match', 'Accept', 'Host'],
    ...[
      'Authorization',
      'Origin',
      'Range',
      'X-Request-Id',
      'Forwarded',
      'X-HTTP-Method-Override',
      'Accept-Encoding',
    ],
  ),
  fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 40 }).map(inHeader),
    fc.constantFrom(
      ...[
        'Bearer',
        'Bearer x',
        `Bearer ${'a'.repeat(200)}`,
        'Letter',
        'Letter 0000-0000-0000-0000-0000',
        'Basic Og==',
      ],
      ...[
        'null',
        'https://evil.test',
        'https://letters.test',
        'x'.repeat(9000),
        '*',
        'W/"',
        'q=;;;,',
        'bytes=0-',
      ],
      ...[
        'better-auth.session_token=x.y',
        '__Secure-better-auth.session_token=%',
        '127.0.0.1, ::1',
        'en;q=0,zh;q=9',
      ],
    ),
  ),
  { maxKeys: 4 },
);

/** Nothing as it should be. */
export function hostile(world: World, operation: Operation, schemas: Schemas): fc.Arbitrary<Asked> {
  const values = valuesFor(world, operation, schemas, true);
  const segments = fc.array(fc.option(addresses, { freq: 1 }), { minLength: 4, maxLength: 4 });
  return fc
    .tuple(peopleOf(world), values, segments, strangeHeaders, types, broken)
    .map(([who, known, strange, headers, type, body]) => {
      let at = 0;
      const encode = (value: string) => strange[at++ % strange.length] ?? inAddress(value);
      return assemble(world, operation, who, known, {
        headers: { 'Content-Type': type, ...headers },
        body,
        encode,
      });
    });
}
