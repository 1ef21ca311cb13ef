import type { CDPSession, Page, Route } from '@playwright/test';
import { notices, profile, stats } from './widget/mock-data.ts';
import { BODY, expect, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

/** Every element and, for the letterbox, every view. */
const ELEMENTS = {
  'huixin-letterbox': ['write', 'track', 'replies'],
  'huixin-feed': [],
  'huixin-notices': [],
  'huixin-badge': [],
};
const TAGS = Object.keys(ELEMENTS).join();
const OTHERS = ['feed', 'notices', 'badge']
  .map((name) => `<huixin-${name} tenant="jingmen"></huixin-${name}>`)
  .join('');

/**
 * Measuring itself leaves some 30 kB, however many the rounds; the smallest element kept costs 2.7 kB, so that 200 of them
 * would be 540 kB.
 */
const HEAP_GROWTH_MAX = 100_000;

const CORS = { 'Access-Control-Allow-Origin': '*' };

test.describe('elements come and go', () => {
  for (const [tag, views] of Object.entries(ELEMENTS)) {
    test(`200 insertions and removals of ${tag} leave nothing behind`, async ({ page, open }) => {
      test.setTimeout(120_000);
      await open('<div id="place"></div>');
      const session = await page.context().newCDPSession(page);
      // The first rounds fetch the views and let the browser compile what is run often.
      await comeAndGo(page, tag, views, 60);
      const before = await counted(session);
      await comeAndGo(page, tag, views, 200);
      const after = await counted(session);
      expect({ ...after, heap: 0 }).toEqual({ ...before, heap: 0 });
      expect(after.heap - before.heap, 'bytes of heap').toBeLessThan(HEAP_GROWTH_MAX);
    });
  }

  test('attributes and properties set before the script came are all heeded', async ({
    page,
    open,
    servers,
  }) => {
    await open('<div id="place"></div>', { script: '' });
    await page.evaluate((base) => {
      const place = document.getElementById('place')!;
      place.innerHTML = `
        <huixin-letterbox tenant="jingmen" kind="help" department="jiaoyu" elder lang="en" id="a"></huixin-letterbox>
        <huixin-feed tenant="jingmen" limit="3" kind="help" department="jiaoyu"></huixin-feed>
        <huixin-notices tenant="jingmen" limit="3" department="jiaoyu"></huixin-notices>
        <huixin-badge tenant="jingmen" metric="days" lang="en" id="b"></huixin-badge>`;
      const made = (tag: string, properties: object) =>
        place.append(Object.assign(document.createElement(tag), { tenant: 'jingmen', ...properties }));
      made('huixin-letterbox', { kind: 'help', department: 'jiaoyu', elder: true, lang: 'en', id: 'c' });
      made('huixin-letterbox', { view: 'track', number: 'JM-2026-000001', id: 'd' });
      made('huixin-feed', { limit: 3, kind: 'help', department: 'jiaoyu' });
      made('huixin-notices', { limit: 3, department: 'jiaoyu' });
      made('huixin-badge', { metric: 'days', lang: 'en', id: 'e' });
      document.head.append(
        Object.assign(document.createElement('script'), { type: 'module', src: `${base}/embed/v1.js` }),
      );
    }, servers.service.base);
    for (const id of ['a', 'c']) {
      const box = page.locator(`#${id}`);
      await expect(box.getByRole('button', { name: 'Standard text' })).toBeVisible();
      await expect(box.locator('[name=kind][value=help]')).toBeChecked();
      await expect(box.locator('[name=department]')).toHaveValue('jiaoyu');
    }
    await expect(page.locator('#d [name=number]')).toHaveValue('JM-2026-000001');
    for (const id of ['b', 'e']) await expect(page.locator(`#${id} strong`)).toHaveText('3.4 working days');
    for (const [path, query] of Object.entries({
      letters: { limit: '3', kind: 'help', department: 'jiaoyu' },
      notices: { limit: '3', department: 'jiaoyu' },
    })) {
      const asked = () => servers.service.queries.filter((url) => url.includes(`/jingmen/${path}?`));
      await expect.poll(() => asked().length).toBe(2);
      for (const url of asked())
        expect(Object.fromEntries(new URL(url, servers.service.base).searchParams)).toMatchObject(query);
    }
  });

  test('moving elements in the page asks nothing again and loses nothing', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open(`<p id="first"></p>${LETTERBOX}${OTHERS}`);
    await expectFirst(page);
    await write(box);
    await box.locator('[name=phone]').fill('13912345678');
    const asked = () => servers.service.queries.filter((url) => !url.includes('/challenge'));
    const before = asked();
    await page.evaluate((tags) => {
      const first = document.getElementById('first')!;
      for (const element of document.querySelectorAll(tags))
        first.parentElement!.insertBefore(element, first);
    }, TAGS);
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await expect(box.locator('[name=phone]')).toHaveValue('13912345678');
    await box.locator('[name=body]').pressSequentially('谢谢');
    await expectFirst(page);
    expect(asked()).toEqual(before);
    await page.reload();
    await expect(box.locator('[name=body]')).toHaveValue(`${BODY}谢谢`);
  });

  test('letterboxes of one tenant and of two keep apart what is typed, and send two letters of one text', async ({
    page,
    open,
    servers,
  }) => {
    await second(page);
    await open(`${LETTERBOX}${LETTERBOX.replace('jingmen', 'zhongxiang')}${LETTERBOX}`);
    const [first, other, twin] = [0, 1, 2].map((at) => page.locator('huixin-letterbox').nth(at));
    await write(first!);
    await write(other!, { title: '钟祥的信' });
    await write(twin!);
    await page.reload();
    await expect(first!.locator('[name=title]')).toHaveValue(TITLE);
    await expect(other!.locator('[name=title]')).toHaveValue('钟祥的信');
    await send(first!);
    await expect(first!.locator('.slip')).toBeVisible();
    await expect(twin!.locator('[name=title]')).toHaveValue(TITLE);
    await send(twin!);
    await expect(twin!.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(2);
    await page.reload();
    await expect(other!.locator('[name=title]')).toHaveValue('钟祥的信');
    await expect(twin!.locator('[name=title]')).toHaveValue('');
  });

  test('what is taken off the page while it loads comes back whole', async ({ page, open }) => {
    const held = await hold(page);
    await open(`${LETTERBOX}${OTHERS}`);
    await expect.poll(held.count).toBe(4);
    const taken = await page.evaluateHandle((tags) => {
      const elements = [...document.querySelectorAll(tags)];
      for (const element of elements) element.remove();
      return elements;
    }, TAGS);
    await held.release();
    await taken.evaluate((elements) => document.querySelector('main')!.append(...elements));
    await expectFirst(page);
  });

  for (const late of ['answers', 'fails']) {
    test(`another tenant while the first one’s answer is under way: the second’s shows, though the first ${late} last`, async ({
      page,
      open,
    }) => {
      await second(page);
      const held = await hold(page);
      await open(`${LETTERBOX}${OTHERS}`);
      await expect.poll(held.count).toBe(4);
      await turn(page);
      await expectSecond(page);
      await (late === 'fails' ? held.fail() : held.release());
      // Whatever the late answers did would be on screen after another rendering.
      await page.evaluate((tags) => {
        for (const element of document.querySelectorAll(tags)) element.setAttribute('lang', 'zh');
      }, TAGS);
      await expectSecond(page);
    });
  }

  test('another tenant out of reach leaves none of the first one’s departments to choose', async ({
    page,
    box,
    open,
  }) => {
    await open(LETTERBOX);
    await box.locator('[name=department]').selectOption('jiaoyu');
    await page.route(/\/v1\/tenants\/zhongxiang/, (route) => route.abort());
    await turn(page);
    await expect(box.getByText('现在连不上信箱。')).toBeVisible();
    await expect(box.locator('option', { hasText: '市教育局' })).toHaveCount(0);
  });

  test('where a part of the script is gone people are told to reload, and what they wrote is there again', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const gone = `${servers.service.base}/embed/chunks/*.view-*`;
    await page.route(gone, (route) => route.fulfill({ status: 404, headers: CORS }));
    await open(`${LETTERBOX}<huixin-notices tenant="jingmen"></huixin-notices>`);
    await write(box);
    for (const tab of ['查进度', '看答复']) {
      await box.getByRole('tab', { name: tab }).click();
      await expect(box.getByText('还是不行，就刷新网页。')).toBeVisible();
    }
    await expect(page.locator('huixin-notices').getByText('还是不行，就刷新网页。')).toBeVisible();
    await page.unroute(gone);
    await page.reload();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await expect(box.locator('[name=body]')).toHaveValue(BODY);
    await expect(page.locator('huixin-notices .notices > li')).toHaveCount(2);
  });
});

