import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../contract/webhooks.ts';
import { main } from './main.ts';
import { type Answer, type Asked, problemBody, testIo, testService } from './test-service.ts';

let service: Awaited<ReturnType<typeof testService>> | null = null;
afterEach(async () => {
  await service?.close();
  service = null;
});

async function run(args: string[], answer: (asked: Asked) => Answer) {
  service = await testService(answer);
  const io = testIo({ HUIXIN_URL: service.url, HUIXIN_TOKEN: 't' });
  return { code: await main(args, io), io, asked: service.asked };
}

const DEAD: Delivery = {
  id: 'd1',
  channel: 'mail',
  kind: 'reply',
  number: 'JM-2026-000001',
  webhook: null,
  state: 'dead',
  attempts: 9,
  createdAt: '2026-11-22T08:00:00+08:00',
  nextAt: null,
  endedAt: '2026-11-22T09:00:00+08:00',
  note: 'smtp-550',
};

describe('retention', () => {
  it('is shown as it is in force', async () => {
    const { code, io, asked } = await run(['retention', 'show', '--tenant', 'jingmen'], () => ({
      body: { months: 12, since: null },
    }));
    expect(code).toBe(0);
    expect(asked[0]).toMatchObject({ method: 'GET', path: '/v1/staff/retention?tenant=jingmen' });
    expect(io.outLines).toEqual(['jingmen: 12 months after a letter came to rest']);
  });

  it('is changed for one tenant, in months', async () => {
    const { code, io, asked } = await run(['retention', 'set', '--tenant', 'jingmen', '1'], () => ({
      body: { months: 1, since: '2026-11-22T08:00:00+08:00' },
    }));
    expect(code).toBe(0);
    expect(asked[0]).toMatchObject({ path: '/v1/staff/retention', body: { tenant: 'jingmen', months: 1 } });
    expect(io.outLines).toEqual(['jingmen: 1 month after a letter came to rest, from now on']);
  });

  it('says who may change it where the service refuses', async () => {
    const refusal = problemBody(403, 'forbidden', 'Your role cannot do this.');
    const { code, io } = await run(['retention', 'set', '--tenant', 'jingmen', '6'], () => refusal);
    expect(code).toBe(1);
    expect(io.errLines).toEqual(['huixin retention set: Your role cannot do this. (403 forbidden)']);
  });
});

describe('deliveries', () => {
  it('are listed page by page, a line each', async () => {
    const counts = { pending: 0, dead: 2 };
    const { code, io, asked } = await run(['deliveries', 'list', '--tenant', 'jingmen'], ({ path }) =>
      path.includes('cursor=next')
        ? { body: { items: [{ ...DEAD, id: 'd2', number: null, note: null }], nextCursor: null, counts } }
        : { body: { items: [DEAD], nextCursor: 'next', counts } },
    );
    expect(code).toBe(0);
    expect(asked[0]!.path).toContain('tenant=jingmen&state=dead');
    expect(io.outLines).toEqual([
      'd1\tdead\tmail\treply\tJM-2026-000001\t9\t2026-11-22T08:00:00+08:00\tsmtp-550',
      'd2\tdead\tmail\treply\t-\t9\t2026-11-22T08:00:00+08:00\t-',
    ]);
    expect(io.errLines).toEqual(['2 dead.']);
  });

  it('are sent again one after the other; the first that is refused ends it', async () => {
    const { code, io, asked } = await run(
      ['deliveries', 'redeliver', '--tenant', 'jingmen', 'd1', 'd2', 'd3'],
      ({ path }) =>
        path.includes('/d2/')
          ? problemBody(404, 'not_found', 'Not found.')
          : { body: { ...DEAD, state: 'pending' } },
    );
    expect(code).toBe(1);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/staff/deliveries/d1/redeliver?tenant=jingmen',
      'POST /v1/staff/deliveries/d2/redeliver?tenant=jingmen',
    ]);
    expect(io.outLines).toHaveLength(1);
    expect(io.errLines).toEqual(['huixin deliveries redeliver: Not found. (404 not_found)']);
  });
});
