/** One letter through every hand, and who may see what of it at each step; the same where its tenants share a shard or don't. */
import { expect, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { PublishedLetter, Receipt, WriterLetter } from '../../contract/letters.ts';
import type { QueuePage, StaffLetter } from '../../contract/staff.ts';
import type { Stats } from '../../contract/stats.ts';
import { aMember, aTenant, call, fromAnywhere, send, testEnv } from './app.ts';

export const at = (time: string) => vi.spyOn(Date, 'now').mockReturnValue(Date.parse(`${time}+08:00`));

export type Headers = Record<string, string>;

export interface House {
  slug: string;
  name: string;
  coordinator: Headers;
  /** An officer of each department. */
  first: Headers;
  second: Headers;
}

export async function aHouse(name: string): Promise<House> {
  const slug = await aTenant({ name, departments: [`${name}一科`, `${name}二科`] });
  const house = {
    ...{ slug, name },
    coordinator: await aMember('coordinator', slug),
    first: await aMember('officer', slug, ['d01']),
    second: await aMember('officer', slug, ['d02']),
  };
  // A test lives through weeks; a token of theirs through a day.
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  return house;
}

export const read = (who: Headers, number: string): Promise<Response> =>
  call(`/v1/staff/letters/${number}`, { headers: who });
export const seen = async (who: Headers, number: string): Promise<StaffLetter> =>
  (await read(who, number)).json<StaffLetter>();
export const give = (who: Headers, number: string, name: string, json: unknown = {}): Promise<Response> =>
  call(`/v1/staff/letters/${number}/${name}`, { headers: who, json });

/** @throws where it is refused */
export async function does(who: Headers, number: string, name: string, json: unknown = {}) {
  const answer = await give(who, number, name, json);
  if (!answer.ok) throw new Error(`${name}: ${(await answer.json<Problem>()).code}`);
  return answer.json<StaffLetter>();
}

export async function refusal(
  who: Headers,
  number: string,
  name: string,
  json: unknown = {},
): Promise<string> {
  const answer = await give(who, number, name, json);
  return answer.ok ? 'granted' : (await answer.json<Problem>()).code;
}

export async function inbox({ slug, coordinator }: House, query = '', who = coordinator): Promise<QueuePage> {
  return (await call(`/v1/staff/letters?tenant=${slug}${query}`, { headers: who })).json<QueuePage>();
}

export const numbersIn = ({ items }: QueuePage): string[] => items.map(({ number }) => number);

export async function received({ slug }: House, asOf: string): Promise<number> {
  const address = `/v1/tenants/${slug}/stats?from=2026-01-01&to=${asOf}&asOf=${asOf}`;
  return (await (await call(address)).json<Stats>()).received;
}

export const toTenant = (tenant: string) => ({ tenant, reason: '这件事归贵单位办理。' });
const finalReply = {
  ...{ type: 'final', outcome: 'explained', phone: '0724-2345678' },
  body: '经查，您反映的路段由我科养护。依据《城市道路管理条例》，已于三月六日修补完毕。如有疑问请致电 0724-2345678。',
};

export interface Letter {
  number: string;
  writer: Headers;
  replyBy: string;
}

export async function sent({ slug }: House): Promise<Letter> {
  const contact = { name: '张三', phone: '13800001111', email: '' };
  const receipt: Receipt = await send(slug, { department: 'd01', kind: 'complaint', contact });
  const writer = { Authorization: `Letter ${receipt.accessKey}`, ...fromAnywhere() };
  return { number: receipt.number, writer, replyBy: receipt.replyBy };
}

const asWriter = async ({ number, writer }: Letter): Promise<WriterLetter> =>
  (await call(`/v1/letters/${number}`, { headers: writer })).json<WriterLetter>();

/** None of these knows of it. */
async function strangers(number: string, people: readonly Headers[]): Promise<void> {
  for (const who of people) {
    expect((await read(who, number)).status).toBe(404);
    expect((await give(who, number, 'contact')).status).toBe(404);
    expect((await give(who, number, 'note', { body: '试试' })).status).toBe(404);
  }
}

/** They sent it: they read it, without contact details, and do nothing more with it. */
async function onlyReads(who: Headers, number: string, to: string): Promise<void> {
  const letter = await seen(who, number);
  expect(letter.handedOver?.to).toBe(to);
  expect(letter.may).toEqual([]);
  expect(await refusal(who, number, 'contact')).toBe('handed_over');
  expect(await refusal(who, number, 'note', { body: '试试' })).toBe('handed_over');
}

export async function handsOver(letter: Letter, home: House, b: House, c: House): Promise<void> {
  const { number } = letter;
  await does(home.first, number, 'accept', { department: 'd01' });
  await does(home.first, number, 'note', { body: '甲市内部的话' });
  expect(await refusal(home.first, number, 'transfer', toTenant('nowhere'))).toBe('unknown_tenant');
  expect(await refusal(home.first, number, 'transfer', toTenant(home.slug))).toBe('same_tenant');
  expect(await refusal(home.coordinator, number, 'assign', { tenant: b.slug })).toBe('transfer_first');
  at('2026-03-03T10:00');
  const after = await does(home.first, number, 'transfer', toTenant(b.slug));
  expect(after).toMatchObject({
    ...{ handedOver: { from: home.name, to: b.name }, department: null, departmentName: b.name },
    ...{ replyBy: letter.replyBy, transfers: 1, may: [] },
  });
  await onlyReads(home.first, number, b.name);
  expect((await seen(home.coordinator, number)).may).toEqual([]);
  await strangers(number, [home.second, b.first, b.second, c.coordinator, c.first]);
  expect(numbersIn(await inbox(home))).toEqual([]);
  expect(numbersIn(await inbox(home, '&status=handed-over'))).toEqual([number]);
  const page = await inbox(b);
  expect(page.items).toMatchObject([
    { number, tenant: home.slug, handedOver: { from: home.name, to: b.name }, department: null, excerpt: '' },
  ]);
  expect(page.counts).toMatchObject({ open: 1, unassigned: 1 });
  expect((await asWriter(letter)).departmentName).toBe(b.name);
}

export async function acceptsAndObjects(letter: Letter, home: House, b: House, c: House): Promise<void> {
  const { number } = letter;
  at('2026-03-04T10:00');
  expect(await refusal(b.coordinator, number, 'merge', { into: number })).toBe('forbidden');
  expect(await refusal(b.coordinator, number, 'accept', { department: 'd99' })).toBe('unknown_department');
  const accepted = await does(b.coordinator, number, 'accept', { department: 'd02' });
  // Each house keeps what it says among itself.
  expect(accepted.notes).toEqual([]);
  await does(b.second, number, 'note', { body: '乙县内部的话' });
  expect((await seen(home.coordinator, number)).notes).toMatchObject([{ body: '甲市内部的话' }]);
  expect(accepted).toMatchObject({ department: 'd02', departmentName: `${b.name} · ${b.name}二科` });
  expect(await refusal(b.second, number, 'accept', { department: 'd02' })).toBe('already_accepted');
  await strangers(number, [home.second, b.first, c.coordinator]);
  expect(await (await give(b.second, number, 'contact')).json()).toMatchObject({ phone: '13800001111' });
  await onlyReads(home.first, number, b.name);
  expect((await seen(b.coordinator, number)).accesses).toMatchObject([{ kind: 'contact_viewed' }]);
  expect(numbersIn(await inbox(b, '', b.second))).toEqual([number]);
  expect(numbersIn(await inbox(b, '', b.first))).toEqual([]);
  expect((await asWriter(letter)).departmentName).toBe(`${b.name} · ${b.name}二科`);

  await does(b.second, number, 'object', { reason: '不在我单位辖区。' });
  expect(numbersIn(await inbox(home, '&status=objected'))).toEqual([number]);
  expect((await seen(home.coordinator, number)).may).toEqual(['assign']);
  expect(await refusal(home.first, number, 'assign', { department: 'd01' })).toBe('forbidden');
  expect(await refusal(b.coordinator, number, 'assign', { tenant: c.slug })).toBe('unknown_department');
  // It is theirs after all: they keep their word on it and have no new time to object.
  const kept = await does(home.coordinator, number, 'assign', { tenant: b.slug, reason: '属贵单位辖区。' });
  expect(kept).toMatchObject({ objected: false, forced: false, handedOver: { to: b.name } });
  await does(b.coordinator, number, 'accept', { department: 'd02' });
}

export async function handsOnAndIsAssigned(letter: Letter, home: House, b: House, c: House): Promise<void> {
  const { number } = letter;
  at('2026-03-05T10:00');
  await does(b.second, number, 'transfer', toTenant(c.slug));
  await strangers(number, [b.coordinator, b.first, b.second, c.first]);
  expect(numbersIn(await inbox(b))).toEqual([]);
  expect(numbersIn(await inbox(c))).toEqual([number]);
  expect(await refusal(c.coordinator, number, 'transfer', toTenant(b.slug))).toBe('too_many_transfers');
  await does(c.coordinator, number, 'object', { reason: '也不在我单位辖区。' });
  at('2026-03-06T10:00');
  const given = await does(home.coordinator, number, 'assign', { tenant: b.slug });
  expect(given).toMatchObject({ forced: true, transfers: 2, replyBy: letter.replyBy });
  await strangers(number, [c.coordinator, c.first, b.first]);
  await does(b.coordinator, number, 'accept', { department: 'd01' });
  expect(await refusal(b.first, number, 'transfer', { department: 'd02', reason: '试试看' })).toBe(
    'forced_assignment',
  );
  expect(await refusal(b.first, number, 'object', { reason: '试试看' })).toBe('forced_assignment');
  expect(await refusal(home.coordinator, number, 'assign', { department: 'd01' })).toBe('handed_over');
}

export async function isAnswered(letter: Letter, home: House, b: House): Promise<void> {
  const { number, writer } = letter;
  at('2026-03-09T10:00');
  const replied = await does(b.first, number, 'reply', finalReply);
  expect(replied.replies).toMatchObject([{ department: `${b.name} · ${b.name}一科` }]);
  expect(numbersIn(await inbox(b, '&status=to-publish'))).toEqual([number]);
  expect(numbersIn(await inbox(home, '&status=to-publish'))).toEqual([]);
  const release = { title: '路面坑洼', body: '请问路面坑洼什么时候修补？' };
  await does(b.first, number, 'publish', release);
  const published = await (await call(`/v1/tenants/${home.slug}/letters/${number}`)).json<PublishedLetter>();
  const holder = `${b.name} · ${b.name}一科`;
  expect(published).toMatchObject({ departmentName: holder, replies: [{ department: holder }] });
  expect(published.timeline.map(({ kind, department }) => [kind, department])).toContainEqual([
    'transferred',
    b.name,
  ]);
  expect((await call(`/v1/tenants/${b.slug}/letters/${number}`)).status).toBe(404);
  const rating = { level: 4, solved: 'yes' };
  expect((await call(`/v1/letters/${number}/ratings`, { headers: writer, json: rating })).status).toBe(200);
  expect((await seen(b.first, number)).ratings).toHaveLength(1);
  // Their pages are the home's: who answers for them may take it down.
  expect((await seen(home.coordinator, number)).may).toEqual(['take-down']);
}
