/** The calls of spot checks, promises and the supervisor's list, one function each, in the contract's types. */
import type { ContestedPage, PromisePage, StaffPromisePage } from '../../contract/promises.ts';
import type {
  ReviewerList,
  SpotCheck,
  SpotCheckItems,
  SpotCheckLetter,
  SpotCheckPage,
  TenantSpotCheck,
  openSpotCheck,
  scoreSpotCheck,
} from '../../contract/spot-checks.ts';
import type { input } from 'zod';
import { call, callForFile } from './api.ts';

type Query = Record<string, string | undefined>;
const post = <T>(path: string, body: unknown, key?: string) =>
  call<T>(path, { method: 'POST', body, ...(key && { headers: { 'Idempotency-Key': key } }) });

const checks = '/v1/central/spot-checks';
const checkPath = (id: string, what = '') => `${checks}/${encodeURIComponent(id)}${what}`;

export const getSpotChecks = (query: Query) => call<SpotCheckPage>(checks, { query });
export const getSpotCheck = (id: string) => call<SpotCheck>(checkPath(id));
/** `key` makes a repeated call go on with the same check. */
export const openSpotCheckOf = (body: input<typeof openSpotCheck>, key: string) =>
  post<SpotCheck>(checks, body, key);
export const getReviewers = (jurisdiction: string) =>
  call<ReviewerList>('/v1/central/reviewers', { query: { jurisdiction } });
export const drawOf = (id: string, value: string) => post<SpotCheck>(checkPath(id, '/draw'), { value });
export const closeCheckOf = (id: string) => post<SpotCheck>(checkPath(id, '/close'), {});
export const getItems = (id: string) => call<SpotCheckItems>(checkPath(id, '/items'));
export const getCheckLetter = (id: string, ordinal: number) =>
  call<SpotCheckLetter>(checkPath(id, `/items/${ordinal}`));
export const scoreOf = (id: string, ordinal: number, body: input<typeof scoreSpotCheck>) =>
  post<SpotCheckLetter>(checkPath(id, `/items/${ordinal}/score`), body);
export const getScoresFile = (id: string) => callForFile(checkPath(id, '/csv'));
export const populationLink = (id: string) => checkPath(id, '/population');

const own = '/v1/staff/spot-checks';
const ownPath = (id: string, what = '') => `${own}/${encodeURIComponent(id)}${what}`;
export const getOwnChecks = (tenant: string, query: Query) =>
  call<SpotCheckPage>(own, { query: { tenant, ...query } });
export const getOwnCheck = (tenant: string, id: string) =>
  call<TenantSpotCheck>(ownPath(id), { query: { tenant } });
export const ownPopulationLink = (tenant: string, id: string) =>
  `${ownPath(id, '/population')}?${new URLSearchParams({ tenant })}`;

export const getPromises = (query: Query) => call<PromisePage>('/v1/central/promises', { query });
export const getContested = (query: Query) => call<ContestedPage>('/v1/central/contested', { query });
export const getOwnPromises = (tenant: string, query: Query) =>
  call<StaffPromisePage>('/v1/staff/promises', { query: { tenant, ...query } });
