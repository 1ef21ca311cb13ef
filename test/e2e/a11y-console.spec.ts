/** Everybody who works with letters can see, read and reach everything in the console. */
import { test } from './console-mock.fixture.ts';
import { daily, desk, english, files, settings } from './a11y/console.screens.ts';
import { expectUsable } from './a11y/examine.ts';

test.use({ locale: 'zh-CN', trace: 'off', actionTimeout: 10_000 });

for (const [part, screens] of Object.entries({ daily, desk, files, settings, english }))
  test(`${part}: everybody can use every screen of the console, in any colours, at any size`, async ({
    page,
    mock,
  }) => {
    test.setTimeout(240_000);
    await expectUsable({ page, mock }, screens);
  });
