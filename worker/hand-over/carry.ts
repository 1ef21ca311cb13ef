/**
 * Carries letters that were handed over to the shards of who holds or held them: a row for their lists, facts for their figures.
 * A request does it after its own commit, so that the new holder finds the letter at once; the outbox does it again. If we crash
 * between the letter's commit and this, the letter is with its new holder, who doesn't see it in a list yet; the message that was
 * committed with it mends that.
 */
import { factsFor, factsOf, otherHolders, replay, type Facts, type Letter } from '../../core/index.ts';
import { eventsOf } from '../letters/letter.store.ts';
import { project, type Projection } from '../letters/letter.row.ts';
import { policyOfLetter } from '../letters/policy.ts';
import { commitTo, directory, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { handedOverAmong, putHeld, type NewHeld } from './held-letter.store.ts';

/** @returns the tenants that hold or held one of them, because their figures are others now. Twice is once. */
export async function carry(env: Env, home: Tenant, letterIds: readonly string[]): Promise<Tenant[]> {
  const rows = await handedOverAmong(shard(env, home.shard), home.slug, [...new Set(letterIds)]);
  const told = await Promise.all(rows.map((row) => tellOf(env, home, row)));
  const touched: Tenant[] = [];
  for (const slug of new Set(told.flatMap(({ facts }) => otherHolders(facts)))) {
    const holder = await findTenant(directory(env), { slug });
    if (!holder) continue;
    const theirs = told.filter(({ facts }) => otherHolders(facts).includes(slug));
    await commitTo(
      env,
      holder,
      theirs.flatMap((one) => heldBy(env, home, holder, one)),
    );
    touched.push(holder);
  }
  return touched;
}

/** The same after a request's own commit; where it fails, the outbox does it. */
export async function carryNow(env: Env, home: Tenant, letterId: string): Promise<void> {
  try {
    await carry(env, home, [letterId]);
  } catch (error) {
    const { name } = error as Error;
    console.error(JSON.stringify({ level: 'error', in: 'hand-over', tenant: home.slug, error: name }));
  }
}

interface Told {
  row: LetterRow;
  letter: Letter;
  /** As of all that its record says: row and record may have been read with a change between. */
  facts: Facts;
  seen: Projection;
}

async function tellOf(env: Env, home: Tenant, row: LetterRow): Promise<Told> {
  const events = (await eventsOf(shard(env, home.shard), home.slug, row.id)).map(({ data }) => data);
  const letter = replay(events);
  const policy = await policyOfLetter(directory(env), home, row.ruleVersion);
  // The row at home says that nothing is to be done there. What is, the same projection tells of a letter that nobody handed over.
  return { row, letter, facts: factsOf(events), seen: project({ ...letter, tenant: null }, events, policy) };
}

function heldBy(env: Env, home: Tenant, holder: Tenant, { row, letter, facts, seen }: Told): Statement[] {
  const holds = letter.tenant === holder.slug;
  const { kind, status, consent, receivedAt, ruleVersion, round, colour, contested, objected } = seen;
  const { dueAt, drafted, answeredAt, promisedFor, promiseDone, release, toPublish, seq, department } = seen;
  const held: NewHeld = {
    ...{ tenant: holder.slug, letterId: row.id, home: home.slug, number: row.number, holds },
    title: holds && !letter.erased ? row.title : '',
    ...{ kind, status, consent, receivedAt, ruleVersion, round, colour, contested, objected },
    ...{ dueAt, drafted, answeredAt, promisedFor, promiseDone, release, toPublish, seq },
    department: holds ? department : null,
  };
  return putHeld(shard(env, holder.shard), held, factsFor(facts, home.slug, holder.slug));
}
