/** Uploads as the mocked service takes them: parts are counted, never kept. */
import { fileLimits } from '../../contract/limits.ts';

interface Begun {
  bytes: number;
  type: string;
  have: number[];
}

export class UploadsMock {
  /** What was begun, by id: its size and the parts that came. */
  readonly begun = new Map<string, Begun>();
  /** Parts are held back until it is resolved. */
  gate: Promise<void> = Promise.resolve();

  /** @returns undefined for what is no upload's call, null for an answer without content */
  answer(method: string, path: string, body: unknown): unknown {
    if (/^\/v1\/staff\/letters\/[\w-]+\/uploads$/.test(path)) return this.#begin(body as Begun);
    const [, id = '', rest = ''] = /^\/v1\/tenants\/jingmen\/uploads\/(\w+)(.*)$/.exec(path) ?? [];
    const upload = this.begun.get(id);
    if (!upload) return undefined;
    if (method === 'PUT') return this.#part(upload, Number(rest.replace('/parts/', '')));
    if (rest === '/complete') return { id, type: upload.type, bytes: upload.bytes, width: 800, height: 600 };
    const { partBytes } = fileLimits;
    const parts = Math.ceil(upload.bytes / partBytes);
    return { id, partBytes, parts, have: upload.have, file: null, expiresAt: '2026-11-21T10:00:00+08:00' };
  }

  async #part(upload: Begun, part: number): Promise<null> {
    await this.gate;
    upload.have.push(part);
    return null;
  }

  #begin({ bytes, type }: Begun) {
    const id = `upload${this.begun.size}`.padEnd(25, '0');
    this.begun.set(id, { bytes, type, have: [] });
    return {
      ...{
        id,
        key: `key-of-${id}`,
        url: `/v1/tenants/jingmen/uploads/${id}`,
        partBytes: fileLimits.partBytes,
      },
      ...{ parts: Math.ceil(bytes / fileLimits.partBytes), expiresAt: '2026-11-21T10:00:00+08:00' },
    };
  }
}
