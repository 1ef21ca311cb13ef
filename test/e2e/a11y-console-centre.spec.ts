/** Everybody who supervises, or answers to those who do, can see, read and reach everything. */
import { centre, centreInEnglish, reports } from './a11y/centre.screens.ts';
import { expectUsable } from './a11y/examine.ts';
import { test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN', trace: 'off', actionTimeout: 10_000 });

for (const [part, screens] of Object.entries({ centre, reports, centreInEnglish }))
  test(`${part}: everybody can use every screen of the console, in any colours, at any size`, async ({
    page,
    mock,
  }) => {
    test.setTimeout(240_000);
    await expectUsable({ page, mock }, screens);
  });
