/**
 * Random lives of two letters, lived twice: through the API, and by the rules alone. After every command both must say the
 * same, the reason of a refusal included. `HUIXIN_FUZZ_SEED` chooses other lives; a failure names the seed and the life,
 * as it was: to make a long one shorter would take many more.
 */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import {
  allowed,
  chinaCalendar,
  defaultRules,
  formatDeadline,
  type Actor,
  type LetterEvent,
  type Policy,
} from '../../core/index.ts';
import { faultsIn, queries, type Row, type Shard } from '../../test/crash/consistency.ts';
import { elapse } from '../letters/command.actions.ts';
import { directory } from '../platform/d1.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { aMember, aTenant, call, fromAnywhere, testEnv } from './app.ts';
import { arguments_, callNames, callOf, type Call, type CallName } from './model-commands.ts';
import { ask, letterOf, named, type Pair, type Result } from './model-letters.ts';

const seed = Number((testEnv as unknown as Record<string, string>)['FUZZ_SEED'] || 20_260_101);
const minute = 60_000;
const day = 1440;
const writer: Actor = { role: 'writer', id: null, departments: [] };
const system: Actor = { role: 'system', id: null, departments: [] };

interface Home {
  tenant: Tenant;
  policy: Policy;
  people: { actor: Actor; headers: Record<string, string> }[];
}
let homes: Home[] = [];

async function aPerson(role: 'officer' | 'coordinator', tenant: string, departments: string[]) {
  const headers = await aMember(role, tenant, departments);
  const { id } = await (await call('/v1/staff/session', { headers })).json<{ id: string }>();
  return { actor: { role, id, departments }, headers };
}

/** A tenant with two officers and two coordinators; in one of the two tenants replies need a second member's approval. */
async function aHome(signOff: boolean): Promise<Home> {
  const slug = await aTenant({ departments: ['市人社局', '市房管局', '市教育局'] });
  const rules = { ...defaultRules, signOff };
  await testEnv.DIRECTORY.prepare('UPDATE tenant_rules SET rules = ? WHERE tenant = ?')
    .bind(JSON.stringify(rules), slug)
    .run();
  const tenant = (await findTenant(directory(testEnv), { slug }))!;
  const departments = tenant.departments.map(({ id }) => id);
  return {
    tenant,
    policy: { rules, calendar: chinaCalendar, timeZone: tenant.timeZone, departments },
    people: [
      await aPerson('officer', slug, ['d01']),
      await aPerson('officer', slug, ['d02', 'd03']),
      await aPerson('coordinator', slug, []),
      await aPerson('coordinator', slug, []),
    ],
  };
}

beforeAll(async () => {
  homes = [await aHome(false), await aHome(true)];
  // Lives last longer than tokens do.
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
}, 60_000);
afterEach(() => vi.restoreAllMocks());

const stepOf = fc.record({
  minutes: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: day }), weight: 8 },
    { arbitrary: fc.integer({ min: 0, max: 20 * day }), weight: 1 },
  ),
  letter: fc.constantFrom(0, 1),
  who: fc.nat(4),
  /** Mostly what would be granted, or lives would not get far. */
  likely: fc.integer({ min: 0, max: 9 }).map((dice) => dice < 7),
  dice: fc.nat(),
  name: fc.constantFrom<CallName | 'elapse'>(...callNames, 'elapse', 'elapse'),
  given: arguments_,
});
type Step = typeof stepOf extends fc.Arbitrary<infer T> ? T : never;

const start = fc
  .integer({ min: 0, max: 400 * day })
  .map((at) => Date.parse('2026-01-05T09:00:00+08:00') + at * minute);

/** Two letters of one tenant and what they went through, as the service has it. */
class Service {
  readonly home: Home;
  letters: { id: string; number: string; accessKey: string }[] = [];

  constructor(home: Home) {
    this.home = home;
  }

