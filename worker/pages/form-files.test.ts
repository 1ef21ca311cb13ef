import { createExecutionContext } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as made from '../attachments/test/fixtures.ts';
import { app } from '../app.ts';
import { runJobs } from '../jobs/run.ts';
import { aTenant, fromAnywhere, origin, testEnv, type call } from '../test/app.ts';
import { formTo, open, sendFiles, textOf, type Form, type Page } from './test/plain-browser.ts';

const typed = {
  kind: 'complaint',
  title: '象山大道的路灯坏了三天',
  body: '象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮，照片里看得见。',
};
const photo = (name: string) => ({ name, bytes: made.jpeg() });
const writeForm = async (tenant: string): Promise<Form> =>
  formTo(await open(`/s/${tenant}/write`), { path: '/write' });
const kept = (page: Page): string[] =>
  formTo(page, { path: '/write' }).entries.flatMap(([name, value]) => (name === 'kept' ? [value] : []));
const objects = async (prefix: string) => (await testEnv.FILES.list({ prefix })).objects.length;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('files that a form holds', () => {
  it('wait where the scanner does not answer, and go with the letter once it does', async () => {
    const tenant = await aTenant();
    const scanned = { ...testEnv, HUIXIN_SCAN_URL: 'http://scanner.test/', HUIXIN_SCAN_REQUIRED: '1' };
    const fetched: typeof call = async (path, init = {}) =>
      app.fetch(new Request(`${origin}${path}`, init as RequestInit), scanned, createExecutionContext());
    const scanner = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('connection refused'));
    const page = await sendFiles(await writeForm(tenant), typed, [photo('a.jpg')], {}, fetched);
    expect(page.status).toBe(400);
    expect(textOf(page.html)).toContain('“a.jpg”：安全检查暂时没有回应。文件已经传好');
    expect(textOf(page.html)).toContain('已传到，还没有检查完');
    expect(kept(page)).toHaveLength(1);
    scanner.mockResolvedValue(Response.json({ clean: true }));
    const receipt = await sendFiles(formTo(page, { path: '/write' }), {}, [], {}, fetched);
    expect(textOf(receipt.html)).toContain('收到 1 个文件');
  });

  it('are bounded for one address: what comes then is told by name, and the text stays', async () => {
    const tenant = await aTenant();
    const address = fromAnywhere();
    const five = ['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'].map(photo);
    for (let sent = 0; sent < 6; sent++)
      await sendFiles(await writeForm(tenant), { step: 'keep' }, five, address);
    const page = await sendFiles(await writeForm(tenant), typed, [photo('好的.jpg')], address);
    expect(page.status).toBe(400);
    expect(textOf(page.html)).toContain('“好的.jpg”没有收下：现在传文件的人较多');
    expect(formTo(page, { path: '/write' }).fields).toMatchObject(typed);
  });

  it('leave nothing behind where they are too large, and are gone after a day where nothing was sent', async () => {
    const tenant = await aTenant();
    await runJobs(testEnv);
    const before = await objects('');
    const large = { name: 'a.jpg', bytes: made.jpeg({ scanBytes: 6 * 1024 * 1024 }) };
    const page = await sendFiles(await writeForm(tenant), { step: 'keep' }, [large, photo('b.jpg')]);
    expect(textOf(page.html)).toContain('“a.jpg”没有收下：这个文件超过 10 MB');
    await runJobs(testEnv);
    expect(await objects('incoming/')).toBe(0);
    expect(await objects('')).toBe(before + 1);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3_600_000);
    await runJobs(testEnv);
    await runJobs(testEnv);
    const sent = await testEnv.LETTERS_0.prepare('SELECT count(*) AS count FROM attachment').first<{
      count: number;
    }>();
    expect(await objects('')).toBe(sent!.count);
  });
});
