/** What is the writer's alone is behind a press that is recorded, with who and when. */
import { describe, expect, it } from 'vitest';
import type { ContactView, QueuePage, StaffLetter } from '../../contract/staff.ts';
import { jpeg } from '../attachments/test/fixtures.ts';
import { upload } from '../attachments/test/uploads.ts';
import { aMember, aTenant, call, fromAnywhere, send } from '../test/app.ts';

const contact = { name: '欧阳鹤鸣', phone: '13971234501', email: 'heming@writer.test' };
const told = Object.values(contact);
type By = Record<string, string>;

const staff = (by: By, path: string, json?: unknown) =>
  call(`/v1/staff/letters${path}`, { headers: by, ...(json === undefined ? {} : { json }) });
const letterOf = async (by: By, number: string) => (await staff(by, `/${number}`)).json<StaffLetter>();
const writersView = (number: string, key: string) =>
  call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${key}`, ...fromAnywhere() } });

async function aCase() {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const officer = await aMember('officer', tenant, ['d01']);
  const receipt = await send(tenant, { department: 'd01', contact });
  return { tenant, coordinator, officer, receipt, number: receipt.number };
}

describe('contact details', () => {
  it('are in no queue, letter or answer to a command, but only where they are asked for', async () => {
    const { coordinator, officer, number } = await aCase();
    const answers = [
      await staff(officer, ''),
      await staff(coordinator, `?q=${encodeURIComponent(contact.name)}`),
      await staff(officer, `/${number}`),
      await staff(officer, `/${number}/accept`, { department: 'd01' }),
      await staff(officer, `/${number}/note`, { body: '备注' }),
    ];
    const page = await answers[1]!.clone().json<QueuePage>();
    expect(page.items).toEqual([]);
    for (const answer of answers) {
      const text = await answer.text();
      expect(told.filter((part) => text.includes(part))).toEqual([]);
    }
    const shown = await staff(officer, `/${number}/contact`, {});
    expect(await shown.json<ContactView>()).toEqual(contact);
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it('every look is told to the coordinator with who and when, and to nobody else', async () => {
    const { coordinator, officer, number, receipt } = await aCase();
    for (const by of [officer, coordinator, officer]) await staff(by, `/${number}/contact`, {});
    const { accesses } = await letterOf(coordinator, number);
    expect(accesses.map(({ kind, by }) => [kind, by])).toEqual([
      ['contact_viewed', 'officer 某'],
      ['contact_viewed', 'coordinator 某'],
      ['contact_viewed', 'officer 某'],
    ]);
    for (const { at } of accesses) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
    expect((await letterOf(officer, number)).accesses).toEqual([]);
    const seen = await (await writersView(number, receipt.accessKey)).text();
    expect(seen).not.toContain('某');
  });

  it('a look that is not on record shows nothing: the record is written first', async () => {
    const { officer, coordinator, number } = await aCase();
    await staff(coordinator, `/${number}/erase-contact`, { reason: '本人申请' });
    expect((await staff(officer, `/${number}/contact`, {})).status).toBe(409);
    expect((await letterOf(coordinator, number)).accesses).toEqual([]);
  });
});

describe('what the writer attached', () => {
  it('is opened by staff on record only, and by its writer without', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const officer = await aMember('officer', tenant, ['d01']);
    const { given } = await upload(`/v1/tenants/${tenant}/uploads`, jpeg());
    const { number, accessKey } = await send(tenant, { department: 'd01', uploads: [given] });
    const file = `/${number}/files/${given.id}`;
    const own = await call(`/v1/letters${file}`, { headers: { Authorization: `Letter ${accessKey}` } });
    const theirs = await staff(officer, file);
    expect([own.status, theirs.status]).toEqual([200, 200]);
    expect(theirs.headers.get('content-disposition')).toBe(`attachment; filename="${number}-1.jpg"`);
    await Promise.all([own.arrayBuffer(), theirs.arrayBuffer()]);
    const { accesses } = await letterOf(coordinator, number);
    expect(accesses.map(({ kind, by }) => [kind, by])).toEqual([['file_viewed', 'officer 某']]);
  });
});

describe('a new access key at the counter', () => {
  it('is recorded with who gave it out; the old one is dead at once, on the API and on the page', async () => {
    const { tenant, coordinator, officer, number, receipt } = await aCase();
    const renewed = await staff(officer, `/${number}/new-key`, { proof: '核对了身份证' });
    const { accessKey } = await renewed.json<{ accessKey: string }>();
    expect(renewed.headers.get('cache-control')).toBe('no-store');
    expect((await writersView(number, receipt.accessKey)).status).toBe(404);
    expect((await writersView(number, accessKey)).status).toBe(200);
    const page = (key: string) =>
      call(`/s/${tenant}/track`, {
        method: 'POST',
        headers: { Origin: 'https://letters.test', ...fromAnywhere() },
        body: new URLSearchParams({ number, key }),
      });
    expect((await page(receipt.accessKey)).status).toBe(404);
    expect((await page(accessKey)).status).toBe(200);
    const { accesses } = await letterOf(coordinator, number);
    expect(accesses.map(({ kind, by }) => [kind, by])).toEqual([['key_renewed', 'officer 某']]);
    const { timeline } = await (
      await writersView(number, accessKey)
    ).json<{ timeline: { kind: string; text: string | null }[] }>();
    expect(timeline.at(-1)).toMatchObject({ kind: 'key_renewed', text: null });
  });
});
