/** The platform's entry points. */
import { app } from './app.ts';
import { runJobs } from './jobs/run.ts';
import type { Env } from './platform/env.ts';

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    await runJobs(env, controller.scheduledTime);
  },
} satisfies ExportedHandler<Env>;
