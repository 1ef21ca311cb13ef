import { expect, test } from './support/test.ts';

test('npm start says that it is healthy', async ({ request }) => {
  const response = await request.get('/healthz');
  expect(response.status()).toBe(200);
});

test('a page of another origin may load the embedded script', async ({ page, hosts, service }) => {
  await page.goto(`${hosts}/demo/`);
  const loaded = await page.evaluate(async (src) => {
    const script = document.createElement('script');
    Object.assign(script, { type: 'module', src, crossOrigin: 'anonymous' });
    const end = new Promise((resolve) => {
      script.onload = () => resolve('loaded');
      script.onerror = () => resolve('failed');
    });
    document.head.append(script);
    return end;
  }, `${service}/embed/v1.js`);
  expect(loaded).toBe('loaded');
});

test('the pinned script has the hash that versions.json promises', async ({
  page,
  request,
  hosts,
  service,
}) => {
  const { versions } = await (await request.get('/embed/versions.json')).json();
  const { file, integrity } = versions[0];
  await page.goto(`${hosts}/demo/`);
  const loaded = await page.evaluate(
    async ([src, hash]) => {
      const script = document.createElement('script');
      Object.assign(script, { type: 'module', src, integrity: hash, crossOrigin: 'anonymous' });
      const end = new Promise((resolve) => {
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('refused');
      });
      document.head.append(script);
      return end;
    },
    [service + file, integrity],
  );
  expect(loaded).toBe('loaded');
});

test('a page on plain http with a host name is no secure context', async ({
  page,
  plainHosts,
  plainService,
}) => {
  await page.goto(`${plainHosts}/demo/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const response = await page.goto(`${plainService}/healthz`);
  expect(response?.status()).toBe(200);
});
