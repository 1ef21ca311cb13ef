/** Everybody can read, see and reach everything on the hosted pages. */
import { test } from './support/test.ts';
import { expectUsable } from './a11y/examine.ts';
import { hostedScreens } from './a11y/hosted.screens.ts';
import { makeLetters, type Letters } from './a11y/letters.ts';

test.use({ trace: 'off', actionTimeout: 10_000 });

let letters: Letters;
test.beforeAll(async ({ playwright }) => {
  letters = await makeLetters(playwright, process.env['HUIXIN_E2E_BASE']!);
});

for (const [name, choice] of [
  ['in Chinese', {}],
  ['in English and large print', { lang: 'en', elder: '1' }],
] as const)
  test(`everybody can use every hosted page ${name}, in any colours, at any size`, async ({ page }) => {
    test.setTimeout(120_000);
    await expectUsable({ page, letters }, hostedScreens(choice));
  });
