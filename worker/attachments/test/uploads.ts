/** What tests of attachments share: files sent in parts as a page sends them. */
import type { GivenFile, UploadedFile, UploadStarted } from '../../../contract/uploads.ts';
import { call, fromAnywhere } from '../../test/app.ts';

export interface Begun extends UploadStarted {
  headers: Record<string, string>;
}

export async function begin(
  start: string,
  bytes: number,
  more: { type?: string; headers?: Record<string, string> } = {},
): Promise<Begun> {
  const { headers, type } = more;
  const answer = await call(start, { headers: { ...fromAnywhere(), ...headers }, json: { bytes, type } });
  if (answer.status !== 201) throw new Error(`begin: ${answer.status} ${await answer.text()}`);
  const begun = await answer.json<UploadStarted>();
  return { ...begun, headers: { Authorization: `Upload ${begun.key}`, ...fromAnywhere() } };
}

export const putPart = (begun: Begun, part: number, bytes: Uint8Array): Promise<Response> =>
  call(`${begun.url}/parts/${part}`, {
    method: 'PUT',
    headers: { ...begun.headers, 'Content-Type': 'application/octet-stream' },
    body: bytes.slice(),
  });

export const partOf = (begun: UploadStarted, bytes: Uint8Array, part: number): Uint8Array =>
  bytes.subarray((part - 1) * begun.partBytes, part * begun.partBytes);

export const complete = (begun: Begun): Promise<Response> =>
  call(`${begun.url}/complete`, { method: 'POST', headers: begun.headers });

/** Sent in all its parts, and checked. */
export async function sendFile(
  start: string,
  bytes: Uint8Array,
  more: { type?: string; headers?: Record<string, string> } = {},
): Promise<{ begun: Begun; answer: Response }> {
  const begun = await begin(start, bytes.length, more);
  for (let part = 1; part <= begun.parts; part++) {
    const put = await putPart(begun, part, partOf(begun, bytes, part));
    if (put.status !== 204) throw new Error(`part: ${put.status} ${await put.text()}`);
  }
  return { begun, answer: await complete(begun) };
}

export async function upload(
  start: string,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ given: GivenFile; file: UploadedFile }> {
  const { begun, answer } = await sendFile(start, bytes, { headers });
  if (answer.status !== 200) throw new Error(`complete: ${answer.status} ${await answer.text()}`);
  return { given: { id: begun.id, key: begun.key }, file: await answer.json<UploadedFile>() };
}
