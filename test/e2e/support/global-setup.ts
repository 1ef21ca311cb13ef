import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHosts } from './hosts.ts';
import { startService } from './service.ts';

/** One service and one server of host pages for all tests; their addresses travel in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const state = await mkdtemp(join(tmpdir(), 'huixin-e2e-'));
  const hosts = await startHosts();
  try {
    const service = await startService({ HUIXIN_STATE: state });
    process.env['HUIXIN_E2E_BASE'] = service.base;
    process.env['HUIXIN_E2E_HOSTS'] = hosts.base;
    process.env['HUIXIN_E2E_STATE'] = state;
    return async () => {
      await service.stop();
      await hosts.stop();
      await rm(state, { recursive: true, force: true });
    };
  } catch (error) {
    await hosts.stop();
    throw error;
  }
}
