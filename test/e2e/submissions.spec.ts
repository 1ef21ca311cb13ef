import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { expect, test } from './support/test.ts';
import { operatorHeaders } from './support/operator.ts';

interface Receipt {
  number: string;
  accessKey: string;
}

test('200 letters, 32 at a time, each sent twice at once: 200 numbers without gap or double', async ({
  service,
}) => {
  test.setTimeout(180_000);
  const slug = `load${Date.now().toString(36)}`;
  const created = await fetch(`${service}/v1/central/tenants`, {
    method: 'POST',
    headers: operatorHeaders(),
    body: JSON.stringify({
      slug,
      name: '并发县',
      jurisdiction: '420800',
      prefix: 'LOAD',
      departments: ['办公室'],
    }),
  });
  expect(created.status).toBe(201);

  const sendTwice = async (index: number): Promise<Receipt[]> => {
    const challenge = (await (await fetch(`${service}/v1/tenants/${slug}/challenge`)).json()) as Challenge;
    const answer = Buffer.from(
      JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }),
    ).toString('base64');
    const letter = {
      kind: 'inquiry',
      title: `第 ${index} 封信`,
      body: '请问办公时间是几点到几点?周末办理吗?',
      publish: false,
      challenge: answer,
    };
    const key = crypto.randomUUID() + crypto.randomUUID();
    const once = async () => {
      const response = await fetch(`${service}/v1/tenants/${slug}/letters`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(letter),
      });
      expect(response.status).toBe(201);
      return (await response.json()) as Receipt;
    };
    return Promise.all([once(), once()]);
  };

  const pairs: Receipt[][] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (next < 200) pairs.push(await sendTwice(next++));
    }),
  );
  for (const [one, other] of pairs) expect(one).toEqual(other);
  const serials = pairs.map(([receipt]) => Number(receipt!.number.slice(-6))).sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  const list = (await (await fetch(`${service}/v1/tenants/${slug}/letters`)).json()) as {
    counts: { received: number };
  };
  expect(list.counts.received).toBe(200);
});
