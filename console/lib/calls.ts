/** Every call of the staff API the console makes, one function each, in the contract's types. */
import type { Receipt, registerLetter } from '../../contract/letters.ts';
import type {
  ContactView,
  QueuePage,
  ReplyCheck,
  Retention,
  StaffCommandName,
  StaffLetter,
  createNotice,
  newKey,
  queueQuery,
  staffCommands,
} from '../../contract/staff.ts';
import type { Stats } from '../../contract/stats.ts';
import type { Notice, NoticePage, OriginPage, TenantPage, createTenant } from '../../contract/tenants.ts';
import type { UploadStarted, UploadState, UploadedFile } from '../../contract/uploads.ts';
import type { DeliveryState, ReplyType } from '../../contract/vocabulary.ts';
import type {
  Attempt,
  CreateWebhook,
  Delivery,
  DeliveryPage,
  NewWebhook,
  Webhook,
  attemptPage,
  webhookPage,
} from '../../contract/webhooks.ts';
import type { input, output } from 'zod';
import { call, callForFile, callOnce } from './api.ts';
import { expecting, saw, tellOutrun } from './seen.ts';

export type QueueQuery = Partial<Record<keyof output<typeof queueQuery>, string>>;
export type CommandBody<K extends StaffCommandName> = input<(typeof staffCommands)[K]>;
export type NewKey = output<typeof newKey>;

const letters = '/v1/staff/letters';
const post = <T>(
  path: string,
  body: unknown,
  more: { query?: Record<string, string>; headers?: Record<string, string> } = {},
) => call<T>(path, { method: 'POST', body, ...more });

export const getQueue = (query: QueueQuery, signal?: AbortSignal) =>
  call<QueuePage>(letters, signal ? { query, signal } : { query });

export const getLetter = async (number: string) =>
  saw(await call<StaffLetter>(`${letters}/${encodeURIComponent(number)}`));

export const filePath = (number: string, id: string) =>
  `${letters}/${encodeURIComponent(number)}/files/${encodeURIComponent(id)}`;
/** A file of a letter; a look at one of its writer's is recorded. */
export const getFile = (number: string, id: string) => callForFile(filePath(number, id));

export const startUpload = (number: string, file: { bytes: number; type: string }) =>
  post<UploadStarted>(`${letters}/${encodeURIComponent(number)}/uploads`, file);
/** For a letter that isn't registered yet. */
export const startUploadTo = (tenant: string, file: { bytes: number; type: string }) =>
  post<UploadStarted>(`/v1/tenants/${encodeURIComponent(tenant)}/uploads`, file);
/** What an upload's key opens: no session is asked for, so none is renewed. */
const withKey = (key: string) => ({ headers: { Authorization: `Upload ${key}` } });
export const getUpload = (url: string, key: string) => callOnce<UploadState>(url, withKey(key));
export const putPart = (url: string, key: string, part: number, bytes: Blob) =>
  callOnce<undefined>(`${url}/parts/${part}`, { method: 'PUT', bytes, ...withKey(key) });
export const completeUpload = (url: string, key: string) =>
  callOnce<UploadedFile>(`${url}/complete`, { method: 'POST', ...withKey(key) });

/** Gives a command on the letter as it is shown; answers the letter as it is afterwards. */
export const give = async <K extends Exclude<StaffCommandName, 'new-key'>>(
  number: string,
  command: K,
  body: CommandBody<K>,
) => {
  const headers = expecting(number, command);
  const given = post<StaffLetter>(`${letters}/${encodeURIComponent(number)}/${command}`, body, { headers });
  return saw(await given.catch(tellOutrun(number)));
};

/** Advice while somebody types: a session that is over is not asked for again. */
export const askReplyCheck = (number: string, body: string, type: ReplyType, signal: AbortSignal) =>
  callOnce<ReplyCheck>(`${letters}/${encodeURIComponent(number)}/reply-check`, {
    ...{ method: 'POST', body: { type, body }, signal },
  });

export const renewKey = (number: string, proof: string) =>
  post<NewKey>(`${letters}/${encodeURIComponent(number)}/new-key`, { proof });

/** Shows the writer's contact details; the view is recorded. */
export const revealContact = (number: string) =>
  post<ContactView>(`${letters}/${encodeURIComponent(number)}/contact`, {});

/** `key` makes a repeated registration the same letter. */
export const register = (body: input<typeof registerLetter>, key: string) =>
  post<Receipt>(letters, body, { headers: { 'Idempotency-Key': key } });

export const getNotices = (tenant: string, cursor?: string) =>
  call<NoticePage>('/v1/staff/notices', { query: { tenant, cursor } });
export const publishNotice = (body: input<typeof createNotice>) => post<Notice>('/v1/staff/notices', body);

export const getStats = (tenant: string, from: string, to: string) =>
  call<Stats>(`/v1/tenants/${encodeURIComponent(tenant)}/stats`, { query: { from, to } });

export const getTenants = () => call<TenantPage>('/v1/central/tenants');
export const createTenantOf = (body: input<typeof createTenant>) =>
  post<unknown>('/v1/central/tenants', body);

/** The centre reads any tenant's origins below it, a coordinator their own. */
const originsPath = (tenant: string, central: boolean) =>
  central ? `/v1/central/tenants/${encodeURIComponent(tenant)}/origins` : '/v1/staff/origins';
export const getOrigins = (tenant: string, central: boolean) =>
  call<OriginPage>(originsPath(tenant, central), central ? {} : { query: { tenant } });
export const allowOriginOf = (tenant: string, central: boolean, origin: string) =>
  post<unknown>(originsPath(tenant, central), { origin }, central ? {} : { query: { tenant } });

const webhooks = '/v1/staff/webhooks';
const webhookPath = (id: string, does = '') => `${webhooks}/${encodeURIComponent(id)}${does}`;
export const getWebhooks = (tenant: string) =>
  call<output<typeof webhookPage>>(webhooks, { query: { tenant } });
export const createWebhookOf = (tenant: string, body: CreateWebhook) =>
  post<NewWebhook>(webhooks, body, { query: { tenant } });
export const rotateSecret = (tenant: string, id: string) =>
  post<NewWebhook>(webhookPath(id, '/rotate'), {}, { query: { tenant } });
export const testWebhook = (tenant: string, id: string) =>
  post<Attempt>(webhookPath(id, '/test'), {}, { query: { tenant } });
export const enableWebhook = (tenant: string, id: string) =>
  post<Webhook>(webhookPath(id, '/enable'), {}, { query: { tenant } });
export const removeWebhook = (tenant: string, id: string) =>
  call<unknown>(webhookPath(id), { method: 'DELETE', query: { tenant } });
export const getAttempts = (tenant: string, id: string) =>
  call<output<typeof attemptPage>>(webhookPath(id, '/attempts'), { query: { tenant } });

export const getDeliveries = (
  tenant: string,
  state: DeliveryState,
  more: { cursor?: string; limit?: string } = {},
) => call<DeliveryPage>('/v1/staff/deliveries', { query: { tenant, state, ...more } });
export const redeliver = (tenant: string, id: string) =>
  post<Delivery>(`/v1/staff/deliveries/${encodeURIComponent(id)}/redeliver`, {}, { query: { tenant } });

export const getRetention = (tenant: string) => call<Retention>('/v1/staff/retention', { query: { tenant } });
export const setRetentionOf = (tenant: string, months: number) =>
  post<Retention>('/v1/staff/retention', { tenant, months });
