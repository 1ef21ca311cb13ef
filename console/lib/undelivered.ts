import { getDeliveries } from './calls.ts';
import { Store } from './store.ts';

/** How many messages of a coordinator's tenant found nobody: said in the navigation, because nobody looks for what they don't expect. */
export const undelivered = new Store(0);

/** Asked once for each desk a coordinator sits down at. Where there is no answer nothing is said: the page itself tells. */
export async function lookForUndelivered(tenant: string): Promise<void> {
  undelivered.set(0);
  const page = await getDeliveries(tenant, 'dead', { limit: '1' }).catch(() => null);
  if (page) undelivered.set(page.counts.dead);
}
