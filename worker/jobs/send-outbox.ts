/**
 * Carries what was committed in a shard further: letters handed over to the shards of who holds them, each tenant's latest figures, its letters in hand and the orders that demand
 * notices open to the directory, for the centre's lists, and to whom each event is told. At least once: a message is dropped only
 * after these are written, which twice give the same rows, and in the batch that makes its deliveries, which are keyed.
 */
import { carry } from '../hand-over/carry.ts';
import { fanOut, fanOutToHolders } from '../notify/fan-out.actions.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { figuresIn, statsOf } from '../stats/stats.actions.ts';
import { openDemandOrders } from '../supervision/order.actions.ts';
import { mirrorLetters } from '../supervision/overdue.actions.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './job.store.ts';

const messagesMax = 500;
/** In one batch: each may be told to ten webhooks. */
const partMax = 100;
const retryMs = 5 * 60_000;

export async function sendOutbox(env: Env, index: number): Promise<number> {
  const db = shard(env, index);
  const messages = await store.dueMessages(db, now(), messagesMax);
  const byTenant = Map.groupBy(messages, ({ tenant }) => tenant);
  for (const [slug, own] of byTenant) {
    const ids = own.map(({ id }) => id);
    try {
      const tenant = await findTenant(directory(env), { slug });
      if (tenant) {
        // First, so that the figures that follow count by it.
        const holders = await carry(env, tenant, lettersOf(own));
        for (const one of [tenant, ...holders]) await summarise(env, one);
        await openDemandOrders(env, tenant, own);
        await mirrorLetters(env, tenant, own);
      }
      // If we crash here the messages are still there, and all of it is written again.
      for (let first = 0; first < own.length; first += partMax) {
        const part = own.slice(first, first + partMax);
        if (tenant) await fanOutToHolders(env, tenant, part);
        const told = tenant ? await fanOut(env, tenant, part) : [];
        const carried = part.map(({ id }) => id);
        await commit(db, [...told, ...store.dropMessages(db, carried)]);
      }
    } catch (error) {
      console.error(
        JSON.stringify({ level: 'error', job: 'send-outbox', tenant: slug, error: (error as Error).name }),
      );
      await commit(db, store.postpone(db, ids, now() + retryMs));
    }
  }
  const last = messages.at(-1);
  if (last) await commit(db, [store.keepCursor(db, 'send-outbox', String(last.id), now())]);
  return messages.length;
}

const lettersOf = (messages: readonly { letterId: string | null }[]): string[] =>
  messages.flatMap(({ letterId }) => letterId ?? []);

async function summarise(env: Env, tenant: Tenant): Promise<void> {
  const { slug } = tenant;
  const asOf = now();
  const figures = figuresIn(await statsOf(env, tenant, {}, asOf));
  const activity = await store.activityOf(shard(env, tenant.shard), slug);
  await commit(directory(env), [
    store.putSummary(directory(env), { tenant: slug, figures, ...activity, asOf }),
  ]);
}
