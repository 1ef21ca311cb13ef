/** What the platform hands to the worker. */
export interface Env {
  DIRECTORY: D1Database;
  LETTERS_0: D1Database;
  ASSETS?: Fetcher;
  CF_VERSION_METADATA?: WorkerVersionMetadata;
  /** Base64 of 32 bytes: seals the tenants' data keys. */
  MASTER_KEY: string;
  AUTH_SECRET: string;
  ACCESS_KEY_SECRET: string;
  CHALLENGE_SECRET: string;
  /** Bearer token of whoever runs the deployment: makes the first central admin. */
  OPERATOR_TOKEN: string;
  /** The service's own origin where requests don't show it (behind a proxy). */
  HUIXIN_PUBLIC_URL?: string;
  /** `1` under `npm start`: not ready before the demo is seeded. */
  HUIXIN_DEMO?: string;
  HUIXIN_SUBMIT_PER_MINUTE?: string;
  HUIXIN_SIGN_IN_PER_MINUTE?: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, comma-separated. */
  HUIXIN_TRUSTED_PROXIES?: string;
}

/** The service's own origin. */
export function ownOrigin(env: Env, request: Request): string {
  return new URL(env.HUIXIN_PUBLIC_URL ?? request.url).origin;
}
