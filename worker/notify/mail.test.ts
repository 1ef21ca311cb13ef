import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, fromAnywhere, send } from '../test/app.ts';
import { anAddress, at, day, deliveriesOf, give, hour, minute, Post, ticks } from '../test/notify.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const start = Date.parse('2026-03-02T09:00:00+08:00');
const reply = {
  type: 'final',
  body: '经查，退休后的档案由社保机构免费保管。如有疑问请致电。',
  outcome: 'explained',
  phone: '0724-7654321',
};

describe('mail to the writer', () => {
  it('tells each step once, in the tenant’s language, to those who left an address', async () => {
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant({ name: '测试市' }), anAddress()];
    const officer = await aMember('coordinator', tenant);
    const { number, accessKey } = await send(tenant, {
      title: '秘密的标题',
      contact: { name: '王某', email },
    });
    const silent = await send(tenant, { contact: { phone: '13800001111' } });
    await runJobs(post.env);
    for (const one of [number, silent.number]) await give(one, officer, 'accept', { department: 'd01' });
    await runJobs(post.env);
    await give(number, officer, 'request-info', { question: '请问档案现在在哪里？' });
    await runJobs(post.env);
    const writer = { Authorization: `Letter ${accessKey}`, ...fromAnywhere() };
    await call(`/v1/letters/${number}/supplements`, { headers: writer, json: { body: '在原单位。' } });
    await give(number, officer, 'extend', { days: 3, reason: '需要到原单位核实' });
    await give(number, officer, 'reply', { type: 'interim', body: '正在向原单位核实，需要几天。' });
    await give(number, officer, 'reply', reply);
    await runJobs(post.env);
    await call(`/v1/letters/${number}/ratings`, { headers: writer, json: { level: 1, solved: 'no' } });
    await runJobs(post.env);
    const subject = (title: string) => `测试市：${title}（${number}）`;
    const subjects = post.to(email).map((message) => message.subject);
    expect(subjects.toSorted()).toEqual(
      [
        '来信已收到',
        '来信已受理',
        '请您补充情况',
        '答复要晚一些',
        '来信有阶段性答复',
        '来信已答复',
        '来信重新办理',
      ]
        .map(subject)
        .toSorted(),
    );
    expect(post.kept.filter(({ subject: one }) => one.includes(silent.number))).toEqual([]);
    const answer = post.kept.find((message) => message.subject === subject('来信已答复'))!;
    expect(answer.from).toEqual({ name: '测试市信箱', email: 'box@letters.test' });
    expect(answer.text).toContain(reply.body);
    expect(answer.html).toContain(reply.body);
    expect(answer.text).toContain(`https://letters.test/s/${tenant}/track?number=${number}`);
    expect(answer.headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    // Neither the key nor what the letter itself says: whoever typed the address may be a stranger.
    const everything = JSON.stringify(post.kept);
    for (const secret of [accessKey, accessKey.replaceAll('-', ''), '秘密的标题', '王某', '档案保管费'])
      expect(everything).not.toContain(secret);
  });

  it('speaks English where the tenant does, and escapes what officers write', async () => {
    const post = new Post();
    const [tenant, email] = [await aTenant({ locale: 'en', name: 'Testshire' }), anAddress()];
    const officer = await aMember('coordinator', tenant);
    const { number } = await send(tenant, { contact: { email } });
    await give(number, officer, 'accept', { department: 'd01' });
    await give(number, officer, 'reply', { ...reply, body: '<img src=x onerror=alert(1)> & "so on"' });
    await runJobs(post.env);
    const answer = post.kept.find(({ subject }) => subject.includes('answered'))!;
    expect(answer.subject).toBe(`Testshire: Your letter was answered (${number})`);
    expect(answer.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(answer.html).not.toContain('<img');
    expect(answer.text).toContain('<img src=x onerror=alert(1)> & "so on"');
  });

  it('is made once, whoever reads the outbox at the same time, and nothing of the person is kept with it', async () => {
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    await send(tenant, { contact: { email, name: '李某' } });
    await Promise.all([runJobs(post.env), runJobs(post.env), runJobs(post.env)]);
    await runJobs(post.env);
    expect(post.to(email)).toHaveLength(1);
    const rows = await deliveriesOf(tenant);
    expect(rows).toMatchObject([{ kind: 'receipt', state: 'sent', attempts: 1 }]);
    expect(JSON.stringify(rows)).not.toMatch(/example\.org|李某/);
  });

  it('is not made where mail is off, and waits where it was switched off', async () => {
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    const { HUIXIN_MAIL_FROM: _from, ...off } = post.env;
    await send(tenant, { contact: { email } });
    await runJobs(off);
    expect(await deliveriesOf(tenant)).toEqual([]);
    await send(tenant, { contact: { email } });
    post.fails = { with: new Error('E_INTERNAL_SERVER_ERROR') };
    await runJobs(post.env);
    await ticks(off, Date.now() + hour, Date.now() + 3 * hour, hour);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'pending', attempts: 1 }]);
  });

  it('says that a letter is late once a round, and not where it has been answered meanwhile', async () => {
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    await send(tenant, { contact: { email } });
    await ticks(post.env, start, start + 60 * day, 5 * day);
    const late = post.to(email).filter(({ subject }) => subject.includes('逾期'));
    expect(late).toHaveLength(1);
    expect(late[0]!.text).toContain('0724-1234567');
  });

  it('sends at most five receipts a day to one address: more are written by somebody else', async () => {
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    for (let count = 0; count < 7; count++) await send(tenant, { contact: { email: email.toUpperCase() } });
    await runJobs(post.env);
    expect(post.to(email.toUpperCase())).toHaveLength(5);
    const notes = (await deliveriesOf(tenant)).map(({ state, note }) => `${state} ${note}`);
    expect(notes.filter((note) => note === 'dropped too-many')).toHaveLength(2);
  });
});

