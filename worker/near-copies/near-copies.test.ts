/** Replies that went out are found again, by whom may read them, until their text is erased; and what sending finds goes on record. */
import { expect, it } from 'vitest';
import type { ReplyCheck } from '../../contract/staff.ts';
import type { Problem } from '../../contract/errors.ts';
import type { Stats } from '../../contract/stats.ts';
import { aMember, aTenant, call, fromAnywhere, send, testEnv } from '../test/app.ts';

type Headers = Record<string, string>;

const body =
  '经查，文昌路排水口被落叶堵塞。根据《城镇排水条例》第十条，5月6日已疏通雨水口6处，5月底前再增设2处。电话0724-2990000。';
const other = '您的户口已于5月8日迁入，凭身份证到城东派出所窗口领取户口簿即可，不收费用。';

const give = (headers: Headers, number: string, name: string, json: unknown) =>
  call(`/v1/staff/letters/${number}/${name}`, { headers, json });
const final = (text: string, more: Record<string, unknown> = {}) => ({
  ...{ type: 'final', outcome: 'resolved', body: text },
  ...more,
});

async function aLetter(tenant: string, coordinator: Headers, department = 'd01'): Promise<string> {
  const { number } = await send(tenant, { title: '文昌路积水', body: '一下雨文昌路就积水，半个月没人管。' });
  await give(coordinator, number, 'accept', { department });
  return number;
}

async function answer(headers: Headers, number: string, text: string): Promise<void> {
  const done = await give(headers, number, 'reply', final(text));
  if (done.status !== 200) throw new Error(await done.text());
}

const ask = async (headers: Headers, number: string, text: string): Promise<ReplyCheck> =>
  (await give(headers, number, 'reply-check', { type: 'final', body: text })).json<ReplyCheck>();

const eventsOf = async (number: string, kind: string) =>
  (
    await testEnv.LETTERS_0.prepare(
      'SELECT e.data FROM event e JOIN letter l ON l.id = e.letter_id WHERE l.number = ? AND e.kind = ? ORDER BY e.seq',
    )
      .bind(number, kind)
      .all<{ data: string }>()
  ).results.map(({ data }) => JSON.parse(data) as Record<string, unknown>);

it('names the letter that was answered with these words, of the same tenant only, and not the letter itself', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const [first, second, third] = [
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
  ];
  await answer(coordinator, first, body);
  await answer(coordinator, second, other);
  const dated = body.replace('5月6日', '7月19日');
  const { copies, others } = await ask(coordinator, third, dated);
  expect(others).toBe(0);
  expect(copies).toMatchObject([{ number: first, department: 'd01', departmentName: '市人社局' }]);
  expect(copies[0]!.similarity).toBeGreaterThan(0.9);
  expect(await ask(coordinator, first, body)).toEqual({ copies: [], others: 0 });
  const elsewhere = await aTenant();
  const stranger = await aMember('coordinator', elsewhere);
  expect(await ask(stranger, await aLetter(elsewhere, stranger), body)).toEqual({ copies: [], others: 0 });
});

it('an officer learns of copies in other departments how many, and not which', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const officer = await aMember('officer', tenant, ['d01']);
  const theirs = await aLetter(tenant, coordinator, 'd02');
  const own = await aLetter(tenant, coordinator);
  const writing = await aLetter(tenant, coordinator);
  await answer(coordinator, theirs, body);
  expect(await ask(officer, writing, body)).toEqual({ copies: [], others: 1 });
  await answer(officer, own, body);
  expect(await ask(officer, writing, body)).toMatchObject({ copies: [{ number: own }], others: 1 });
});

