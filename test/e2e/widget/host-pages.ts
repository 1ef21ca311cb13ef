import { createServer } from 'node:http';

/**
 * A government's own site on an origin of its own: each page has a text before and after the widget, the printed rule
 * that keeps it still, and a policy that names the service and nothing more.
 */
export class HostPages {
  base = '';
  readonly #pages = new Map<string, { html: string; csp: string }>();
  readonly #server = createServer((request, response) => {
    const page = this.#pages.get(request.url ?? '');
    if (request.url === '/site.css')
      return void response.writeHead(200, { 'Content-Type': 'text/css' }).end(RULE);
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': page.csp,
      'Cache-Control': 'no-store',
    });
    response.end(page.html);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // Another host name than the service's, so that origins and sites differ.
    this.base = `http://localhost:${(this.#server.address() as { port: number }).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Answers the page's address. */
  add(service: string, body: string, { lang = 'zh-CN', head = '', script = '/embed/v1.js' } = {}): string {
    const csp = `default-src 'none'; script-src ${service}; connect-src ${service}; style-src 'self'; base-uri 'none'`;
    const tag = script && `<script type="module" src="${service}${script}"></script>`;
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>荆门市人民政府</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}<link rel="stylesheet" href="/site.css">${tag}</head>
<body><main><h1 lang="zh-CN">互动交流</h1>${body}<p id="after" lang="zh-CN">主办单位：荆门市人民政府办公室</p></main></body></html>`;
    const path = `/${this.#pages.size}.html`;
    this.#pages.set(path, { html, csp });
    return this.base + path;
  }
}

/** Old-CMS manners that must stay outside the widget, and the rule printed in the snippet. */
const RULE = `
html { color-scheme: light dark }
body { margin: 0 16px; font-family: 'Noto Sans CJK SC', sans-serif }
* { letter-spacing: 3px; line-height: 1 }
p, label, input, button { color: red; text-align: right }
main { max-width: 760px; margin: 0 auto }
h1, #after { color: CanvasText; text-align: start; letter-spacing: 0 }
huixin-letterbox { display: block; min-height: 1240px }
@media (max-width: 600px) { huixin-letterbox { min-height: 1500px } }
`;
