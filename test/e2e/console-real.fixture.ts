/** What tests of the console on the real service share: signing in, a letter from the counter, a command given. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test as base } from './support/test.ts';

export { expect };

export interface Registered {
  number: string;
  accessKey: string;
}

export const ANSWER =
  '经查，三盏路灯因线缆被挖断停亮。依据《城市照明管理规定》第二十条，已列入计划，修好后告诉您。电话0724-2345678。';

/** Opens the console as a member of the demo. The officer works for 市人社局, so letters for officers go there. */
export type SignIn = (who: 'officer' | 'coordinator' | 'central') => Promise<Page>;

export const test = base.extend<{ as: SignIn }>({
  as: async ({ browser, service, uncaught }, use) => {
    const contexts: BrowserContext[] = [];
    const signIn: SignIn = async (who) => {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      contexts.push(context);
      context.on('weberror', (event) => uncaught.push(event.error()));
      const answer = await context.request.post(`${service}/v1/auth/sign-in/email`, {
        data: { email: `${who}@demo.test`, password: 'huixin-demo' },
        headers: { Origin: service },
      });
      expect(answer.status()).toBe(200);
      const page = await context.newPage();
      await page.goto(`${service}/console/`);
      return page;
    };
    await use(signIn);
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export async function api<T>(page: Page, service: string, path: string, data?: object): Promise<T> {
  const options = { headers: { Origin: service }, ...(data && { data }) };
  const answer = await (data
    ? page.request.post(service + path, options)
    : page.request.get(service + path, options));
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** A letter from the counter, for a department by name or for nobody yet. */
export async function letterFor(
  page: Page,
  service: string,
  department: string | null,
  title: string,
  more: object = {},
) {
  const session = await api<{ roles: { allDepartments: { id: string; name: string }[] }[] }>(
    page,
    service,
    '/v1/staff/session',
  );
  const found = session.roles[0]?.allDepartments.find(({ name }) => name === department);
  return api<Registered>(page, service, '/v1/staff/letters', {
    ...{ tenant: 'jingmen', channel: 'counter', kind: 'complaint', department: found?.id ?? null, title },
    body: '白石坡小区东门的三盏路灯从十一月八日起就不亮了，希望尽快修好。电话13800001234。',
    contact: { phone: '13800001234' },
    publish: true,
    ...more,
  });
}

export async function open(page: Page, service: string, { number }: Registered): Promise<void> {
  await page.goto(`${service}/console/#/`);
  await page.goto(`${service}/console/#/letters/${number}`);
  await expect(page.locator('.letter-head')).toContainText(number);
}

export const other = (page: Page, name: string) =>
  page.locator('.others').getByText(name, { exact: true }).click();
export const done = (page: Page) => page.locator('.actions .done');
export const standing = (page: Page) => page.locator('.standing > strong');

export async function send(page: Page, says: string): Promise<void> {
  await page.locator('.command button[type=submit]').click();
  await expect(done(page)).toContainText(says);
}