it('members of a tenant that was handed a letter learn of no other letter of its own tenant', async () => {
  const [home, holder] = [await aTenant(), await aTenant()];
  const [coordinator, theirs] = [await aMember('coordinator', home), await aMember('coordinator', holder)];
  await answer(coordinator, await aLetter(home, coordinator), body);
  const [number, another] = [await aLetter(home, coordinator), await aLetter(home, coordinator)];
  for (const one of [number, another]) {
    const handed = await give(coordinator, one, 'transfer', { tenant: holder, reason: '属于你们的职责' });
    expect(handed.status).toBe(200);
  }
  expect(await ask(theirs, number, body)).toEqual({ copies: [], others: 0 });
  await give(theirs, another, 'accept', { department: 'd02' });
  await answer(theirs, another, body);
  expect(await ask(theirs, number, body)).toMatchObject({ copies: [{ number: another }], others: 0 });
});

it('a letter merged into the one that is answered is no other letter', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const [target, child, writing] = [
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
  ];
  await give(coordinator, child, 'reply', { type: 'interim', body });
  expect((await give(coordinator, child, 'merge', { into: target })).status).toBe(200);
  expect(await ask(coordinator, target, body)).toEqual({ copies: [], others: 0 });
  await answer(coordinator, target, body);
  expect((await eventsOf(child, 'replied')).at(-1)).toMatchObject({ merged: true });
  // The shared answer left one print.
  const { copies } = await ask(coordinator, writing, body);
  expect(copies.map(({ number }) => number).sort()).toEqual([target, child].sort());
});

it('what sending finds goes on record and into the figures; a reply without a sign leaves none', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const [first, second, third] = [
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
    await aLetter(tenant, coordinator),
  ];
  await answer(coordinator, first, body);
  await answer(coordinator, second, body);
  const ack = '您好，来信收悉，我们高度重视，将认真研究处理。感谢您的支持！';
  await give(coordinator, third, 'reply', { type: 'interim', body: ack });
  expect(await eventsOf(first, 'replied')).toEqual([
    expect.not.objectContaining({ flags: expect.anything() }),
  ]);
  expect(await eventsOf(second, 'replied')).toMatchObject([{ flags: ['near-copy'] }]);
  expect((await eventsOf(third, 'replied'))[0]!['flags']).toContain('boilerplate');
  const stats = await (await call(`/v1/tenants/${tenant}/stats`)).json<Stats>();
  expect(stats).toMatchObject({ qualityFlags: 2, nearCopies: 1, acknowledgements: 1 });
});

it('a reply with somebody’s number is refused with its place and never the number, unless it says why it stays', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  for (const type of ['interim', 'final'] as const) {
    const number = await aLetter(tenant, coordinator);
    const text = `${body}可找住户本人，手机13900001234。`;
    const reply = { ...final(text), type, ...(type === 'interim' && { outcome: undefined }) };
    const refused = await give(coordinator, number, 'reply', reply);
    expect(refused.status).toBe(422);
    const said = await refused.text();
    expect(said).not.toContain('13900001234');
    const { code, errors } = JSON.parse(said) as Problem;
    expect(code).toBe('personal_data');
    const start = text.indexOf('13900001234');
    expect(errors).toMatchObject([{ path: 'body', code: 'mobile', at: [start, start + 11] }]);
    expect(await eventsOf(number, 'replied')).toEqual([]);
    const sent = await give(coordinator, number, 'reply', { ...reply, personalData: 'own' });
    expect(sent.status).toBe(200);
    expect(await eventsOf(number, 'replied')).toMatchObject([
      { flags: expect.arrayContaining(['personal-data']) as unknown, personalData: 'own' },
    ]);
  }
});

it('a reply without personal data records no reason, though one was given', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const number = await aLetter(tenant, coordinator);
  await give(coordinator, number, 'reply', final(body, { personalData: 'own' }));
  expect((await eventsOf(number, 'replied'))[0]).not.toHaveProperty('personalData');
});

