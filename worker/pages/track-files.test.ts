import { describe, expect, it } from 'vitest';
import type { PublishedLetter, Receipt } from '../../contract/letters.ts';
import * as made from '../attachments/test/fixtures.ts';
import { accepted, command, mine, office } from '../attachments/test/letters.ts';
import { aTenant, call, origin, fromAnywhere, send } from '../test/app.ts';
import {
  addressesIn,
  formsIn,
  formTo,
  open,
  post,
  sendFiles,
  textOf,
  type Form,
  type Page,
} from './test/plain-browser.ts';

const opened = (tenant: string, { number, accessKey }: Pick<Receipt, 'number' | 'accessKey'>) =>
  post(`/s/${tenant}/track`, { number, key: accessKey });
const downloads = (page: Page): Form[] =>
  formsIn(page.html).filter(({ action }) => action.includes('/track/files/'));
const photo = (name: string, width = 640) => ({ name, bytes: made.jpeg({ width }) });
const fetched = ({ action, fields }: Pick<Form, 'action' | 'fields'>, headers: Record<string, string> = {}) =>
  call(action, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: origin,
      ...fromAnywhere(),
      ...headers,
    },
  });
const finalReply = { type: 'final', body: '已经核实并办结，详见附件。', outcome: 'explained' };

describe('files on the writer’s page', () => {
  it('are downloads under a policy that lets them do nothing, asked for without the key in any address', async () => {
    const { tenant, officer, receipt, number } = await accepted(1);
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...finalReply, files: [given] });
    const page = await opened(tenant, receipt);
    const forms = downloads(page);
    expect(forms).toHaveLength(2);
    expect(addressesIn(page.html).join(' ')).not.toContain(receipt.accessKey);
    for (const [form, type, name] of [
      [forms[0]!, 'application/pdf', `${number}-2.pdf`],
      [forms[1]!, 'image/jpeg', `${number}-1.jpg`],
    ] as const) {
      const answer = await fetched(form);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe(type);
      expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`);
      expect(answer.headers.get('Content-Security-Policy')).toMatch(/^sandbox;/);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  it('are there for nobody with another letter’s key, a wrong one, none, or from another site', async () => {
    const [one, two] = [await accepted(1), await accepted(1)];
    const stranger = await send(one.tenant);
    const [form] = downloads(await opened(one.tenant, one.receipt));
    const { action, fields } = form!;
    const statuses = async (more: Record<string, string>, headers?: Record<string, string>) =>
      (await fetched({ action, fields: { ...fields, ...more } }, headers)).status;
    expect(await statuses({})).toBe(200);
    expect(await statuses({ key: stranger.accessKey })).toBe(404);
    expect(await statuses({ number: stranger.number, key: stranger.accessKey })).toBe(404);
    expect(await statuses({ key: '' })).toBe(400);
    expect(await statuses({}, { Origin: 'https://evil.example' })).toBe(403);
    const elsewhere = action.replace(one.tenant, two.tenant);
    const { number, accessKey: key } = two.receipt;
    expect((await fetched({ action: elsewhere, fields: { number, key } })).status).toBe(404);
    expect((await call(action)).status).toBe(404);
  });

  it('come with a supplement, once however often it is sent; others with the same words are another', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant);
    const form = formTo(await opened(tenant, receipt), { action: 'supplement' });
    const text = { supplement: '照片见附件。' };
    const first = await sendFiles(form, text, [photo('a.jpg', 100)]);
    expect(textOf(first.html)).toContain('补充已经收到');
    const twice = await sendFiles(form, text, [photo('a.jpg', 100)]);
    expect(textOf(twice.html)).toContain('补充已经收到');
    const reloaded = await sendFiles(form, text, [{ name: 'a.jpg', bytes: new Uint8Array(0) }]);
    expect(textOf(reloaded.html)).toContain('补充已经收到');
    expect((await mine(receipt)).supplements).toHaveLength(1);
    await sendFiles(form, text, [photo('b.jpg', 200)]);
    const supplements = (await mine(receipt)).supplements;
    expect(supplements.map(({ files }) => files?.map(({ width }) => width))).toEqual([[100], [200]]);
    expect(downloads(await opened(tenant, receipt))).toHaveLength(2);
  });

  it('are not lost where the supplement has no words yet, or another file is refused', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant);
    const form = formTo(await opened(tenant, receipt), { action: 'supplement' });
    const silent = await sendFiles(form, { supplement: ' ' }, [
      photo('a.jpg'),
      { name: 'b.jpg', bytes: made.zip() },
    ]);
    expect(silent.status).toBe(400);
    expect(silent.html).toContain('href="#supplement"');
    expect(textOf(silent.html)).toContain('“b.jpg”没有收下');
    const kept = await sendFiles(
      formTo(silent, { action: 'supplement' }),
      { supplement: '', step: 'keep' },
      [],
    );
    expect(textOf(kept.html)).toContain('已存好 1 个文件');
    const sent = await sendFiles(formTo(kept, { action: 'supplement' }), { supplement: '见照片。' }, []);
    expect(textOf(sent.html)).toContain('补充已经收到');
    expect((await mine(receipt)).supplements[0]!.files).toHaveLength(1);
  });
});

describe('files of a published letter', () => {
  it('are links on its page where an officer released them, and nothing where not', async () => {
    const { tenant, officer, receipt, number } = await accepted(2);
    const given = await office(number, officer);
    await command(officer, number, 'reply', { ...finalReply, files: [given] });
    const [first] = (await mine(receipt)).files!;
    const text = { title: '退休档案保管费', body: '退休以后还要交吗？', reply: '已经核实并办结，详见附件。' };
    await command(officer, number, 'publish', { ...text, files: [first!.id, given.id] });
    const published = await (await call(`/v1/tenants/${tenant}/letters/${number}`)).json<PublishedLetter>();
    expect(published.files).toHaveLength(1);
    const page = await open(`/s/${tenant}/letters/${number}`);
    const links = addressesIn(page.html).filter((address) => address.includes('/files/'));
    expect(links.map((address) => address.split('/').at(-1)).sort()).toEqual([first!.id, given.id].sort());
    for (const address of links) expect((await call(address)).status).toBe(200);
    expect(textOf(page.html)).toContain(`${number}-1.jpg`);
  });
});
