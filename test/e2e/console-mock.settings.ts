/** A coordinator's settings as the mocked service keeps them. */
import type { Delivery, Webhook } from '../../contract/webhooks.ts';
import { NOW } from './console-mock.data.ts';
import { attempts, deliveries, webhooks } from './console-mock.files.ts';

const SECRET = 'whsec_bm90IGEgc2VjcmV0IG9mIGFueWJvZHksIG9ubHkgYSB0ZXN0';

export class SettingsMock {
  webhooks: Webhook[] = [...webhooks];
  deliveries: Delivery[] = [...deliveries];
  months = 12;
  /** Deliveries on a page. */
  pageSize = 50;

  /** @returns undefined for what is no settings' call */
  answer(method: string, path: string, query: Record<string, string>, body: unknown): unknown {
    const [, what = '', id = '', does = ''] = /^\/v1\/staff\/(\w+)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
    if (what === 'webhooks') return this.#webhooks(method, id, does, body);
    if (what === 'deliveries') return does ? this.#redeliver(id) : this.#deliveries(query);
    if (what !== 'retention') return undefined;
    if (method === 'POST') this.months = (body as { months: number }).months;
    return { months: this.months, since: method === 'POST' ? NOW : null };
  }

  #webhooks(method: string, id: string, does: string, body: unknown): unknown {
    const found = this.webhooks.find((one) => one.id === id);
    if (!id && method === 'GET') return { items: this.webhooks };
    if (!id) {
      const { url, events = null } = body as Pick<Webhook, 'url' | 'events'>;
      const made: Webhook = {
        ...{ id: 'made', url, events, createdAt: NOW, disabledAt: null, disabledFor: null },
        oldSecretUntil: null,
      };
      this.webhooks = [...this.webhooks, made];
      return { ...made, secret: SECRET };
    }
    if (!found) return undefined;
    if (method === 'DELETE') {
      this.webhooks = this.webhooks.filter((one) => one !== found);
      return { ok: true };
    }
    if (does === 'attempts') return { items: attempts };
    if (does === 'test') return attempts[found.disabledAt ? 0 : 1];
    const now: Webhook = { ...found, disabledAt: null, disabledFor: null };
    if (does === 'rotate') now.oldSecretUntil = '2026-11-21T10:00:00+08:00';
    this.webhooks = this.webhooks.map((one) => (one === found ? now : one));
    return does === 'rotate' ? { ...now, secret: SECRET } : now;
  }

  #deliveries(query: Record<string, string>) {
    const count = (state: string) => this.deliveries.filter((one) => one.state === state).length;
    const all = this.deliveries.filter(({ state }) => state === (query['state'] ?? 'dead'));
    const from = Number(query['cursor'] ?? 0);
    const to = from + this.pageSize;
    return {
      items: all.slice(from, to),
      nextCursor: to < all.length ? String(to) : null,
      counts: { pending: count('pending'), dead: count('dead') },
    };
  }

  #redeliver(id: string): Delivery | undefined {
    this.deliveries = this.deliveries.map((one) =>
      one.id === id ? { ...one, state: 'pending', attempts: 0, nextAt: NOW, endedAt: null, note: null } : one,
    );
    return this.deliveries.find((one) => one.id === id);
  }
}