it('who approves a draft with personal data says so too, and is told of copies sent since', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const officer = await aMember('officer', tenant, ['d01']);
  await call('/v1/staff/rules', { headers: coordinator, json: { tenant, signOff: true } });
  const [number, another] = [await aLetter(tenant, coordinator), await aLetter(tenant, coordinator)];
  const text = `${body}可找住户本人，手机13900001234。`;
  expect((await give(officer, number, 'reply', final(text))).status).toBe(422);
  await give(officer, number, 'reply', final(text, { personalData: 'own' }));
  expect(await eventsOf(number, 'drafted')).toMatchObject([
    { flags: ['personal-data'], personalData: 'own' },
  ]);
  // A draft isn't sent: it is nobody's model yet.
  expect(await ask(coordinator, another, body)).toEqual({ copies: [], others: 0 });
  await answer(coordinator, another, body);
  const refused = await give(coordinator, number, 'approve', {});
  expect([refused.status, (await refused.json<Problem>()).code]).toEqual([422, 'personal_data']);
  expect((await give(coordinator, number, 'approve', { personalData: 'own' })).status).toBe(200);
  expect(await eventsOf(number, 'replied')).toMatchObject([
    { flags: ['personal-data', 'near-copy'], personalData: 'own' },
  ]);
});

it('what is erased is found no more, and nothing of it stays', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const writing = await aLetter(tenant, coordinator);
  const { number, accessKey } = await send(tenant);
  await give(coordinator, number, 'accept', { department: 'd01' });
  await answer(coordinator, number, body);
  const writer = { Authorization: `Letter ${accessKey}`, ...fromAnywhere() };
  await call(`/v1/letters/${number}/ratings`, { headers: writer, json: { level: 5, solved: 'yes' } });
  const count = async () =>
    Promise.all(
      ['reply_print', 'reply_key'].map((table) =>
        testEnv.LETTERS_0.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant = ?`)
          .bind(tenant)
          .first<{ n: number }>()
          .then((row) => row!.n),
      ),
    );
  expect(await count()).toEqual([1, 16]);
  expect((await give(coordinator, number, 'erase', { reason: '本人申请' })).status).toBe(200);
  expect(await count()).toEqual([0, 0]);
  expect(await ask(coordinator, writing, body)).toEqual({ copies: [], others: 0 });
});

it('imported replies are earlier replies, checked among themselves too, and by the time they went out', async () => {
  const tenant = await aTenant();
  const central = await aMember('central', null, [], '42');
  const row = (id: string, received: string, replied: string) => ({
    external_id: id,
    kind: 'complaint',
    department: 'd01',
    title: '文昌路积水',
    body: '一下雨文昌路就积水，半个月没人管。',
    received_at: `${received}T09:00:00+08:00`,
    accepted_at: `${received}T10:00:00+08:00`,
    replied_at: `${replied}T10:00:00+08:00`,
    reply: body,
    outcome: 'resolved',
    publish: false,
  });
  const imports = (rows: unknown[]) =>
    call(`/v1/central/tenants/${tenant}/import/letters`, { headers: central, json: { rows } });
  const done = await imports([row('b', '2026-03-03', '2026-03-06'), row('a', '2026-03-02', '2026-03-05')]);
  expect(await done.json()).toMatchObject({ written: 2, errors: [] });
  expect(await (await imports([row('c', '2026-03-03', '2026-03-05')])).json()).toMatchObject({ written: 1 });
  const flags = async (id: string) => {
    const { number } = (await testEnv.LETTERS_0.prepare(
      'SELECT number FROM letter WHERE tenant = ? AND external_id = ?',
    )
      .bind(tenant, id)
      .first<{ number: string }>())!;
    return (await eventsOf(number, 'replied'))[0]!['flags'] ?? [];
  };
  expect(await flags('b')).toContain('near-copy');
  expect(await flags('a')).not.toContain('near-copy');
  // Answered on the same day as the first: not after it.
  expect(await flags('c')).not.toContain('near-copy');
  const coordinator = await aMember('coordinator', tenant);
  const { copies } = await ask(coordinator, await aLetter(tenant, coordinator), body);
  expect(copies).toHaveLength(3);
});
