/** What tests of mail and webhooks share: a binding that keeps what it is given, or refuses it, and a clock that is moved. */
import { vi } from 'vitest';
import { runJobs } from '../jobs/run.ts';
import type { Env } from '../platform/env.ts';
import { call, testEnv } from './app.ts';

export interface Kept {
  to: string;
  from: { name: string; email: string };
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export class Post {
  readonly kept: Kept[] = [];
  /** What the binding does instead; `after` takes the message and then fails. */
  fails: { with: Error; after?: boolean } | null = null;

  readonly env: Env = {
    ...testEnv,
    HUIXIN_PUBLIC_URL: 'https://letters.test',
    HUIXIN_MAIL_FROM: 'box@letters.test',
    EMAIL: { send: (message: unknown) => this.take(message as Kept) } as unknown as SendEmail,
  };

  private async take(message: Kept): Promise<EmailSendResult> {
    if (this.fails === null || this.fails.after) this.kept.push(message);
    if (this.fails) throw this.fails.with;
    return { messageId: 'x' };
  }

  to(email: string): Kept[] {
    return this.kept.filter(({ to }) => to === email);
  }
}

/** The service's clock stands at a time; only `Date.now` is moved. */
export function at(time: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(time);
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Every minute's tick from one time to another, as far apart as `step`. */
export async function ticks(env: Env, from: number, to: number, step = minute): Promise<void> {
  for (let time = from; time <= to; time += step) {
    at(time);
    await runJobs(env);
  }
}

export const deliveriesOf = async (tenant: string) =>
  (
    await testEnv.LETTERS_0.prepare('SELECT * FROM delivery WHERE tenant = ? ORDER BY created_at, kind')
      .bind(tenant)
      .all<{
        id: string;
        kind: string;
        state: string;
        attempts: number;
        note: string | null;
        due_at: number;
      }>()
  ).results;

/** A staff command on a letter. */
export async function give(
  number: string,
  headers: Record<string, string>,
  command: string,
  json: unknown,
): Promise<void> {
  const answer = await call(`/v1/staff/letters/${number}/${command}`, { headers, json });
  if (!answer.ok) throw new Error(`${command}: ${answer.status} ${await answer.text()}`);
}

let counter = 0;
export const anAddress = (): string => `writer${counter++}@example.org`;
