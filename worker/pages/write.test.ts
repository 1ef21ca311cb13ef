import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FeedPage } from '../../contract/letters.ts';
import { aMember, aTenant, call, fromAnywhere, testEnv } from '../test/app.ts';
import { issueFormToken } from './form-token.ts';
import {
  addressesIn,
  command,
  formTo,
  open,
  post,
  submitForm,
  textOf,
  type Page,
} from './test/plain-browser.ts';

const typed = {
  kind: 'complaint',
  department: 'd02',
  title: '象山大道的路灯坏了三天',
  body: '象山大道 88 号门口的三盏路灯\n从星期一晚上开始都不亮，希望本周修好。',
  name: '张三',
  phone: '13912345678',
  email: '',
  publish: 'yes',
};

const writeForm = async (tenant: string) => formTo(await open(`/s/${tenant}/write`), { path: '/write' });
const keyIn = (page: Page): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/.exec(page.html)?.[0] ?? '';
const numberIn = (page: Page): string => /[A-Z0-9]{2,8}-\d{4}-\d{6}/.exec(textOf(page.html))?.[0] ?? '';
const received = async (tenant: string): Promise<number> =>
  (await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>()).counts.received;

afterEach(() => {
  vi.useRealTimers();
});

describe('a letter written without scripts', () => {
  it('is stored, numbered and receipted at once', async () => {
    const tenant = await aTenant();
    const answer = await submitForm(await writeForm(tenant), typed);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const text = textOf(answer.html);
    expect(text).toContain('信已寄到');
    expect(text).toContain(typed.title);
    expect(text).toMatch(/我们会在 .*\d+月\d+日（星期.）.*前答复您/);
    expect(text).toContain('第7天');
    expect(keyIn(answer)).not.toBe('');
    expect(await received(tenant)).toBe(1);
  });

  it('goes write, track, supplement, answer, rate, and is answered again', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d02']);
    const receipt = await submitForm(await writeForm(tenant), typed);
    let page = await submitForm(formTo(receipt, { path: '/track' }), {});
    expect(textOf(page.html)).toContain('您的信已经收到');

    await command(officer, numberIn(receipt), 'accept', { department: 'd02' });
    await command(officer, numberIn(receipt), 'request-info', { question: '是路的东边还是西边？' });
    page = await submitForm(formTo(receipt, { path: '/track' }), {});
    expect(textOf(page.html)).toContain('是路的东边还是西边？');
    const supplement = formTo(page, { action: 'supplement' });
    page = await submitForm(supplement, { supplement: '东边。' });
    expect(textOf(page.html)).toContain('补充已经收到');
    page = await submitForm(supplement, { supplement: '东边。' });
    expect(page.html.match(/东边。/g), 'a reload adds nothing').toHaveLength(1);

    await command(officer, numberIn(receipt), 'reply', {
      type: 'final',
      body: '已经派人换上了新灯泡。',
      outcome: 'resolved',
    });
    page = await submitForm(formTo(receipt, { path: '/track' }), {});
    page = await submitForm(formTo(page, { action: 'rate' }), {
      level: '2',
      solved: 'no',
      result: '1',
      comment: '只亮了一盏。',
    });
    expect(textOf(page.html)).toContain('这封信会重新办理');
    expect(textOf(page.html)).toContain('只亮了一盏。');
    await command(officer, numberIn(receipt), 'reply', {
      type: 'final',
      body: '三盏路灯今天都换好了。',
      outcome: 'resolved',
    });
    page = await submitForm(formTo(receipt, { path: '/track' }), {});
    page = await submitForm(formTo(page, { action: 'rate' }), { level: '5', solved: 'yes' });
    expect(textOf(page.html)).toContain('已办结');
  });

  it('is one letter with one receipt however often the form is sent', async () => {
    const tenant = await aTenant();
    const form = await writeForm(tenant);
    const twins = await Promise.all([submitForm(form, typed), submitForm(form, typed)]);
    const again = await submitForm(form, typed);
    expect(again.status).toBe(200);
    expect(textOf(again.html)).toContain('没有重复寄');
    expect(new Set([...twins, again].map(keyIn)).size).toBe(1);
    expect(new Set([...twins, again].map(numberIn)).size).toBe(1);
    expect(await received(tenant)).toBe(1);
  });

  it('gives the same receipt on a reload after the token ran out', async () => {
    const tenant = await aTenant();
    const form = await writeForm(tenant);
    const first = await submitForm(form, typed);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3_600_000 });
    const later = await submitForm(form, typed);
    expect(later.status).toBe(200);
    expect(keyIn(later)).toBe(keyIn(first));
    expect(await received(tenant)).toBe(1);
  });

  it('shows the key in the receipt and the forms behind it only, never in an address or a header', async () => {
    const tenant = await aTenant();
    const receipt = await submitForm(await writeForm(tenant), typed);
    const key = keyIn(receipt);
    const pages = [receipt, await submitForm(formTo(receipt, { path: '/track' }), {})];
    pages.push(await submitForm(formTo(pages[1]!, { action: 'consent' }), {}));
    for (const page of pages) {
      expect(addressesIn(page.html).join(' ')).not.toContain(key);
      expect(JSON.stringify([...page.headers])).not.toContain(key);
      expect(page.headers.get('Cache-Control')).toBe('no-store');
      expect(page.headers.get('Set-Cookie')).toBeNull();
      expect(page.headers.get('ETag')).toBeNull();
    }
    expect(textOf(pages[2]!.html)).not.toContain(key);
  });
});

