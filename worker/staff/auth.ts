/** Identity is better-auth's: passwords, sessions, second factor. Who may do what is ours (staff/member.store.ts). */
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Env } from '../platform/env.ts';

export type Auth = ReturnType<typeof build>;

function build(env: Env, origin: string) {
  return betterAuth({
    appName: '回信 Huixin',
    baseURL: origin,
    basePath: '/v1/auth',
    secret: env.AUTH_SECRET,
    database: env.DIRECTORY,
    // Nobody signs up: members are made by those who answer for them.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    trustedOrigins: [origin],
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    advanced: {
      cookiePrefix: 'huixin',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    // Signing in is limited by our own counters, by address (platform/limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would log addresses of people who mistype.
    logger: { disabled: true },
    plugins: [twoFactor({ issuer: '回信 Huixin' })],
  } satisfies BetterAuthOptions);
}

const built = new WeakMap<D1Database, Map<string, Auth>>();

/** One instance per database and origin: building it costs more than a request. */
export function authOf(env: Env, origin: string): Auth {
  const byOrigin = built.get(env.DIRECTORY) ?? new Map<string, Auth>();
  built.set(env.DIRECTORY, byOrigin);
  let auth = byOrigin.get(origin);
  if (!auth) {
    // A client chooses its Host header: it must not make us keep an instance for every name it thinks of.
    if (byOrigin.size >= 8) byOrigin.clear();
    byOrigin.set(origin, (auth = build(env, origin)));
  }
  return auth;
}
