import type { Session } from '../../contract/staff.ts';
import { ApiError, call, callOnce, onSignedOut } from './api.ts';
import { dropDrafts } from './drafts.ts';
import { Store } from './store.ts';

export type SessionRole = Session['roles'][number];

/** `undefined` until the service has said who is signed in, null when nobody is. */
export const session = new Store<Session | null | undefined>(undefined);
/** Which of the member's roles the console acts in, by position. */
const chosen = new Store(0);
/** The session ended while somebody was working: the sign-in lies over the page. */
export const renewing = new Store(false);

let renewal: { done: Promise<boolean>; settle: (again: boolean) => void } | null = null;

export function role(): SessionRole | null {
  const roles = session.value?.roles ?? [];
  return roles[chosen.value] ?? roles[0] ?? null;
}

export function chooseRole(index: number): void {
  chosen.set(index);
}

export const roleChoice = chosen;

/** Asks who is signed in. Throws `ApiError` where the service can't be reached. */
export async function loadSession(): Promise<void> {
  try {
    session.set(await callOnce<Session>('/v1/staff/session'));
  } catch (error) {
    if (!(error instanceof ApiError) || error.failure !== 'signed-out') throw error;
    session.set(null);
  }
}

/** @returns whether a one-time code is asked for. Throws `ApiError`. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const body = { email, password };
  const answer = await callOnce<{ twoFactorRedirect?: boolean }>('/v1/auth/sign-in/email', {
    method: 'POST',
    body,
  });
  if (answer.twoFactorRedirect) return true;
  await arrive();
  return false;
}

/** Throws `ApiError`. */
export async function signInWithCode(code: string): Promise<void> {
  await callOnce('/v1/auth/two-factor/verify-totp', { method: 'POST', body: { code } });
  await arrive();
}

/** Another person at the same desk starts afresh: neither the page nor the drafts of the one before them are theirs. */
async function arrive(): Promise<void> {
  const before = session.value;
  const now = await callOnce<Session>('/v1/staff/session');
  const same = !before || before.id === now.id;
  if (!same) {
    dropDrafts();
    chosen.set(0);
    location.hash = '#/';
  }
  session.set(now);
  settle(same);
}

/** Leaves the sign-in for later; what waited for it fails, and the page keeps what was typed. */
export function postponeSignIn(): void {
  settle(false);
}

function settle(again: boolean): void {
  renewing.set(false);
  renewal?.settle(again);
  renewal = null;
}

export async function signOut(): Promise<void> {
  await call('/v1/auth/sign-out', { method: 'POST', body: {} });
  dropDrafts();
  chosen.set(0);
  session.set(null);
}

onSignedOut(() => {
  if (!session.value) return Promise.resolve(false);
  if (!renewal) {
    let settleLater: (again: boolean) => void = () => undefined;
    const done = new Promise<boolean>((resolve) => (settleLater = resolve));
    renewal = { done, settle: settleLater };
    renewing.set(true);
  }
  return renewal.done;
});