describe('a message that can’t be sent', () => {
  it('is sent later, all of them once, where the server was down for an hour', async () => {
    at(start);
    const post = new Post();
    const tenant = await aTenant();
    const emails = Array.from({ length: 12 }, anAddress);
    post.fails = { with: new Error('connection refused') };
    for (const email of emails) await send(tenant, { contact: { email } });
    await ticks(post.env, start, start + hour, 5 * minute);
    expect(post.kept).toEqual([]);
    post.fails = null;
    await ticks(post.env, start + hour, start + 3 * hour, 5 * minute);
    const theirs = post.kept.map(({ to }) => to).filter((to) => emails.includes(to));
    expect(theirs.toSorted()).toEqual(emails.toSorted());
  });

  it('is sent again where the service was killed after the server took it, and before that was written', async () => {
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    await send(tenant, { contact: { email } });
    post.fails = { with: new Error('connection lost'), after: true };
    await runJobs(post.env);
    expect(post.to(email)).toHaveLength(1);
    post.fails = null;
    await ticks(post.env, start + minute, start + 10 * minute);
    expect(post.to(email)).toHaveLength(2);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('taken up by a run that was killed, is taken up again after a while and not before', async () => {
    at(start);
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    await send(tenant, { contact: { email } });
    post.fails = { with: new Error('connection refused') };
    await runJobs(post.env);
    // As the first statement of an attempt leaves it.
    const claimed = 'UPDATE delivery SET attempts = 2, due_at = ? WHERE tenant = ?';
    await post.env.LETTERS_0.prepare(claimed)
      .bind(start + 5 * minute, tenant)
      .run();
    post.fails = null;
    await ticks(post.env, start + minute, start + 4 * minute);
    expect(post.to(email)).toEqual([]);
    await ticks(post.env, start + 5 * minute, start + 8 * minute);
    expect(post.to(email)).toHaveLength(1);
  });

  it('is dead at once where the recipient takes nothing, and names nobody in the log', async () => {
    const lines: string[] = [];
    for (const method of ['log', 'error', 'warn', 'info'] as const)
      vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void lines.push(args.join(' ')));
    const post = new Post();
    const [tenant, email] = [await aTenant(), anAddress()];
    await send(tenant, { contact: { email, name: '赵某某', phone: '13899990000' } });
    post.fails = { with: new Error(`E_RECIPIENT_SUPPRESSED: <${email}> does not want mail`) };
    await runJobs(post.env);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'dead', note: 'e-recipient-suppressed' }]);
    expect(lines.join('\n')).not.toMatch(/example\.org|赵某某|13899990000/);
  });

  it('goes to nobody whose address an import brought with more than an address in it', async () => {
    const post = new Post();
    const tenant = await aTenant();
    const { number } = await send(tenant, { contact: { email: anAddress() } });
    const { sealContact } = await import('../letters/contact.ts');
    const { findTenant } = await import('../tenants/tenant.store.ts');
    const { directory } = await import('../platform/d1.ts');
    const hostile = 'a@b.example>\r\nRCPT TO:<victim@example.org';
    const found = (await findTenant(directory(post.env), { slug: tenant }))!;
    const letter = await post.env.LETTERS_0.prepare('SELECT id FROM letter WHERE number = ?')
      .bind(number)
      .first<{ id: string }>();
    await post.env.LETTERS_0.prepare('UPDATE letter SET contact = ? WHERE number = ?')
      .bind(await sealContact(post.env, found, letter!.id, { email: hostile }), number)
      .run();
    await runJobs(post.env);
    expect(post.kept).toEqual([]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'dead', note: 'bad-address' }]);
  });
});
