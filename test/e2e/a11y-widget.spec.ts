/** Everybody can read, see and reach everything the widget shows. */
import { test } from './widget/widget-test.ts';
import { expectUsable } from './a11y/examine.ts';
import { files } from './a11y/files.screens.ts';
import { elderly, following, reading, writing } from './a11y/widget.screens.ts';

// A trace of so many screens would take longer than the screens.
test.use({ trace: 'off', actionTimeout: 10_000 });

for (const [part, screens] of Object.entries({ writing, elderly, following, reading, files }))
  test(`${part}: everybody can use every screen of the widget, in any colours, at any size`, async ({
    page,
    box,
    open,
    servers,
  }) => {
    test.setTimeout(240_000);
    await page.goto(servers.hosts.base);
    await expectUsable({ page, box, open, service: servers.service }, screens);
  });
