/** Whether the service can be reached, and whether this tab is older than what it serves. */
import { Store } from './store.ts';

export const online = new Store(navigator.onLine);
addEventListener('online', () => online.set(true));
addEventListener('offline', () => online.set(false));

/** A part of the console is gone from the service: another version was put in its place. */
export const outdated = new Store(false);

/**
 * Fetches a part of the console. Where the service is there but the part isn't, the tab is outdated.
 * @returns whether it came
 */
export async function bring(load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load();
    return true;
  } catch {
    const there = await fetch('./', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) outdated.set(true);
    else online.set(false);
    return false;
  }
}
