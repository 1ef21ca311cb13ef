import { testEnv } from '../../test/app.ts';

/** Other rules for a tenant, as if it had been created with them. */
export async function setRules(tenant: string, rules: Record<string, unknown>): Promise<void> {
  const merged = 'UPDATE tenant_rules SET rules = json_patch(rules, ?) WHERE tenant = ?';
  await testEnv.DIRECTORY.prepare(merged).bind(JSON.stringify(rules), tenant).run();
}
