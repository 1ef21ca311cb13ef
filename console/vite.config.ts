import { defineConfig } from 'vite';

// The console is a plain static folder under the service's own origin: no inlined assets, since the CSP allows 'self' only.
export default defineConfig({
  base: '/console/',
  build: {
    target: ['chrome86', 'firefox101', 'safari16.4'],
    cssTarget: ['chrome86', 'safari16.4'],
    outDir: '../dist/assets/console',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
  logLevel: 'warn',
});
