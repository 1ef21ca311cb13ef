import { fileLimits } from '../../../contract/limits.ts';

interface Held {
  key: string;
  bytes: number;
  parts: Map<number, Buffer>;
  done: boolean;
}

export interface UploadMood {
  /** Codes that the next files are refused with when they are complete; null takes them. */
  verdicts: (string | null)[];
  /** Answers to the next beginnings. */
  refuse: { status: number; code: string; retryAfter?: number }[];
  /** Parts that still get through; after them the line breaks until it is set anew. */
  partsLeft: number;
  /** Parts wait for it. */
  gate: Promise<void> | null;
}

export type Answer = [status: number, answer: object, headers?: Record<string, string>];

const STATUS: Record<string, number> = { file_too_large: 413, scan_unavailable: 503 };

/** Uploads as contract/uploads.ts has them, in memory. */
export class MockUploads {
  held = new Map<string, Held>();
  /** Every part that arrived, in order, as `file/part`; files count from 1. */
  parts: string[] = [];
  #begun = 0;
  mood: UploadMood = { verdicts: [], refuse: [], partsLeft: Infinity, gate: null };

  reset(): void {
    this.held.clear();
    this.parts = [];
    this.#begun = 0;
    this.mood = { verdicts: [], refuse: [], partsLeft: Infinity, gate: null };
  }

  /** Whole files, in the order they were begun. */
  get files(): Buffer[] {
    return [...this.held.values()].map(({ parts }) =>
      Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)),
    );
  }

  begin({ bytes }: { bytes: number }): Answer {
    const refusal = this.mood.refuse.shift();
    if (refusal)
      return [
        refusal.status,
        refusal,
        refusal.retryAfter ? { 'Retry-After': String(refusal.retryAfter) } : undefined,
      ];
    const id = String(++this.#begun).padStart(25, '0');
    const key = `key-of-${id}`;
    this.held.set(id, { key, bytes, parts: new Map(), done: false });
    const { partBytes } = fileLimits;
    return [
      201,
      {
        id,
        key,
        url: `/v1/tenants/jingmen/uploads/${id}`,
        partBytes,
        parts: Math.ceil(bytes / partBytes),
        expiresAt: '2026-11-17T10:12:00+08:00',
      },
    ];
  }

  /** Status 0: the line breaks. */
  async about(
    method: string,
    id: string,
    rest: string[],
    authorization: string | undefined,
    body: Buffer,
  ): Promise<Answer> {
    const upload = this.held.get(id);
    if (!upload || authorization !== `Upload ${upload.key}`)
      return [404, { code: 'not_found', detail: '没有找到。' }];
    const parts = Math.ceil(upload.bytes / fileLimits.partBytes);
    const file = { id, type: 'image/jpeg', bytes: upload.bytes, width: 1, height: 1 };
    if (method === 'GET') {
      const have = [...upload.parts.keys()].sort((a, b) => a - b);
      return [
        200,
        {
          id,
          partBytes: fileLimits.partBytes,
          parts,
          have,
          file: upload.done ? file : null,
          expiresAt: null,
        },
      ];
    }
    if (method === 'PUT') {
      await this.mood.gate;
      if (this.mood.partsLeft-- <= 0) return [0, {}];
      upload.parts.set(Number(rest[1]), body);
      this.parts.push(`${Number(id)}/${rest[1]}`);
      return [204, {}];
    }
    const code = this.mood.verdicts.shift();
    if (code) {
      if (code !== 'scan_unavailable') this.held.delete(id);
      return [STATUS[code] ?? 422, { code, detail: `拒收：${code}` }];
    }
    if (upload.parts.size < parts) return [422, { code: 'file_incomplete', detail: '没有传完整。' }];
    upload.done = true;
    return [200, file];
  }

  /** Whether a letter may have these. */
  has(given: readonly { id: string; key: string }[] = []): boolean {
    return given.every(({ id, key }) => this.held.get(id)?.done && this.held.get(id)?.key === key);
  }
}
