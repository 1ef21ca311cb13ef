/** What every screen has to stand: axe in three kinds of colours, 400 % zoom with spaced text, small screens, the Tab key. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { focused, lost, mislabelled, moving, spaceOut, unforced, unreachable } from './in-page.ts';

/** One thing somebody may have before them. Screens of a list are shown in turn on one page. */
export interface Screen<Tools> {
  name: string;
  show(tools: Tools): Promise<unknown>;
  /** Elder mode: contrast 7:1 and targets of 60 px. */
  elder?: boolean;
  /** Least height of a target at 360 px: ours are 44, in elder mode 60, as look.md asks; the law asks for 24. */
  target?: number;
}

/** Rules whose answer hangs on colours; everything else is the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const SIZE = { width: 1280, height: 800 };

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

const inWords = (found: Found): string[] =>
  found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );

/** All of axe's rules, the best practices among them. */
async function violations(page: Page, elder: boolean): Promise<string[]> {
  // One frame, so there is no need for axe's own blank page beside ours.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (elder) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
  return inWords((await axe.analyze()).violations);
}

/** Some rules again, by the axe that is in the page already. */
async function violationsOf(page: Page, rules: string[]): Promise<string[]> {
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: { run(what: Document, how: object): Promise<{ violations: Found }> };
    };
    return (await axe.run(document, { runOnly: { type: 'rule', values } })).violations;
  }, rules);
  return inWords(found);
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** @returns what is wrong with the screen that is shown, each with where it was found. */
export async function faultsOf(
  page: Page,
  { name, elder = false, target = elder ? 60 : 44 }: Omit<Screen<never>, 'show'>,
): Promise<string[]> {
  const found: Record<string, string[]> = {};
  found['light'] = [...(await violations(page, elder)), ...(await page.evaluate(mislabelled))];
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  found['dark'] = await violationsOf(page, elder ? [...COLOURS, 'color-contrast-enhanced'] : COLOURS);
  await page.emulateMedia({ forcedColors: 'active' });
  await settle(page);
  found['forced colours'] = await page.evaluate(unforced);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  found['less motion'] = await page.evaluate(moving);
  await page.setViewportSize({ width: 360, height: 740 });
  found['360 px'] = [...(await page.evaluate(lost)), ...(await page.evaluate(unreachable, target))];
  // 1280 × 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.evaluate(spaceOut, true);
  found['400 % and spaced'] = [...(await page.evaluate(lost)), ...(await page.evaluate(unreachable, 24))];
  await page.evaluate(spaceOut, false);
  await page.setViewportSize(SIZE);
  return Object.entries(found).flatMap(([where, faults]) =>
    faults.map((fault) => `${name}, ${where}: ${fault}`),
  );
}

/** Shows each screen in turn and fails once, with everything that is wrong with any. */
export async function expectUsable<Tools extends { page: Page }>(
  tools: Tools,
  screens: readonly Screen<Tools>[],
): Promise<void> {
  const faults: string[] = [];
  for (const screen of screens)
    await test.step(screen.name, async () => {
      await screen.show(tools);
      faults.push(...(await faultsOf(tools.page, screen)));
    });
  expect(faults).toEqual([]);
}

/** Tabs once through everything: each stop is ringed and in sight, none comes twice, and the way out is found. */
export async function tabThrough(page: Page, name: string): Promise<number> {
  const faults: string[] = [];
  const seen = new Set<number>();
  // From the top, wherever one was before.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    if (seen.has(stop.id)) {
      faults.push(`came back to ${stop.what}`);
      break;
    }
    seen.add(stop.id);
    if (!stop.ringed) faults.push(`no ring: ${stop.what}`);
    if (!stop.inSight) faults.push(`out of sight: ${stop.what}`);
  }
  expect.soft(faults, `${name}, by Tab`).toEqual([]);
  return seen.size;
}
