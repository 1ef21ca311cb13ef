/** Replied letters in quantity, and spot checks over them as the centre makes them. */
import type { ImportResult } from '../../../contract/imports.ts';
import type {
  ReviewerList,
  SpotCheck,
  SpotCheckItems,
  SpotCheckScore,
} from '../../../contract/spot-checks.ts';
import { aMember, call, newKey } from '../../test/app.ts';

export type Headers = Record<string, string>;
export const start = Date.parse('2026-03-20T09:00:00+08:00');
export const hour = 3_600_000;

/** Imports letters that were answered on a day, the first with one of `title`s. @returns how many */
export async function replied(
  central: Headers,
  tenant: string,
  count: number,
  day = '2026-03-05',
  more: Record<string, string> = {},
): Promise<void> {
  const row = {
    ...{ received_at: '2026-03-02 09:00', kind: 'inquiry', department: '市人社局', title: '档案保管费' },
    ...{
      body: '请问退休以后档案保管费还要不要交？',
      name: '张三丰',
      phone: '13912345678',
      email: '',
      publish: 'no',
    },
    ...{ accepted_at: '2026-03-02 10:00', interim_at: '', replied_at: `${day} 15:00` },
    ...{
      reply: '经核查，不再收取。咨询电话0724-1234567。',
      outcome: 'explained',
      rated_at: '',
      rating: '',
      solved: '',
    },
    ...more,
  };
  for (let done = 0; done < count; done += 100) {
    const rows = Array.from({ length: Math.min(100, count - done) }, () => ({
      ...row,
      external_id: newKey(),
    }));
    const path = `/v1/central/tenants/${tenant}/import/letters`;
    const answer = await call(path, { headers: central, json: { rows } });
    const { errors, written } = await answer.json<ImportResult>();
    if (errors.length > 0 || written !== rows.length) throw new Error(JSON.stringify(errors));
  }
}

/** Two central admins of a jurisdiction with their ids. */
export async function twoReviewers(jurisdiction: string): Promise<{ headers: Headers; id: string }[]> {
  const made = [];
  for (let count = 0; count < 2; count++) {
    const headers = await aMember('central', null, [], jurisdiction);
    const { items } = await (
      await call(`/v1/central/reviewers?jurisdiction=${jurisdiction}`, { headers })
    ).json<ReviewerList>();
    made.push({ headers, id: items.find(({ me }) => me)!.id });
  }
  return made;
}

export const asked = (jurisdiction: string, reviewers: { id: string }[], more: object = {}) => ({
  scope: { jurisdiction },
  from: '2026-03-01',
  to: '2026-03-15',
  size: 5,
  source: '福彩双色球第2026031期开奖号码，红球从小到大，后接蓝球',
  drawAt: '2026-03-20T21:15:00+08:00',
  reviewers: reviewers.map(({ id }) => id),
  ...more,
});

export const open = (headers: Headers, body: unknown, key = newKey()): Promise<Response> =>
  call('/v1/central/spot-checks', { headers: { ...headers, 'Idempotency-Key': key }, json: body });
export const read = async (headers: Headers, id: string): Promise<SpotCheck> =>
  (await call(`/v1/central/spot-checks/${id}`, { headers })).json<SpotCheck>();
export const give = (headers: Headers, id: string, what: string, json: object = {}): Promise<Response> =>
  call(`/v1/central/spot-checks/${id}/${what}`, { headers, json });
export const items = async (headers: Headers, id: string): Promise<SpotCheckItems['items']> =>
  (await (await call(`/v1/central/spot-checks/${id}/items`, { headers })).json<SpotCheckItems>()).items;
export const population = async (headers: Headers, id: string, who = 'central'): Promise<string> =>
  (await call(`/v1/${who}/spot-checks/${id}/population`, { headers })).text();
export const codeOf = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  (await answer.json<{ code: string }>()).code,
];

type Marks = Extract<SpotCheckScore, { parts: unknown }>['parts'];
/** `yypn`: the marks of the four parts. */
export function marks(given: string): { parts: Marks } {
  const at = (place: number) => ({
    mark: ({ y: 'yes', p: 'partly', n: 'no' } as const)[given[place] as 'y'],
    remark: '',
  });
  return { parts: { facts: at(0), grounds: at(1), result: at(2), next: at(3) } };
}
