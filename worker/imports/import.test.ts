import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../contract/imports.ts';
import type { FeedPage } from '../../contract/letters.ts';
import type { Stats } from '../../contract/stats.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, testEnv } from '../test/app.ts';

const row = {
  external_id: 'A-1',
  received_at: '2025-03-03 09:00',
  kind: 'complaint',
  department: '市人社局',
  title: '题',
  body: '文',
  publish: 'true',
  accepted_at: '2025-03-04T10:00:00+08:00',
  replied_at: '2025-03-05 10:00',
  reply: '',
  outcome: 'resolved',
  rated_at: '2025-03-06 10:00',
  rating: '2',
  solved: 'no',
};

async function doImport(tenant: string, rows: unknown[], dryRun = false, what = 'letters') {
  const headers = await aMember('central', null, [], '42');
  const answer = await call(`/v1/central/tenants/${tenant}/import/${what}`, {
    headers,
    json: { rows, dryRun, line: 2 },
  });
  return { status: answer.status, result: await answer.json<ImportResult>() };
}

const statsOf = async (tenant: string, query: string) =>
  (await call(`/v1/tenants/${tenant}/stats?${query}`)).json<Stats>();

describe('importing letters', () => {
  it('writes each row once, however often the file comes, with its own times and no minimum lengths', async () => {
    const tenant = await aTenant();
    expect((await doImport(tenant, [row])).result).toEqual({ written: 1, skipped: 0, errors: [] });
    expect((await doImport(tenant, [row])).result).toEqual({ written: 0, skipped: 1, errors: [] });
    const stats = await statsOf(tenant, 'from=2025-03-01&to=2025-03-31&asOf=2025-03-31');
    expect(stats).toMatchObject({
      received: 1,
      acceptedOnTime: 1,
      replied: 1,
      repliedOnTime: 1,
      medianDays: 2,
      rated: 1,
      satisfied: 0,
      reopened: 1,
    });
    const byDepartment = stats.byDepartment.map(({ name, received }) => [name, received]);
    expect(byDepartment).toEqual([['市人社局', 1]]);
  });

  it('numbers letters by the year of their receipt', async () => {
    const tenant = await aTenant();
    await doImport(tenant, [
      row,
      {
        ...row,
        external_id: 'A-2',
        received_at: '2024-03-04 09:00',
        accepted_at: '',
        replied_at: '',
        rated_at: '',
        rating: '',
        outcome: '',
      },
    ]);
    const numbers = await testEnv.LETTERS_0.prepare(
      'SELECT number FROM letter WHERE tenant = ? ORDER BY number',
    )
      .bind(tenant)
      .all<{ number: string }>();
    expect(numbers.results.map(({ number }) => number.replace(/^[^-]+/, ''))).toEqual([
      '-2024-000001',
      '-2025-000001',
    ]);
  });

  it('writes nothing where any row is bad, and says line, column and reason', async () => {
    const tenant = await aTenant();
    const bad = [
      { ...row, external_id: 'B-1' },
      { ...row, external_id: 'B-2', kind: 'praise' },
      { ...row, external_id: 'B-3', department: '无此局', replied_at: '2025-03-01' },
    ];
    const { result } = await doImport(tenant, bad);
    expect(result.written).toBe(0);
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'kind'],
      [4, 'replied_at'],
      [4, 'department'],
    ]);
    expect((await statsOf(tenant, 'from=2025-03-01&to=2025-03-31')).received).toBe(0);
  });

  it('publishes, escalates and notifies nothing', async () => {
    const tenant = await aTenant();
    await doImport(tenant, [
      row,
      { ...row, external_id: 'C-2', replied_at: '', rated_at: '', rating: '', outcome: '' },
    ]);
    await runJobs(testEnv);
    expect((await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>()).counts).toMatchObject({
      received: 2,
      published: 0,
    });
    const kinds = await testEnv.LETTERS_0.prepare(
      "SELECT count(*) AS n FROM event WHERE tenant = ? AND kind IN ('escalated', 'published')",
    )
      .bind(tenant)
      .first<{ n: number }>();
    expect(kinds!.n).toBe(0);
  });

  it('takes notices, once each', async () => {
    const tenant = await aTenant();
    const notices = [
      { department: '市人社局', published_at: '2025-03-10', title: '停水通知', body: '3 月 11 日停水。' },
    ];
    expect((await doImport(tenant, notices, false, 'notices')).result.written).toBe(1);
    expect((await doImport(tenant, notices, false, 'notices')).result).toMatchObject({
      written: 0,
      skipped: 1,
    });
    expect((await statsOf(tenant, 'from=2025-03-01&to=2025-03-31')).notices).toBe(1);
  });

  it('is for the centre and coordinators, within their own', async () => {
    const tenant = await aTenant();
    const cases = [
      [await aMember('officer', tenant, ['d01']), 403],
      [await aMember('central', null, [], '36'), 404],
      [await aMember('coordinator', await aTenant()), 404],
      [await aMember('coordinator', tenant), 200],
    ] as const;
    for (const [headers, status] of cases) {
      expect(
        (
          await call(`/v1/central/tenants/${tenant}/import/letters`, {
            headers,
            json: { rows: [], dryRun: true },
          })
        ).status,
      ).toBe(status);
    }
  });
});
