/** A reader joins a published letter, or says whether its reply answers it: once each. */
import type { Command } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { keyed, toHex } from '../platform/crypto.ts';
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { give, type Outcome } from './command.actions.ts';
import * as store from './letter.store.ts';

interface Mark {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  command: Extract<Command, { name: 'endorse' | 'verdict' }>;
  proof: { signature: string; expiresAt: number };
  address: string;
}

type Marked =
  | { ok: true; counts: { endorsements: number; answers: number; doesNot: number } }
  | Extract<Outcome, { ok: false }>;

/** The challenge is spent and the reader remembered in the batch that counts them. The address is kept as a keyed hash only. */
export async function mark({ env, tenant, row, command, proof, address }: Mark): Promise<Marked> {
  const db = shard(env, tenant.shard);
  const reader = toHex((await keyed(env.CHALLENGE_SECRET, `reader:${row.id}`, address)).slice(0, 16));
  const done = await give({
    env,
    tenant,
    row,
    command,
    actor: { role: 'reader', id: null, departments: [] },
    with: [
      store.insertReaderMark(db, row.id, reader, command.name, now()),
      store.spendChallenge(db, proof.signature, proof.expiresAt),
    ],
  });
  if (!done.ok) return done;
  const fresh = (await store.findById(db, tenant.slug, row.id))!;
  return {
    ok: true,
    counts: { endorsements: fresh.endorsements, answers: fresh.answers, doesNot: fresh.answersNot },
  };
}
