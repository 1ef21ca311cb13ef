import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '../../../demo/serve.ts';
import { searchLog } from './log-search.ts';
import { startService } from './service.ts';

/** One service, and the demo's pages on an origin of their own, for all tests; their addresses travel in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const state = await mkdtemp(join(tmpdir(), 'huixin-e2e-'));
  const service = await startService({ HUIXIN_STATE: state });
  const demo = await serveDemo({ serviceUrl: service.base });
  process.env['HUIXIN_E2E_BASE'] = service.base;
  // Not 127.0.0.1: another host name, so that origins and sites differ.
  process.env['HUIXIN_E2E_HOSTS'] = demo.origin.replace('127.0.0.1', 'localhost');
  process.env['HUIXIN_E2E_STATE'] = state;
  return async () => {
    await demo.close();
    await service.stop();
    try {
      searchLog(state);
    } finally {
      await rm(state, { recursive: true, force: true });
    }
  };
}
