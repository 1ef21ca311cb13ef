import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../contract/letters.ts';
import { aMember, aTenant, send } from '../test/app.ts';
import { command, formTo, formsIn, open, post, submitForm, textOf } from './test/plain-browser.ts';

const openLetter = (tenant: string, { number, accessKey }: Receipt) =>
  post(`/s/${tenant}/track`, { number, key: accessKey });

describe('the writer’s page', () => {
  it('opens with the number and key as people type them', async () => {
    const tenant = await aTenant();
    const { number, accessKey } = await send(tenant);
    const page = await post(`/s/${tenant}/track`, {
      number: ` ${number.toLowerCase().replaceAll('-', '－')} `,
      key: accessKey.toLowerCase().replaceAll('-', ' '),
    });
    expect(page.status).toBe(200);
    for (const typed of [
      number.replaceAll('-', ' '),
      number.replaceAll('-', ''),
      number.replaceAll('-', '—'),
    ])
      expect((await post(`/s/${tenant}/track`, { number: typed, key: accessKey })).status, typed).toBe(200);
    expect(textOf(page.html)).toContain('退休档案保管费');
  });

  it('says the same of a wrong key, an unknown number and another tenant’s letter, and keeps what was typed', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const { number, accessKey } = await send(tenant);
    const tries = [
      await post(`/s/${tenant}/track`, { number, key: '0000-0000-0000-0000-0000' }),
      await post(`/s/${tenant}/track`, { number: 'XX-2026-000001', key: accessKey }),
      await post(`/s/${other}/track`, { number, key: accessKey }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const page of tries) expect(textOf(page.html)).toContain('没有找到这封信');
    expect(formTo(tries[0]!, { path: '/track' }).fields['number']).toBe(number);
    const empty = await post(`/s/${tenant}/track`, { number: '', key: '' });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('href="#number"');
    expect(empty.html).toContain('href="#key"');
  });

  it('takes back consent and gives it again, and shows what holds now', async () => {
    const tenant = await aTenant();
    const first = await openLetter(tenant, await send(tenant));
    const refused = await submitForm(formTo(first, { action: 'consent' }), {});
    expect(textOf(refused.html)).toContain('您没有同意公开');
    const reloaded = await submitForm(formTo(first, { action: 'consent' }), {});
    expect(reloaded.status).toBe(200);
    const agreed = await submitForm(formTo(refused, { action: 'consent' }), {});
    expect(textOf(agreed.html)).toContain('您同意公开');
  });

  it('erases the contact details on demand, and offers that only where there are any', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant, { contact: { phone: '13900007777' } });
    const page = await openLetter(tenant, receipt);
    expect(textOf(page.html)).toContain('删除后办理部门无法再联系您');
    expect(textOf(page.html)).toContain('留下的是：信的标题和正文');
    expect(textOf(page.html)).toContain('办结满 12 个月也会自动删除');
    const unsure = await submitForm(formTo(page, { action: 'erase-contact' }), {});
    expect(unsure.status).toBe(400);
    expect(unsure.html).toContain('href="#erase"');
    const erased = await submitForm(formTo(page, { action: 'erase-contact' }), { erase: 'yes' });
    expect(erased.status).toBe(200);
    expect(textOf(erased.html)).toContain('您的联系方式已经删除');
    expect(erased.html).not.toContain('value="erase-contact"');
    const reloaded = await submitForm(formTo(page, { action: 'erase-contact' }), { erase: 'yes' });
    expect(reloaded.status).toBe(200);
    expect((await openLetter(tenant, await send(tenant))).html).not.toContain('value="erase-contact"');
  });

  it('withdraws only when that was confirmed', async () => {
    const tenant = await aTenant();
    const page = await openLetter(tenant, await send(tenant));
    const unconfirmed = await submitForm(formTo(page, { action: 'withdraw' }), { reason: '已经解决' });
    expect(unconfirmed.status).toBe(400);
    expect(formTo(unconfirmed, { action: 'withdraw' }).fields['reason']).toBe('已经解决');
    const gone = await submitForm(formTo(unconfirmed, { action: 'withdraw' }), { confirm: 'yes' });
    expect(textOf(gone.html)).toContain('您已经撤回这封信');
    expect(formsIn(gone.html).some(({ fields }) => fields['action'] === 'withdraw')).toBe(false);
  });

  it('says what a bad rating sets going: handled again, and after the second the supervisor’s list', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant, { department: 'd01' });
    const coordinator = await aMember('coordinator', tenant);
    await command(coordinator, receipt.number, 'accept', { department: 'd01' });
    for (const said of ['这封信会重新办理', '这封信已列入上级的督办名单']) {
      const reply = { type: 'final', body: '退休人员的档案保管费已经取消。', outcome: 'explained' };
      await command(coordinator, receipt.number, 'reply', reply);
      const form = formTo(await openLetter(tenant, receipt), { action: 'rate' });
      const rated = await submitForm(form, { level: '2', solved: 'no' });
      expect(textOf(rated.html)).toContain(
        `评价已经记下${said.startsWith('这封信会') ? '，' : '。您两次不满意，'}${said}`,
      );
    }
  });

  it('asks for what a rating lacks and keeps the rest', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant, { department: 'd01' });
    const coordinator = await aMember('coordinator', tenant);
    await command(coordinator, receipt.number, 'accept', { department: 'd01' });
    const reply = { type: 'final', body: '退休人员的档案保管费已经取消。', outcome: 'explained' };
    await command(coordinator, receipt.number, 'reply', reply);
    const page = await openLetter(tenant, receipt);
    const lacking = await submitForm(formTo(page, { action: 'rate' }), {
      solved: 'partly',
      speed: '4',
      comment: '"快"',
    });
    expect(lacking.status).toBe(400);
    expect(lacking.html).toContain('href="#level"');
    const again = formTo(lacking, { action: 'rate' });
    expect(again.fields).toMatchObject({ solved: 'partly', speed: '4', comment: '"快"' });
    const rated = await submitForm(again, { level: '4' });
    expect(textOf(rated.html)).toContain('评价已经记下');
    const twice = await submitForm(again, { level: '1' });
    expect(textOf(twice.html)).toContain('评价不能修改');
    expect(textOf(twice.html)).not.toContain('非常不满意');
  });

  it('tells a declined writer why and where to go', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant);
    const coordinator = await aMember('coordinator', tenant);
    const decline = {
      grounds: 'petition',
      explanation: '这是信访事项，由信访局受理。',
      goTo: '市信访局，象山大道 1 号',
    };
    await command(coordinator, receipt.number, 'decline', decline);
    const text = textOf((await openLetter(tenant, receipt)).html);
    expect(text).toContain('属于信访事项');
    expect(text).toContain(decline.goTo);
  });

  it('asks a lost writer for the key only, with the number filled in', async () => {
    const tenant = await aTenant();
    const { number } = await send(tenant);
    const page = await open(`/s/${tenant}/letters/${number}`);
    expect(page.status).toBe(404);
    expect(formTo(page, { path: '/track' }).fields).toEqual({ number, key: '' });
  });
});
