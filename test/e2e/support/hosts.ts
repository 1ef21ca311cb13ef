import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { at } from '../../../scripts/root.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
};

/**
 * The pages of demo/ on another origin than the service, as a government's site is. In a page `%SERVICE%` stands for
 * the service's origin, and `<!-- csp: … -->` anywhere in it is sent as its Content-Security-Policy.
 */
export async function startHosts(): Promise<{ base: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
    const file = at('demo', path.endsWith('/') ? `${path}index.html` : path);
    const service = process.env['HUIXIN_E2E_BASE'] ?? '';
    void readFile(file).then(
      (bytes) => {
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-store');
        if (extname(file) !== '.html') return response.end(bytes);
        const html = bytes.toString('utf8').replaceAll('%SERVICE%', service);
        const policy = /<!--\s*csp:\s*([^>]+?)\s*-->/.exec(html)?.[1];
        if (policy) response.setHeader('Content-Security-Policy', policy);
        return response.end(html);
      },
      () => response.writeHead(404).end('not found'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return {
    // Not 127.0.0.1: another host name, so that origins and sites differ.
    base: `http://localhost:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
