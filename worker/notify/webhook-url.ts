/**
 * Which addresses a webhook may have: https on a public host name. Checked when it is made and again before every call. A name is
 * not looked up: the runtime offers no resolver of the machine's own, and what was looked up could change before the call.
 * docs/webhooks.md says what that leaves.
 */
import type { Env } from '../platform/env.ts';

export type UrlFault = 'not-https' | 'credentials' | 'port' | 'private' | 'malformed';

const ports = ['', '443', '8443'];
/** Names that never lead out of a house or a machine (RFC 6761, 6762, 8375, and what routers make up). */
const indoors =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|example|onion)$/;

/** @returns what is wrong with it, or null */
export function faultOf(env: Env, text: string, own: string | null): UrlFault | null {
  if (!URL.canParse(text)) return 'malformed';
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, '');
  if (url.username || url.password) return 'credentials';
  if (url.hash || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'malformed';
  if (env.HUIXIN_WEBHOOK_PRIVATE === '1') return null;
  if (url.protocol !== 'https:') return 'not-https';
  if (!ports.includes(url.port)) return 'port';
  // Every way to write an IP address is normalised by then. Public ones are refused too: they carry no certificate of a name.
  const literal = host.startsWith('[') || /^[\d.]+$/.test(host);
  if (literal || !host.includes('.') || indoors.test(host)) return 'private';
  // Calling ourselves would be a letterbox that answers itself.
  return own !== null && new URL(own).hostname === host ? 'private' : null;
}
