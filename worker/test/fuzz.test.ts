/**
 * Whatever anybody sends to any operation: never a 5xx, every refusal a problem, every answer as the OpenAPI document says,
 * and nothing half-written behind it. `HUIXIN_FUZZ_SEED` chooses other requests; a failure names the seed and the request.
 */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import { chinaCalendar, defaultRules } from '../../core/index.ts';
import { faultsIn, queries, type Row, type Shard } from '../../test/crash/consistency.ts';
import { app } from '../app.ts';
import { jpeg } from '../attachments/test/fixtures.ts';
import { begin, sendFile } from '../attachments/test/uploads.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, origin, solved, testEnv } from './app.ts';
import {
  careful,
  careless,
  hostile,
  operationsOf,
  type ApiDocument,
  type Asked,
  type Operation,
  type World,
} from './fuzz-requests.ts';
import { misfit, nasty, type Schemas } from './fuzz-schema.ts';

const asked = Number((testEnv as unknown as Record<string, string>)['FUZZ_SEED'] || 20_260_101);
const requestsInAll = 10_000;
let requests = 0;
const statuses = new Map<number, number>();
let schemas: Schemas = {};
let operations: Operation[] = [];
let world: World;

beforeAll(async () => {
  const tenant = await aTenant();
  const document = await (await call('/openapi.json')).json<ApiDocument>();
  schemas = document.components.schemas;
  operations = operationsOf(document);
  const coordinator = await aMember('coordinator', tenant);
  const member = await testEnv.DIRECTORY.prepare('SELECT id FROM member WHERE tenant = ?')
    .bind(tenant)
    .first<{ id: string }>();
  world = {
    tenant,
    people: {
      nobody: {},
      officer: await aMember('officer', tenant, ['d01']),
      coordinator,
      central: await aMember('central', null, [], '42'),
      operator: { Authorization: `Bearer ${testEnv.OPERATOR_TOKEN}` },
    },
    letters: [],
    memberId: member!.id,
    uploads: [],
    challenges: [await solved(tenant), await solved(tenant), 'eyJ9', btoa('{"challenge":{},"solution":{}}')],
  };
}, 60_000);

/** Letters in several states, so that commands find something to do. */
async function freshLetters(): Promise<void> {
  // Somebody may have suspended the tenant or closed its departments.
  await testEnv.DIRECTORY.batch([
    testEnv.DIRECTORY.prepare('UPDATE tenant SET suspended_at = NULL, suspended_for = NULL'),
    testEnv.DIRECTORY.prepare('UPDATE department SET closed_at = NULL'),
  ]);
  const headers = world.people['coordinator']!;
  const body = { kind: 'help', title: '窗口来信', body: '来人口述:小区停水三天了。', channel: 'counter' };
  const reply = { type: 'final', body: '经查已经恢复供水,如有疑问请致电。', outcome: 'explained' };
  const steps: [string, unknown][] = [
    ['accept', { department: 'd01' }],
    ['reply', reply],
    ['publish', { title: '标题文字', body: '正文文字' }],
  ];
  const fresh = await Promise.all(
    [0, 1, 2, 3].map(async (reached) => {
      const json = { ...body, department: 'd01', publish: true, contact: { phone: '13800001111' } };
      const letter = await (
        await call('/v1/staff/letters', { headers, json })
      ).json<{ number: string; accessKey: string }>();
      for (const [name, json] of steps.slice(0, reached))
        await call(`/v1/staff/letters/${letter.number}/${name}`, { headers, json });
      return letter;
    }),
  );
  world.letters = [...fresh, ...world.letters.slice(0, 4)];
  const start = `/v1/tenants/${world.tenant}/uploads`;
  const { begun } = await sendFile(start, jpeg());
  world.uploads = [begun, await begin(start, 400)].map(({ id, key }) => ({ id, key }));
}

async function send({ method, path, headers, body }: Asked): Promise<Response> {
  const every = { ...fromAnywhere(), ...(method === 'GET' ? {} : { 'Idempotency-Key': newKey() }) };
  requests += 1;
  const init = { method, headers: { ...every, ...headers }, redirect: 'manual', body } as const;
  const context = createExecutionContext();
  const answer = await app.fetch(new Request(`${origin}${path}`, init), testEnv, context);
  await waitOnExecutionContext(context);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  return answer;
}

