import type { ReactiveController, ReactiveControllerHost } from 'lit';

declare const __HUIXIN_VERSION__: string;

interface BeaconHost extends ReactiveControllerHost {
  readonly tenant: string;
  readonly isConnected: boolean;
  readonly api: { readonly base: string };
}

/** The page must have been looked at for this long since it was ready: who passes through is no sign of use. */
const WAIT_MS = 5000;

const begun = new WeakMap<BeaconHost, Beacon>();

/**
 * Tells the service that this site's elements work, at most once a day per browser, origin and tenant: the version in
 * the address and nothing else. The day is marked on the device; where that is forbidden nothing is told at all.
 */
export function beacon(host: BeaconHost): void {
  const before = begun.get(host);
  if (before) return before.wait();
  const made = new Beacon(host);
  begun.set(host, made);
  host.addController(made);
}

/** The timer lives while the element is on a page that is looked at. A page being prerendered counts as hidden. */
class Beacon implements ReactiveController {
  private readonly host: BeaconHost;
  private timer = 0;

  constructor(host: BeaconHost) {
    this.host = host;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.wait);
    this.wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.wait);
    clearTimeout(this.timer);
  }

  /** Begins to wait anew: another tenant may be shown by now. */
  readonly wait = (): void => {
    clearTimeout(this.timer);
    if (this.host.isConnected && !document.hidden) this.timer = setTimeout(() => tell(this.host), WAIT_MS);
  };
}

function tell({ tenant, api }: BeaconHost): void {
  const place = `huixin-seen:${tenant}`;
  const today = new Date().toISOString().slice(0, 10);
  try {
    if (localStorage.getItem(place) === today) return;
    localStorage.setItem(place, today);
  } catch {
    return;
  }
  const address = `${api.base}/v1/tenants/${encodeURIComponent(tenant)}/seen?version=${__HUIXIN_VERSION__}`;
  fetch(address, { method: 'POST', credentials: 'omit', keepalive: true }).catch(() => {});
}
