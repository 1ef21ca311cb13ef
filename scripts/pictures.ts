/**
 * Makes the pictures of the README from a running demo: `node scripts/pictures.ts [http://127.0.0.1:8787]`. Chinese fonts must
 * be installed.
 */
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { chromiumLaunch } from './chromium.ts';
import { at } from './root.ts';

const base = process.argv[2] ?? 'http://127.0.0.1:8787';
const languages = { zh: 'zh-CN', en: 'en' } as const;
const letter = await latestLetter();

await mkdir(at('docs/pictures'), { recursive: true });
const browser = await chromium.launch(await chromiumLaunch());
for (const [short, lang] of Object.entries(languages)) {
  await picture(`letterbox.${short}`, lang, lang === 'en' ? '/demo/en' : '/demo/letterbox', async (page) => {
    await page.locator('huixin-letterbox [name=title]').first().waitFor();
    await page.locator('huixin-letterbox').first().scrollIntoViewIfNeeded();
  });
  await picture(`letter-page.${short}`, lang, `/s/jingmen/letters/${letter}?lang=${lang}`);
  await picture(`console.${short}`, lang, '/console/', signIn);
}
await browser.close();

async function latestLetter(): Promise<string> {
  const answer = await fetch(`${base}/v1/tenants/jingmen/letters?limit=1`);
  const { items } = (await answer.json()) as { items: { number: string }[] };
  return items[0]!.number;
}

async function picture(name: string, locale: string, path: string, before?: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1180, height: 820 },
  });
  const page = await context.newPage();
  await page.goto(base + path, { waitUntil: 'networkidle' });
  await before?.(page);
  await page.screenshot({ path: at(`docs/pictures/${name}.png`) });
  await context.close();
}

async function signIn(page: Page): Promise<void> {
  await page.locator('input[name=email]').fill('coordinator@demo.test');
  await page.locator('input[name=password]').fill('huixin-demo');
  await page.locator('button[type=submit]').click();
  await page.locator('.today-section').first().waitFor();
}
