import { expect, it } from 'vitest';
import type { StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';

async function aLetter() {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const { number } = await send(tenant, {
    department: 'd01',
    body: '第一行<script>alert(1)</script>\n第二行要写够字数才能寄出。',
    contact: { name: '张三丰', phone: '13800009999' },
  });
  const sheet = async (query = '', headers: Record<string, string> = coordinator) => {
    const answer = await call(`/v1/staff/letters/${number}/sheet${query}`, { headers });
    return { answer, text: await answer.text() };
  };
  return { tenant, coordinator, number, sheet };
}

it('shows the letter as text, under a policy without scripts, and not who wrote it', async () => {
  const { number, sheet } = await aLetter();
  const { answer, text } = await sheet();
  expect(answer.headers.get('Content-Type')).toMatch('text/html');
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(text).toContain(number);
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toMatch(/<script|张三丰|13800009999/);
  expect(text).toContain('领导批示');
  expect((await sheet('?lang=en')).text).toContain('Instruction');
});

it('shows the name only where it is asked for by who may see it, and records the look', async () => {
  const { tenant, coordinator, number, sheet } = await aLetter();
  const { text } = await sheet('?writer=yes');
  expect(text).toContain('张三丰');
  expect(text).not.toContain('13800009999');
  const letter = await (
    await call(`/v1/staff/letters/${number}`, { headers: coordinator })
  ).json<StaffLetter>();
  expect(letter.accesses).toMatchObject([{ kind: 'contact_viewed' }]);
  const central = await aMember('central', null, [], '42');
  expect((await sheet('?writer=yes', central)).answer.status).toBe(403);
  expect((await sheet('', central)).answer.status).toBe(200);
  expect((await sheet('?writer=yes', { ...coordinator, 'Sec-Fetch-Site': 'cross-site' })).answer.status).toBe(
    403,
  );
  expect((await sheet('', await aMember('officer', tenant, ['d02']))).answer.status).toBe(404);
});
