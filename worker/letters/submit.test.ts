import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import { allowOrigin } from '../tenants/tenant.actions.ts';
import { aTenant, call, fromAnywhere, newKey, send, solved, someLetter, testEnv } from '../test/app.ts';

const post = (tenant: string, json: unknown, headers: Record<string, string> = {}) =>
  call(`/v1/tenants/${tenant}/letters`, {
    headers: { 'Idempotency-Key': newKey(), ...fromAnywhere(), ...headers },
    json,
  });

describe('sending a letter', () => {
  it('stores it, numbers it and opens it to its key alone', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant);
    expect(receipt.number).toMatch(/-\d{4}-000001$/);
    const mine = await call(`/v1/letters/${receipt.number}`, {
      headers: { Authorization: `Letter ${receipt.accessKey}` },
    });
    expect(mine.status).toBe(200);
    expect(await mine.json<WriterLetter>()).toMatchObject({
      number: receipt.number,
      status: 'submitted',
      title: someLetter.title,
    });
    for (const authorization of [`Letter ${'0'.repeat(20)}`, `Bearer ${receipt.accessKey}`, '']) {
      const other = await call(
        `/v1/letters/${receipt.number}`,
        authorization ? { headers: { Authorization: authorization } } : {},
      );
      expect(other.status).toBe(404);
    }
  });

  it('gives the same answer to the same key and body, also to simultaneous twins, and refuses another body', async () => {
    const tenant = await aTenant();
    const key = newKey();
    const body = { ...someLetter, challenge: await solved(tenant) };
    const twins = await Promise.all([1, 2, 3].map(() => post(tenant, body, { 'Idempotency-Key': key })));
    expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
    const receipts = await Promise.all(twins.map((twin) => twin.json<Receipt>()));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const again = await post(
      tenant,
      { ...body, challenge: 'spent or not, it does not matter' },
      { 'Idempotency-Key': key },
    );
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.json()).toEqual(receipts[0]);
    const other = await post(tenant, { ...body, title: '另一个标题' }, { 'Idempotency-Key': key });
    expect(other.status).toBe(422);
    expect((await other.json<Problem>()).code).toBe('idempotency_mismatch');
  });

  it('takes a key again once its 30 days are over, as a new letter', async () => {
    const tenant = await aTenant();
    const key = newKey();
    const sendIt = async () =>
      (
        await post(tenant, { ...someLetter, challenge: await solved(tenant) }, { 'Idempotency-Key': key })
      ).json<Receipt>();
    const first = await sendIt();
    await testEnv.LETTERS_0.prepare('DELETE FROM idempotency WHERE tenant = ?').bind(tenant).run();
    const second = await sendIt();
    expect(second.number).not.toBe(first.number);
  });

  it('takes a challenge once', async () => {
    const tenant = await aTenant();
    const challenge = await solved(tenant);
    expect((await post(tenant, { ...someLetter, challenge })).status).toBe(201);
    const second = await post(tenant, { ...someLetter, challenge });
    expect(second.status).toBe(400);
    expect((await second.json<Problem>()).code).toBe('challenge_spent');
  });

  it('refuses a challenge of another tenant', async () => {
    const [mine, theirs] = [await aTenant(), await aTenant()];
    const answer = await post(mine, { ...someLetter, challenge: await solved(theirs) });
    expect((await answer.json<Problem>()).code).toBe('challenge_invalid');
  });

  it('compares origins exactly', async () => {
    const tenant = await aTenant();
    await allowOrigin(testEnv, tenant, 'https://www.city.gov.test', 'test');
    const from = async (origin: string) =>
      (await post(tenant, { ...someLetter, challenge: await solved(tenant) }, { Origin: origin })).status;
    expect(await from('https://www.city.gov.test')).toBe(201);
    expect(await from('https://letters.test')).toBe(201);
    for (const origin of [
      'https://www.city.gov.test.evil.test',
      'http://www.city.gov.test',
      'https://city.gov.test',
      'null',
    ]) {
      expect(await from(origin)).toBe(403);
    }
    const withCookie = await post(
      tenant,
      { ...someLetter, challenge: await solved(tenant) },
      { Cookie: 'a=b' },
    );
    expect(withCookie.status).toBe(403);
  });

  it('says what is missing at each field, in the reader’s language', async () => {
    const tenant = await aTenant();
    const answer = await call(`/v1/tenants/${tenant}/letters?lang=zh-CN`, {
      headers: { 'Idempotency-Key': newKey() },
      json: { kind: 'inquiry', title: '短', body: '不够', publish: false, challenge: 'x' },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = await answer.json<Problem>();
    expect(problem.errors?.map(({ path }) => path)).toEqual(['title', 'body']);
    expect(problem.errors?.[1]?.message).toContain('正文还差 8 个字');
  });

  it('leaves no gap in the numbers when half of what arrives is refused', async () => {
    const tenant = await aTenant();
    const challenge = await solved(tenant);
    const letters = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 ? post(tenant, { ...someLetter, challenge }) : send(tenant),
      ),
    );
    const next = await send(tenant);
    const accepted = letters.filter((one) => !(one instanceof Response) || one.status === 201).length;
    expect(Number(next.number.slice(-6))).toBe(accepted + 1);
  });

  it('keeps contact details unreadable in the database', async () => {
    const tenant = await aTenant();
    await send(tenant, { contact: { name: '张三丰', phone: '13800001234', email: '' } });
    const row = await testEnv.LETTERS_0.prepare('SELECT * FROM letter WHERE tenant = ?')
      .bind(tenant)
      .first<Record<string, unknown>>();
    expect(row!['contact']).toBeTypeOf('string');
    expect(JSON.stringify(row)).not.toContain('13800001234');
  });
});
