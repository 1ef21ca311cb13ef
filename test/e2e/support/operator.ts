import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Headers of whoever runs the deployment: the token that `npm start` generated into its state folder. */
export function operatorHeaders(): Record<string, string> {
  const secrets = readFileSync(join(process.env['HUIXIN_E2E_STATE'] ?? '', 'secrets.env'), 'utf8');
  const token = /^OPERATOR_TOKEN="?([^"\n]+)"?$/m.exec(secrets)?.[1];
  if (!token) throw new Error('no operator token in the state folder');
  return { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
}
