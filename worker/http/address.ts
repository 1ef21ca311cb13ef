/** The address a request comes from, for rate limits only; never stored or logged. */
import type { Context } from 'hono';
import type { AppEnv } from './context.ts';

export function addressOf(c: Context<AppEnv>): string {
  const direct = c.req.header('cf-connecting-ip') ?? '';
  const trusted = (c.env.HUIXIN_TRUSTED_PROXIES ?? '').split(',').map((address) => address.trim());
  // Behind a tenant's own reverse proxy the last hop it names is the person's.
  const forwarded =
    direct && trusted.includes(direct)
      ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
  return forwarded || direct;
}