/** Puts the element on the page, waits until each view is ready, and takes it off again. */
async function comeAndGo(page: Page, tag: string, views: string[], rounds: number): Promise<void> {
  await page.evaluate(
    async ({ tag, views, rounds }) => {
      // Or the browser's own list of what was fetched grows.
      performance.setResourceTimingBufferSize(0);
      const place = document.getElementById('place')!;
      const ready = (element: Element) =>
        new Promise((resolve) => element.addEventListener('huixin-ready', resolve, { once: true }));
      for (let round = 0; round < rounds; round++) {
        const element = document.createElement(tag);
        element.setAttribute('tenant', 'jingmen');
        let shown = ready(element);
        place.append(element);
        await shown;
        for (const view of views.slice(1)) {
          shown = ready(element);
          (element.shadowRoot!.querySelector(`#tab-${view}`) as HTMLElement).click();
          await shown;
        }
        // What is done after an element is ready, the beacon's waiting, has begun by the next task.
        await new Promise((resolve) => setTimeout(resolve));
        element.remove();
      }
    },
    { tag, views, rounds },
  );
}

async function counted(session: CDPSession) {
  // A second time for what the finalizers of the first let go.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { documents, nodes, jsEventListeners, heap: usedSize };
}

/** A tenant beside the mock's own, with one department, no letters, no notices and nothing due. */
async function second(page: Page): Promise<void> {
  const departments = [{ id: 'shuiwu', name: '市水务局' }];
  const counts = { received: 0, published: 0, withoutConsent: 0, withheld: 0, spam: 0 };
  const answers: Record<string, object> = {
    '': { ...profile('zh-CN'), tenant: 'zhongxiang', departments },
    '/letters': { items: [], nextCursor: null, counts },
    '/notices': { ...notices, items: [] },
    '/stats': stats(0),
  };
  await page.route(/\/v1\/tenants\/zhongxiang/, (route) => {
    const path = new URL(route.request().url()).pathname.replace('/v1/tenants/zhongxiang', '');
    return route.fulfill({ json: answers[path] ?? {}, headers: CORS });
  });
}