/** What is wrong with an answer; null where nothing is. */
async function faultOf(answer: Response, answers: Operation['answers'] | null): Promise<string | null> {
  const { status } = answer;
  const type = answer.headers.get('content-type') ?? '';
  const said = await answer.text();
  if (status >= 500) return `${status} ${said.slice(0, 200)}`;
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return `${status} as ${type}: ${said.slice(0, 200)}`;
    const problem = JSON.parse(said) as Partial<Problem>;
    const whole = problem.code && problem.requestId && problem.detail && problem.status === status;
    return whole ? null : `${status} ${said.slice(0, 200)}`;
  }
  if (!answers || !type.startsWith('application/json')) return null;
  const schema = answers[status];
  if (schema === undefined) return `${status} is not in the document`;
  const fault = schema && misfit(schema, JSON.parse(said), schemas);
  return fault && `${status} ${fault}`;
}

type Kind = (world: World, operation: Operation, schemas: Schemas) => fc.Arbitrary<Asked>;

/** Asks every operation many times; answers the first complaint about each, with the smallest request that causes it. */
async function complaints(kind: Kind): Promise<string[]> {
  const found: string[] = [];
  const numRuns = Math.ceil(requestsInAll / (3 * operations.length));
  for (const [at, operation] of operations.entries()) {
    // Operations on letters use them up; the others go by what is there.
    if (operation.path.includes('/letters/') || operation.path.includes('upload') || at % 10 === 0)
      await freshLetters();
    const property = fc.asyncProperty(kind(world, operation, schemas), async (request) => {
      const fault = await faultOf(await send(request), operation.answers);
      if (fault) throw new Error(fault);
    });
    const outcome = await fc.check(property, { numRuns, seed: asked });
    if (outcome.failed)
      found.push(
        `${operation.method} ${operation.path}: ${(outcome.errorInstance as Error).message} (seed ${asked})\n` +
          JSON.stringify(outcome.counterexample).slice(0, 600),
      );
  }
  return found;
}

const timeout = 240_000;

describe('every operation answers as documented, or refuses with a problem,', () => {
  it(
    'when it is asked as the document says',
    async () => expect(await complaints(careful)).toEqual([]),
    timeout,
  );
  it('when one thing is wrong', async () => expect(await complaints(careless)).toEqual([]), timeout);
  it('when nothing is as it should be', async () => expect(await complaints(hostile)).toEqual([]), timeout);
});

describe('pages and sign-in', () => {
  const paths = (tenant: string) => [
    ...['', '/stats', '/notices', '/write', '/track', '/letters/x'].map((path) => `/s/${tenant}${path}`),
    ...[
      '/v1/auth/sign-in/email',
      '/v1/auth/two-factor/verify-totp',
      '/v1/auth/session',
      '/v1/auth/x',
      '/v1/x',
      '/s',
    ],
  ];
  it(
    'never break, whatever a form or an address holds',
    async () => {
      const form = fc.dictionary(
        fc.constantFrom(
          'kind',
          'title',
          'body',
          'number',
          'key',
          'token',
          'publish',
          'q',
          'cursor',
          'email',
          'password',
          'from',
          'to',
          'asOf',
          'lang',
        ),
        nasty,
      );
      const property = fc.asyncProperty(
        fc.nat(),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
        form,
        fc.boolean(),
        nasty,
        async (at, method, fields, inJson, tenant) => {
          const all = paths(at % 3 === 0 ? encodeURIComponent(tenant.toWellFormed()) : world.tenant);
          const query = new URLSearchParams(fields).toString();
          const answer = await send({
            who: 'nobody',
            method,
            path: `${all[at % all.length]}?${query}`,
            headers: {
              Origin: origin,
              'Content-Type': inJson ? 'application/json' : 'application/x-www-form-urlencoded',
            },
            body: ['GET', 'HEAD'].includes(method) ? null : inJson ? JSON.stringify(fields) : query,
          });
          await answer.body?.cancel();
          if (answer.status >= 500) throw new Error(String(answer.status));
        },
      );
      await fc.assert(property, { numRuns: 600, seed: asked });
    },
    timeout,
  );
});

describe('after all of it', () => {
  it('no letter is half-written, no number doubled or skipped, and the index is what is published', async () => {
    const read = async ([name, sql]: [string, string]) => [
      name,
      (await testEnv.LETTERS_0.prepare(sql).all<Row>()).results,
    ];
    const shard = Object.fromEntries(await Promise.all(Object.entries(queries).map(read))) as Shard;
    const policy = {
      rules: defaultRules,
      calendar: chinaCalendar,
      timeZone: 'Asia/Shanghai',
      departments: [],
    };
    expect(faultsIn(shard, (tenant) => (tenant === world.tenant ? policy : null))).toEqual([]);
    expect(shard.letters.length).toBeGreaterThan(100);
  });

  it('at least 10,000 requests were sent', () => expect(requests).toBeGreaterThanOrEqual(requestsInAll));
});

afterAll(() => console.log(`${requests} requests, seed ${asked}:`, JSON.stringify([...statuses].sort())));
