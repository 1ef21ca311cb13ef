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
  return networkOf(forwarded || direct);
}

/** One household has a whole /64 of IPv6 addresses: it counts as one. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const known = tail === undefined ? groups : [...groups, ...Array<string>(4).fill('0')];
  return known.slice(0, 4).join(':');
}
