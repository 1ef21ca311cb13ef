import { Store } from './store.ts';

/** An address inside the console. It lives in the fragment, so it works from any static folder and never reaches a server's log. */
export interface Route {
  /** Path segments, decoded. */
  path: readonly string[];
  query: URLSearchParams;
}

function read(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const segments = path.split('/').filter(Boolean).map(decode);
  return { path: segments, query: new URLSearchParams(query) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export const route = new Store<Route>(read());
window.addEventListener('hashchange', () => route.set(read()));

/** `to('letters', number)` → `#/letters/JM-2026-000123`; empty query values are left out. */
export function to(path: readonly string[] | string, query: Record<string, string> = {}): string {
  const segments = (typeof path === 'string' ? [path] : path).filter(Boolean).map(encodeURIComponent);
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  const tail = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return `#/${segments.join('/')}${tail}`;
}

export function go(address: string): void {
  location.hash = address;
}

/** Changes the address without a new entry in the history. */
export function replace(address: string): void {
  history.replaceState(null, '', address);
  route.set(read());
}