  async begin(): Promise<void> {
    const headers = this.home.people[2]!.headers;
    const content = {
      kind: 'inquiry',
      title: '标题文字',
      body: '来人口述停水三天了。',
      publish: true,
      channel: 'counter',
    };
    for (const department of ['d01', undefined]) {
      const contact = { phone: '13800001111' };
      const answer = await call('/v1/staff/letters', { headers, json: { ...content, department, contact } });
      const receipt = await answer.json<{ number: string; accessKey: string }>();
      const row = await testEnv.LETTERS_0.prepare('SELECT id FROM letter WHERE number = ?')
        .bind(receipt.number)
        .first<{ id: string }>();
      this.letters.push({ ...receipt, id: row!.id });
    }
  }

  /** The record of both letters as it is stored. */
  async record(): Promise<Pair> {
    const ids = this.letters.map(({ id }) => id);
    const read = async (id: string): Promise<LetterEvent[]> => {
      const sql = 'SELECT data FROM event WHERE letter_id = ? ORDER BY seq';
      const { results } = await testEnv.LETTERS_0.prepare(sql).bind(id).all<{ data: string }>();
      return named(
        results.map(({ data }) => JSON.parse(data) as LetterEvent),
        ids,
      );
    };
    return [await read(ids[0]!), await read(ids[1]!)];
  }

  async give(step: Planned): Promise<{ code: string | null; body: Record<string, unknown> }> {
    const letter = this.letters[step.letter]!;
    if (step.call === null) {
      const done = await elapse(testEnv, this.home.tenant, letter.id);
      return { code: done!.ok ? null : done!.reason, body: {} };
    }
    const { by, path, asked } = step.call;
    const mine = by === 'writer' ? { Authorization: `Letter ${letter.accessKey}` } : step.headers;
    const json = asked.name === 'merge' ? { into: this.letters[asked.into]!.number } : step.call.body;
    const answer = await call(`/v1/${by === 'staff' ? 'staff/' : ''}letters/${letter.number}/${path}`, {
      headers: { ...mine, ...fromAnywhere() },
      json,
    });
    const body = await answer.json<Record<string, unknown>>();
    if (!answer.ok) return { code: (body as unknown as Problem).code, body };
    if (path === 'new-key') letter.accessKey = body['accessKey'] as string;
    return { code: null, body };
  }
}

interface Planned {
  letter: number;
  /** null: only time passes. */
  call: Call | null;
  actor: Actor;
  headers: Record<string, string>;
}

/** What is granted nearly always, and what ends a letter: seldom likely, or lives would stay where they are or be short. */
const seldom = new Set<string>([
  ...['note', 'view-contact', 'new-key', 'consent', 'supplement', 'withhold', 'object', 'assign'],
  ...['withdraw', 'spam', 'decline', 'erase'],
]);

/** What a step comes to, given the letters as they are. */
function planned(home: Home, pair: Pair, step: Step, now: number): Planned {
  const person = home.people[step.who];
  const actor = person?.actor ?? writer;
  const granted = allowed(letterOf(pair, step.letter), actor, now, home.policy).filter(
    (name): name is CallName =>
      callNames.includes(name as CallName) && (!seldom.has(name) || step.dice % 10 === 0),
  );
  const name = (step.likely && granted[step.dice % granted.length]) || step.name;
  if (name === 'elapse') return { letter: step.letter, call: null, actor: system, headers: {} };
  const asked = callOf(
    name,
    { ...step.given, into: step.likely && step.letter === 0 ? 1 : step.given.into },
    now,
  );
  const by = asked.by === 'writer' ? writer : actor.role === 'writer' ? home.people[2]!.actor : actor;
  return {
    letter: step.letter,
    call: asked,
    actor: by,
    headers: home.people.find(({ actor: one }) => one === by)?.headers ?? {},
  };
}

const foretell = (pair: Pair, { letter, call: asked, actor }: Planned, now: number, policy: Policy): Result =>
  ask(pair, letter, asked?.asked ?? { name: 'elapse' }, actor, now, policy);

const codeOf = (result: Result): string | null => (result.ok ? null : result.code);

let commands = 0;
let granted = 0;

