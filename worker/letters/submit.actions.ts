/**
 * A letter comes in. The order is the design: the idempotency key is looked up before proof of work and rate, so that a
 * retry never fails for reasons of its own; the proof is spent in the batch that stores the letter (store-once.ts).
 */
import { checkProof, type Proof } from '../intake/challenge.ts';
import { sha256 } from '../platform/crypto.ts';
import { shard } from '../platform/d1.ts';
import { waitSeconds } from '../platform/limits.ts';
import { spendChallenge } from './letter.store.ts';
import { findStored, storeOnce, type Once, type Stored } from './store-once.ts';
import { writer } from './writer.view.ts';

type Refused =
  | Extract<Stored, { ok: false }>['reason']
  | Extract<Proof, { ok: false }>['reason']
  | 'contact_required'
  | 'tenant_suspended'
  | 'too_many_requests';

export type Submitted = Extract<Stored, { ok: true }> | { ok: false; reason: Refused; retryAfter?: number };

export interface Submission extends Omit<Once, 'actor'> {
  /** What stands for the work done: a solved challenge, or a hosted form's single-use token. */
  proof: { kind: 'challenge'; answer: string } | { kind: 'form'; token: string; expiresAt: number };
  address: string;
}

export async function submit({ proof: offered, address, ...rest }: Submission): Promise<Submitted> {
  const once: Once = { ...rest, actor: writer };
  const { env, tenant, content } = once;
  const stored = await findStored(once);
  if (stored) return stored;
  if (tenant.suspendedFor !== null) return { ok: false, reason: 'tenant_suspended' };
  if (tenant.contactRequired && !content.contact?.phone && !content.contact?.email) {
    return { ok: false, reason: 'contact_required' };
  }
  const proof =
    offered.kind === 'form' ? await formProof(offered) : await checkProof(env, tenant.slug, offered.answer);
  if (!proof.ok) return proof;
  const retryAfter = await waitSeconds(env, offered.kind === 'form' ? 'hosted' : 'submit', address);
  if (retryAfter > 0) return { ok: false, reason: 'too_many_requests', retryAfter };
  return storeOnce(once, [spendChallenge(shard(env, tenant.shard), proof.signature, proof.expiresAt)]);
}

async function formProof({ token, expiresAt }: { token: string; expiresAt: number }) {
  return { ok: true as const, signature: await sha256(`form\u0000${token}`), expiresAt };
}