const turn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('[tenant]')) element.setAttribute('tenant', 'zhongxiang');
  });

async function expectFirst(page: Page): Promise<void> {
  await expect(page.locator('huixin-letterbox [name=department] option')).toHaveCount(4);
  await expect(page.locator('huixin-feed .letters > li')).toHaveCount(2);
  await expect(page.locator('huixin-notices .notices > li')).toHaveCount(2);
  await expect(page.locator('huixin-badge strong')).toHaveText('92 %');
}

async function expectSecond(page: Page): Promise<void> {
  await expect(page.locator('huixin-letterbox [name=department] option')).toHaveCount(2);
  await expect(page.locator('huixin-letterbox option', { hasText: '市水务局' })).toHaveCount(1);
  await expect(page.locator('huixin-notices').getByText('正在')).toHaveCount(0);
  await expect(page.locator('huixin-feed .letters > li, huixin-notices .notices > li')).toHaveCount(0);
  await expect(page.locator('huixin-badge strong')).toHaveText('—');
  await expect(page.locator(TAGS).getByText('现在连不上信箱。')).toHaveCount(0);
}

/** Keeps what is asked of the first tenant until it is let go, or made to fail. */
async function hold(page: Page) {
  const routes: Route[] = [];
  let holding = true;
  await page.route(/\/v1\/tenants\/jingmen/, (route) => {
    if (holding) routes.push(route);
    else void route.continue();
  });
  const end = async (act: (route: Route) => Promise<void>) => {
    holding = false;
    const done = routes.map((route) =>
      page.waitForEvent('requestfinished', (request) => request === route.request()),
    );
    await Promise.all(routes.map(act));
    await Promise.all(done);
  };
  return {
    count: () => routes.length,
    release: () => end((route) => route.continue()),
    fail: () => end((route) => route.fulfill({ status: 503, headers: CORS })),
  };
}
