/** Calls of the pages an officer works on all day. */
import type { input, output } from 'zod';
import type { Presence, SavedFilter, Today, saveFilter, savedFilterPage } from '../../contract/inbox.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { call, callOnce } from './api.ts';
import { saw } from './seen.ts';

export const getToday = (tenant: string) => call<Today>('/v1/staff/today', { query: { tenant } });

const filters = '/v1/staff/filters';
export const getFilters = (tenant: string) =>
  call<output<typeof savedFilterPage>>(filters, { query: { tenant } });
export const keepFilter = (body: input<typeof saveFilter>) =>
  call<SavedFilter>(filters, { method: 'POST', body });
export const dropFilter = (id: string) =>
  call<unknown>(`${filters}/${encodeURIComponent(id)}`, { method: 'DELETE' });

const letterPath = (number: string) => `/v1/staff/letters/${encodeURIComponent(number)}`;
const presencePath = (number: string) => `${letterPath(number)}/presence`;
/** Nobody is asked to sign in again for what only tells colleagues. */
export const sayPresent = (number: string) => callOnce<Presence>(presencePath(number), { method: 'POST' });
/** The page may be gone before the answer comes. */
export const sayGone = (number: string): void =>
  void fetch(presencePath(number), { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(
    () => undefined,
  );

/** From a list, where nobody has read the letter: it is judged as it is. */
export const giveFromList = async (number: string, command: 'accept' | 'assign', department: string) =>
  saw(await call<StaffLetter>(`${letterPath(number)}/${command}`, { method: 'POST', body: { department } }));

/** The letter as it is now, to tell what changed: what the member decides on stays what is shown. */
export const lookAt = (number: string) => callOnce<StaffLetter>(letterPath(number));
