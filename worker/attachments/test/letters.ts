/** What tests of attachments share: letters with files, and what is asked about them. */
import type { Problem } from '../../../contract/errors.ts';
import type { Receipt, WriterLetter } from '../../../contract/letters.ts';
import type { StaffLetter } from '../../../contract/staff.ts';
import type { GivenFile } from '../../../contract/uploads.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, solved, someLetter, testEnv } from '../../test/app.ts';
import * as made from './fixtures.ts';
import { upload } from './uploads.ts';

export type Headers = Record<string, string>;
export const codeOf = async (answer: Response) => [answer.status, (await answer.json<Problem>()).code];
export const photo = (tenant: string, width = 640) =>
  upload(`/v1/tenants/${tenant}/uploads`, made.jpeg({ width })).then(({ given }) => given);
export const asWriter = ({ accessKey }: Receipt): Headers => ({
  Authorization: `Letter ${accessKey}`,
  ...fromAnywhere(),
});
export const mine = async (receipt: Receipt) =>
  (await call(`/v1/letters/${receipt.number}`, { headers: asWriter(receipt) })).json<WriterLetter>();
export const theirs = async (number: string, headers: Headers) =>
  (await call(`/v1/staff/letters/${number}`, { headers })).json<StaffLetter>();
export const command = (headers: Headers, number: string, name: string, json: unknown) =>
  call(`/v1/staff/letters/${number}/${name}`, { headers, json });
export const reply = { type: 'final', body: '已经核实并办结,请放心。详见附件。', outcome: 'explained' };
export const row = async (sql: string) => (await testEnv.LETTERS_0.prepare(sql).all()).results;
export const objects = async () =>
  (await testEnv.FILES.list({ prefix: 'files/' })).objects.map(({ key }) => key);

export async function submit(tenant: string, uploads: unknown, key = newKey()): Promise<Response> {
  const json = { ...someLetter, department: 'd01', uploads, challenge: await solved(tenant) };
  return call(`/v1/tenants/${tenant}/letters`, {
    headers: { 'Idempotency-Key': key, ...fromAnywhere() },
    json,
  });
}

/** A letter with files, accepted. */
export async function accepted(count = 1) {
  const tenant = await aTenant();
  const officer = await aMember('officer', tenant, ['d01']);
  const uploads: GivenFile[] = [];
  for (let index = 0; index < count; index++) uploads.push(await photo(tenant));
  const receipt = await (await submit(tenant, uploads)).json<Receipt>();
  await command(officer, receipt.number, 'accept', { department: 'd01' });
  return { tenant, officer, receipt, uploads, number: receipt.number };
}

export const office = (number: string, headers: Headers, file = made.pdf()) =>
  upload(`/v1/staff/letters/${number}/uploads`, file, headers).then(({ given }) => given);
