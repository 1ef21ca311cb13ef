/** The demonstration's pages with the widgets they embed: what a webmaster takes for an example. */
import { expect, type Page } from '@playwright/test';
import { expectUsable, type Screen } from './a11y/examine.ts';
import { test } from './support/test.ts';

test.use({ trace: 'off', actionTimeout: 10_000 });

const place = (name: string, path: string, shown: string): Screen<{ page: Page }> => ({
  name,
  // Other people's pages, drawn as they are: what WCAG asks for and no more.
  target: 24,
  show: async ({ page }) => {
    await page.goto(`/demo/${path}`);
    await expect(page.locator(shown).first()).toBeVisible();
  },
});

const screens = [
  place('front page', 'index.html', 'huixin-feed .letters'),
  place('letterbox', 'letterbox.html', 'huixin-letterbox .term span:nth-child(2)'),
  place('news', 'news.html', 'main'),
  place('English', 'en.html', 'huixin-feed .letters'),
];

test('everybody can use every page of the demonstration, in any colours, at any size', async ({ page }) => {
  test.setTimeout(120_000);
  await expectUsable({ page }, screens);
});
