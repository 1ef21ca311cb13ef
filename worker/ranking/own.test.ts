import { expect, it } from 'vitest';
import type { OwnRanking } from '../../contract/ranking.ts';
import { aMember, aTenant, call, testEnv } from '../test/app.ts';

const own = async (headers: Record<string, string>, query = '') =>
  (await call(`/v1/staff/ranking${query}`, { headers })).json<OwnRanking>();

it('a tenant sees its own months and departments, and in which published tables it stands, the nearest first', async () => {
  const tenant = await aTenant({ jurisdiction: '530102' });
  const sums = { received: 20, due: 12, replied: 12, repliedOnTime: 9, days: { 3: 12 } };
  await testEnv.DIRECTORY.prepare(
    `INSERT INTO roll_up VALUES (?1, '', 2026, ?2, 1), (?1, 'd01', 2026, ?2, 1)`,
  )
    .bind(tenant, JSON.stringify({ '03': sums }))
    .run();
  const officer = await aMember('officer', tenant, ['d01']);
  const shown = await own(officer, '?from=2026-02&to=2026-04');
  expect(shown).toMatchObject({
    tenant,
    total: { received: 20, onTimeRate: 0.75 },
    departments: [{ id: 'd01', received: 20 }],
    tables: [],
  });
  expect(shown.months.map(({ month, received }) => [month, received])).toEqual([
    ['2026-02', 0],
    ['2026-03', 20],
    ['2026-04', 0],
  ]);
  for (const [jurisdiction, name] of [
    ['53', '某省'],
    ['5301', '某市'],
    ['5302', '另一市'],
  ] as const)
    await call('/v1/central/ranking/publication', {
      headers: await aMember('central', null, [], jurisdiction),
      json: { jurisdiction, name, public: true },
    });
  expect((await own(officer)).tables).toEqual([
    { jurisdiction: '5301', name: '某市' },
    { jurisdiction: '53', name: '某省' },
  ]);
});

it('the centre looks at the public page before it publishes it, and nobody else does', async () => {
  const tenant = await aTenant({ name: '样板县', jurisdiction: '540102' });
  const look = (headers: Record<string, string>, query: string) =>
    call(`/v1/central/ranking-preview?${query}`, { headers });
  const query = `jurisdiction=54&name=${encodeURIComponent('<某省>')}`;
  const page = await look(await aMember('central', null, [], '54'), query);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const text = await page.text();
  expect(text).toContain('样板县');
  expect(text).toContain('&lt;某省&gt;');
  expect((await call('/ranking?jurisdiction=54')).status).toBe(404);
  expect((await look(await aMember('central', null, [], '55'), query)).status).toBe(404);
  expect((await look(await aMember('coordinator', tenant), query)).status).toBe(403);
  expect((await look({}, query)).status).toBe(401);
});
