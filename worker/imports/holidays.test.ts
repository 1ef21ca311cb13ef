import { expect, it } from 'vitest';
import type { ImportResult } from '../../contract/imports.ts';
import type { Stats } from '../../contract/stats.ts';
import { holidayDepartments, holidayExpected, holidayRows } from '../../test/vectors/holiday-letters.ts';
import { aMember, aTenant, call } from '../test/app.ts';

it('figures of an imported file agree with an independent recount, to the second, around the holidays of 2026', async () => {
  const tenant = await aTenant({ departments: [...holidayDepartments] });
  const headers = await aMember('central', null, [], '42');
  expect(holidayRows.length).toBeGreaterThanOrEqual(300);
  for (let at = 0; at < holidayRows.length; at += 100) {
    const rows = holidayRows.slice(at, at + 100);
    const answer = await call(`/v1/central/tenants/${tenant}/import/letters`, { headers, json: { rows } });
    expect(await answer.json<ImportResult>()).toEqual({ written: rows.length, skipped: 0, errors: [] });
  }
  for (const {
    query,
    figures: { byDepartment, ...total },
  } of holidayExpected) {
    const stats = await (
      await call(`/v1/tenants/${tenant}/stats?${new URLSearchParams({ ...query })}`)
    ).json<Stats>();
    expect(stats, JSON.stringify(query)).toMatchObject(total);
    for (const [name, counted] of Object.entries(byDepartment)) {
      expect(
        stats.byDepartment.find((one) => one.name === name),
        `${name} ${JSON.stringify(query)}`,
      ).toMatchObject(counted);
    }
  }
}, 120_000);
