/** The calls of supervision, one function each, in the contract's types: overdue letters, orders, the league table, bulletins. */
import type {
  Bulletin,
  BulletinFormat,
  BulletinPage,
  BulletinTableId,
  makeBulletin,
} from '../../contract/bulletins.ts';
import type {
  OrderDetail,
  OrderPage,
  OverduePage,
  issueOrder,
  orderQuery,
  overdueQuery,
} from '../../contract/orders.ts';
import type { CentralRanking, Comments, OwnRanking, publication } from '../../contract/ranking.ts';
import type { Profile } from '../../contract/tenants.ts';
import type { input, output } from 'zod';
import { call, callForFile } from './api.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

type Query<T> = Partial<Record<keyof T & string, string>>;

const post = <T>(path: string, body: unknown, key?: string) =>
  call<T>(path, { method: 'POST', body, ...(key && { headers: { 'Idempotency-Key': key } }) });

/** Departments and the like, as everybody may read them. */
export const getProfile = (tenant: string) => call<Profile>(`/v1/tenants/${encodeURIComponent(tenant)}`);

export const getOverdue = (query: Query<output<typeof overdueQuery>>) =>
  call<OverduePage>('/v1/central/overdue', { query });

/** The centre sees those of its jurisdictions, a tenant those it was given. */
const ordersPath = (central: boolean) => (central ? '/v1/central/orders' : '/v1/staff/orders');
const orderPath = (central: boolean, number: string, does = '') =>
  `${ordersPath(central)}/${encodeURIComponent(number)}${does}`;

export const getOrders = (central: boolean, query: Query<output<typeof orderQuery>>) =>
  call<OrderPage>(ordersPath(central), { query });
export const getOrder = (central: boolean, number: string) => call<OrderDetail>(orderPath(central, number));
/** `key` makes a repeated call the same order. */
export const issueOrderOf = (body: input<typeof issueOrder>, key: string) =>
  post<OrderDetail>(ordersPath(true), body, key);
export const answerOrderOf = (number: string, text: string) =>
  post<OrderDetail>(orderPath(false, number, '/answer'), { text });
export const acceptOrderOf = (number: string, note: string) =>
  post<OrderDetail>(orderPath(true, number, '/accept'), note ? { note } : {});
export const returnOrderOf = (number: string, body: { reason: string; days?: number }) =>
  post<OrderDetail>(orderPath(true, number, '/return'), body);
export const withdrawOrderOf = (number: string, reason: string) =>
  post<OrderDetail>(orderPath(true, number, '/withdraw'), { reason });

export interface RankingQuery {
  from: string;
  to: string;
  by: RankedBy;
}
/** The jurisdiction is asked for even where it is empty, which means everywhere. */
export const getRanking = (jurisdiction: string, { from, to, by }: RankingQuery) =>
  call<CentralRanking>(`/v1/central/ranking?${new URLSearchParams({ jurisdiction, from, to, by })}`);
export const publishRanking = (body: { jurisdiction: string; name: string; public: boolean }) =>
  post<output<typeof publication>>('/v1/central/ranking/publication', body);
export const getOwnRanking = (tenant: string, { from, to }: Omit<RankingQuery, 'by'>) =>
  call<OwnRanking>('/v1/staff/ranking', { query: { tenant, from, to } });
export const getComments = (tenant: string) =>
  call<Comments>('/v1/staff/ranking-comment', { query: { tenant } });
export const sayComment = (tenant: string, text: string) =>
  post<Comments>('/v1/staff/ranking-comment', { tenant, text });

const bulletins = '/v1/central/bulletins';
const bulletinPath = (id: string, what = '') => `${bulletins}/${encodeURIComponent(id)}${what}`;
export const getBulletins = (query: { cursor?: string }) => call<BulletinPage>(bulletins, { query });
export const getBulletin = (id: string) => call<Bulletin>(bulletinPath(id));
/** `key` makes a repeated call go on with the same bulletin. */
export const makeBulletinOf = (body: input<typeof makeBulletin>, key?: string) =>
  post<Bulletin>(bulletins, body, key);
export const publishBulletinOf = (id: string, open: boolean) =>
  post<Bulletin>(bulletinPath(id, '/publication'), { public: open });
/** A link that opens or saves it with the session's own cookie. */
export const bulletinFile = (id: string, format: BulletinFormat) => bulletinPath(id, `/${format}`);
/** Where everybody reads one that is public. */
export const publicBulletin = (id: string) => `/v1/bulletins/${encodeURIComponent(id)}/html`;
export const getBulletinFile = (id: string, format: BulletinFormat, table?: BulletinTableId) =>
  callForFile(`${bulletinPath(id, `/${format}`)}${table ? `?table=${table}` : ''}`);
