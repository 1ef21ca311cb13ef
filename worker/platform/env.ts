/** What the platform hands to the worker. */
export interface Env {
  DIRECTORY: D1Database;
  LETTERS_0: D1Database;
  /** Files that come with letters; platform/bucket.ts is the only one to use it. */
  FILES: R2Bucket;
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
  /** Where links in messages lead, where HUIXIN_PUBLIC_URL doesn't say: `npm start` knows its own address. */
  HUIXIN_LINKS_URL?: string;
  /** Cloudflare's e-mail binding. */
  EMAIL?: SendEmail;
  /** `smtps://user:password@host:465`, or `smtp://` with STARTTLS. Comes before the binding. */
  HUIXIN_SMTP_URL?: string;
  /** The address that messages come from. */
  HUIXIN_MAIL_FROM?: string;
  /** `1` lets webhooks call loopback and private addresses: tests and one's own machine only. */
  HUIXIN_WEBHOOK_PRIVATE?: string;
  HUIXIN_SUBMIT_PER_MINUTE?: string;
  HUIXIN_SIGN_IN_PER_MINUTE?: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, comma-separated. */
  HUIXIN_TRUSTED_PROXIES?: string;
  /** A virus scanner: takes a file's bytes by POST, answers `{"clean": boolean}`. */
  HUIXIN_SCAN_URL?: string;
  /** `1`: no file is taken while the scanner doesn't answer. */
  HUIXIN_SCAN_REQUIRED?: string;
}

/** The service's own origin. */
export function ownOrigin(env: Env, request: Request): string {
  return new URL(env.HUIXIN_PUBLIC_URL ?? request.url).origin;
}

/** Where links in messages lead; null where nobody has said. No slash at the end. */
export function linksOrigin(env: Env): string | null {
  const url = env.HUIXIN_PUBLIC_URL ?? env.HUIXIN_LINKS_URL;
  return url ? new URL(url).origin : null;
}