async function liveOnce(home: Home, from: number, steps: readonly Step[]): Promise<void> {
  let now = from;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const service = new Service(home);
  await service.begin();
  let pair = await service.record();
  for (const step of steps) {
    now += step.minutes * minute;
    const plan = planned(home, pair, step, now);
    const expected = foretell(pair, plan, now, home.policy);
    const { code, body } = await service.give(plan);
    expect(code, JSON.stringify(plan)).toBe(codeOf(expected));
    commands += 1;
    if (!expected.ok) continue;
    granted += 1;
    pair = expected.after;
    expect(await service.record()).toEqual(pair);
    const letter = letterOf(pair, plan.letter);
    const { status, round, department, seq, clock } = letter;
    const waits = status === 'awaiting_citizen';
    const replyBy = waits ? null : formatDeadline(clock.due, home.policy.timeZone);
    if ('status' in body) expect(body).toMatchObject({ status, round, department, version: seq, replyBy });
  }
  clock.mockRestore();
}

/** Whether one after the other, in some order, gives what both were answered; a conflict is somebody who must ask again. */
function explains(
  pair: Pair,
  two: readonly [Planned, string | null][],
  now: number,
  policy: Policy,
): Pair | null {
  let after = pair;
  for (const [plan, code] of two) {
    if (code === 'conflict') continue;
    const result = foretell(after, plan, now, policy);
    if (codeOf(result) !== code) return null;
    if (result.ok) after = result.after;
  }
  return after;
}

async function liveTogether(
  home: Home,
  from: number,
  steps: readonly (readonly [Step, Step])[],
): Promise<void> {
  let now = from;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const service = new Service(home);
  await service.begin();
  let pair = await service.record();
  for (const [one, other] of steps) {
    now += one.minutes * minute;
    const plans = [planned(home, pair, one, now), planned(home, pair, other, now)] as const;
    const answers = await Promise.all(plans.map((plan) => service.give(plan)));
    const two = plans.map((plan, at) => [plan, answers[at]!.code] as [Planned, string | null]);
    const stored = await service.record();
    commands += 2;
    granted += answers.filter(({ code }) => code === null).length;
    const said = JSON.stringify(
      two.map(([plan, code]) => [plan.letter, plan.actor.role, plan.call?.body, code]),
    );
    expect(two.filter(([, code]) => code === 'conflict').length, said).toBeLessThan(2);
    const orders = [two, two.toReversed()].map((order) =>
      explains(pair, order as [Planned, string | null][], now, home.policy),
    );
    expect(
      orders.map((after) => JSON.stringify(after)),
      said,
    ).toContain(JSON.stringify(stored));
    pair = stored;
  }
  clock.mockRestore();
}

const countBy = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]),
  );

describe('the service and the rules say the same', () => {
  const home = fc.constantFrom(0, 1);
  it('of every command of a life', async () => {
    const steps = fc.array(stepOf, { minLength: 15, maxLength: 30 });
    const property = fc.asyncProperty(home, start, steps, (at, from, life) =>
      liveOnce(homes[at]!, from, life),
    );
    await fc.assert(property, { seed, numRuns: 40, endOnFailure: true });
  }, 180_000);

  it('of two commands at once: as if one had come after the other, or one is told that the letter changed', async () => {
    const steps = fc.array(fc.tuple(stepOf, stepOf), { minLength: 8, maxLength: 16 });
    const property = fc.asyncProperty(home, start, steps, (at, from, life) =>
      liveTogether(homes[at]!, from, life),
    );
    await fc.assert(property, { seed, numRuns: 40, endOnFailure: true });
  }, 180_000);

  it('and every row is what its events make it', async () => {
    const read = async ([name, sql]: [string, string]) => [
      name,
      (await testEnv.LETTERS_0.prepare(sql).all<Row>()).results,
    ];
    const shard = Object.fromEntries(await Promise.all(Object.entries(queries).map(read))) as Shard;
    const policyOf = (slug: string) => homes.find(({ tenant }) => tenant.slug === slug)?.policy ?? null;
    expect(faultsIn(shard, policyOf)).toEqual([]);
    const kinds = countBy(shard.events.map(({ kind }) => String(kind)));
    console.log(`${commands} commands, ${granted} granted, seed ${seed}:`, JSON.stringify(kinds));
    expect(granted).toBeGreaterThan(500);
  });
});
