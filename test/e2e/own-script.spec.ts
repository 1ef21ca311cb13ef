/** `/embed/v1/{tenant}.js`: the script that brings the tenant's profile with it. */
import { expect, test } from './support/test.ts';

test('shows form, departments and figures after one request, and further views without a second script', async ({
  page,
  service,
  hosts,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(service)) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(`${hosts}/demo/fixtures/own-script.html`);
  const box = page.locator('huixin-letterbox');
  await expect(box.locator('select[name=department] option', { hasText: '市人社局' })).toHaveCount(1);
  await expect(page.locator('huixin-badge').locator('[part=status]')).not.toHaveText('…');
  const chunksAside = () => asked.filter((path) => !path.startsWith('/embed/v1/jingmen/chunks/'));
  expect(chunksAside()).toEqual(['/embed/v1/jingmen.js']);

  await box.getByRole('tab', { name: '公开答复' }).or(box.getByRole('tab').nth(2)).first().click();
  await expect(box.locator('[part=item]').first()).toBeVisible();
  expect(asked.filter((path) => path.endsWith('v1.js'))).toEqual([]);
  expect(asked.some((path) => path.startsWith('/embed/v1/jingmen/chunks/'))).toBe(true);
});

test('is a script that pages of other origins may load, is kept by browsers for minutes and revalidated', async ({
  request,
  service,
}) => {
  // A tenant that no other test writes to.
  const first = await request.get(`${service}/embed/v1/zhuxi.js`);
  expect(first.headers()).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=60, s-maxage=30, stale-while-revalidate=600',
  });
  const again = await request.get(`${service}/embed/v1/zhuxi.js`, {
    headers: { 'If-None-Match': first.headers()['etag']! },
  });
  expect(again.status()).toBe(304);
  expect((await request.get(`${service}/embed/v1/nobody.js`)).status()).toBe(404);
  expect((await request.get(`${service}/embed/v1/jingmen/chunks/nothing.js`)).status()).toBe(404);
  const hostile = await request.get(`${service}/embed/v1/x'%7D;alert(1)/chunks/nothing.js`);
  expect(hostile.status()).toBe(404);
});