describe('a form that cannot be sent yet', () => {
  it('comes back with everything that was typed, and says at the field and at the top what to change', async () => {
    const tenant = await aTenant();
    const wrong = { ...typed, kind: '', title: '灯', body: '\n不亮了 <b>"', email: '张三@' };
    const page = await submitForm(await writeForm(tenant), wrong);
    expect(page.status).toBe(400);
    expect(page.html).toMatch(/<title>有误/);
    const { fields } = formTo(page, { path: '/write' });
    const { kind: _unchosen, ...kept } = wrong;
    expect(fields).toMatchObject(kept);
    for (const id of ['kind', 'title', 'body', 'email']) {
      expect(page.html).toContain(`href="#${id}"`);
      expect(page.html).toMatch(new RegExp(`id="${id}-error"`));
      expect(page.html).toMatch(new RegExp(`id="${id}"`));
    }
    expect(textOf(page.html)).toContain('标题还差 1 个字');
    const sent = await submitForm(formTo(page, { path: '/write' }), typed);
    expect(sent.status).toBe(201);
  });

  it.each([
    ['of another tenant', async (_tenant: string) => issueFormToken(testEnv, await aTenant(), Date.now())],
    ['that was made up', async () => `${'0'.repeat(26)}.9999999999.${'0'.repeat(64)}`],
    ['that is missing', async () => ''],
    [
      'that has expired',
      async (tenant: string) => issueFormToken(testEnv, tenant, Date.now() - 2 * 3_600_000 - 1000),
    ],
  ])(
    'stores nothing with a token %s, keeps the text and takes it with the new token',
    async (_what, tokenFor) => {
      const tenant = await aTenant();
      const page = await post(`/s/${tenant}/write`, { ...typed, token: await tokenFor(tenant) });
      expect(page.status).toBe(400);
      expect(await received(tenant)).toBe(0);
      const form = formTo(page, { path: '/write' });
      expect(form.fields).toMatchObject(typed);
      expect((await submitForm(form, {})).status).toBe(201);
    },
  );

  it('is not a second letter when it was changed after sending, until it is sent once more', async () => {
    const tenant = await aTenant();
    const form = await writeForm(tenant);
    await submitForm(form, typed);
    const other = await submitForm(form, { ...typed, title: '另一件事：公交站牌' });
    expect(other.status).toBe(422);
    expect(await received(tenant)).toBe(1);
    expect((await submitForm(formTo(other, { path: '/write' }), {})).status).toBe(201);
    expect(await received(tenant)).toBe(2);
  });

  it('comes back when a machine filled in the hidden field', async () => {
    const tenant = await aTenant();
    const page = await submitForm(await writeForm(tenant), { ...typed, website: 'https://spam.example' });
    expect(page.status).toBe(400);
    expect(formTo(page, { path: '/write' }).fields['website']).toBe('');
    expect(await received(tenant)).toBe(0);
  });

  it('is taken five times a minute from one address, then says when to try again and keeps the text', async () => {
    const tenant = await aTenant();
    const address = fromAnywhere();
    for (let count = 0; count < 5; count++) {
      expect((await submitForm(await writeForm(tenant), typed, address)).status).toBe(201);
    }
    const page = await submitForm(await writeForm(tenant), typed, address);
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(formTo(page, { path: '/write' }).fields).toMatchObject(typed);
  });

  it.each(['https://evil.example', 'null'])('is refused from a page of %s, as a page', async (from) => {
    const tenant = await aTenant();
    const page = await submitForm(await writeForm(tenant), typed, { Origin: from });
    expect(page.status).toBe(403);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(await received(tenant)).toBe(0);
  });

  it('names the department that is unknown, and asks for one way to reach the writer where the tenant needs it', async () => {
    const tenant = await aTenant();
    const unknown = await submitForm(await writeForm(tenant), { ...typed, department: 'd99' });
    expect(unknown.html).toContain('id="department-error"');
    await testEnv.DIRECTORY.prepare('UPDATE tenant SET contact_required = 1 WHERE slug = ?')
      .bind(tenant)
      .run();
    const silent = await submitForm(await writeForm(tenant), { ...typed, phone: '' });
    expect(silent.status).toBe(400);
    expect(silent.html).toContain('id="phone-error"');
  });
});
