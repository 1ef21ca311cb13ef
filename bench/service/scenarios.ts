/** What is asked of both subjects, and how much of the bare handler's throughput the service must reach. */
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { PAGE_ORIGIN, TENANT } from './seed.ts';
import type { Secrets } from './subjects.ts';

export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Scenario {
  name: string;
  /** Share of the bare handler's requests per second. */
  limit: number;
  /** The status of every answer. */
  status: number;
  /** Requests of one round; a round takes some tenths of a second. */
  requests: number;
  /** As many requests as asked for, never used before where that matters. */
  shots(count: number): Promise<Shot[]>;
}

const letters = `/v1/tenants/${TENANT}/letters`;
export const BADGE = `/v1/tenants/${TENANT}/badge.svg`;
const get = (path: string): Shot => ({ method: 'GET', path, headers: {} });
export const FEED = get(`${letters}?limit=20`);
const repeated = (shot: Shot) => async (count: number) => Array.from({ length: count }, () => shot);

export function scenarios(secrets: Secrets): Scenario[] {
  return [
    { name: 'cached badge', limit: 0.7, status: 200, requests: 400, shots: repeated(get(BADGE)) },
    {
      name: 'cached feed',
      limit: 0.7,
      status: 200,
      requests: 400,
      shots: repeated(FEED),
    },
    {
      name: 'uncached feed',
      limit: 0.6,
      status: 200,
      requests: 150,
      shots: async (count) => Array.from({ length: count }, uncachedPage),
    },
    {
      name: 'submit',
      limit: 0.5,
      status: 201,
      requests: 100,
      shots: (count) => Promise.all(Array.from({ length: count }, () => aLetter(secrets.CHALLENGE_SECRET))),
    },
  ];
}

let pages = 0;
/** Each page begins a second before the last one did, so that no cache has it. */
function uncachedPage(): Shot {
  const place = `${Date.now() - 60 * 86_400_000 - 1_000 * pages++}.0`;
  return get(`${letters}?limit=20&cursor=${btoa(place).replaceAll('=', '')}`);
}

/** The work is done beforehand and little: a solution is checked at the same price whatever it took to find it. */
async function aLetter(secret: string): Promise<Shot> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: 5,
    deriveKey,
    data: { tenant: TENANT },
    expiresAt: Math.floor(Date.now() / 1000) + 1_200,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: `key:${secret}`,
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return {
    method: 'POST',
    path: letters,
    headers: {
      Origin: PAGE_ORIGIN,
      'Content-Type': 'application/json',
      'CF-Connecting-IP': '192.0.2.1',
      'Idempotency-Key': crypto.randomUUID() + crypto.randomUUID(),
    },
    body: JSON.stringify({
      kind: 'inquiry',
      title: '退休以后档案保管费怎么交',
      body: '我今年六月从县纺织厂退休，档案原来放在县人才市场。请问退休以后档案保管费还要不要交，去哪里交，需要带什么材料？单位已经改制，找不到人问，打过两次电话都说不清楚，请给一个准确的答复。',
      publish: true,
      challenge: btoa(JSON.stringify({ challenge, solution })),
    }),
  };
}
