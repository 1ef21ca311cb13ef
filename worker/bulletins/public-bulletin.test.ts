import { expect, it } from 'vitest';
import { aTenant, call } from '../test/app.ts';
import { aCentral, make } from './test/quarter.ts';

it('everybody reads a bulletin while its centre lets them, as a page and as files, and nobody after or before', async () => {
  const centre = await aCentral('41');
  await aTenant({ jurisdiction: '410100' });
  const { id } = await make(centre, { from: '2026-01-01', to: '2026-03-31', scope: { jurisdiction: '41' } });
  const read = (format: string) => call(`/v1/bulletins/${id}/${format}`);
  const publish = (open: boolean) =>
    call(`/v1/central/bulletins/${id}/publication`, { headers: centre, json: { public: open } });
  expect((await read('html')).status).toBe(404);
  expect((await publish(true)).status).toBe(200);
  const page = await read('html');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('2026年第一季度');
  expect((await read('csv')).headers.get('content-disposition')).toContain('attachment');
  expect((await publish(false)).status).toBe(200);
  expect((await read('html')).status).toBe(404);
  expect((await call('/v1/bulletins/none/html')).status).toBe(404);
  expect((await call(`/v1/bulletins/${'0'.repeat(32)}/pdf`)).status).toBe(400);
});
