/** The API described: `/openapi.json` for programs, `/docs` for people, and every problem code in words. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { langOf } from '../http/problem.ts';
import { toDocsPage, toProblemsPage, docsStyle, docsStylePath, type ApiDocument } from './docs.page.ts';

const info = {
  title: '回信 Huixin',
  version: '1',
  description: 'Letters to government bodies, their replies, and figures that anyone can recompute.',
};
const csp = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

interface AllOf {
  allOf?: { $ref?: string; type?: string | string[] }[];
}

/** The generator writes a reference that may be null as `allOf` of it and `null`, which null doesn't fit. */
function allowingNull(document: unknown): ApiDocument {
  return JSON.parse(JSON.stringify(document), (_key, node: AllOf | null) => {
    const [reference, more] = node?.allOf ?? [];
    return reference?.$ref && more?.type?.includes('null') ? { anyOf: [reference, { type: 'null' }] } : node;
  }) as ApiDocument;
}

export function docsRoutes(app: OpenAPIHono<AppEnv>): Hono<AppEnv> {
  let document: ApiDocument | undefined;
  const describe = (): ApiDocument => {
    if (!document) {
      app.openAPIRegistry.registerComponent('securitySchemes', 'accessKey', {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Letter <accessKey>`',
      });
      app.openAPIRegistry.registerComponent('securitySchemes', 'uploadKey', {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Upload <key>`',
      });
      document = allowingNull(app.getOpenAPI31Document({ openapi: '3.1.0', info }));
    }
    return document;
  };
  return new Hono<AppEnv>()
    .get('/openapi.json', (c) =>
      c.json(describe(), 200, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' }),
    )
    .get('/docs', (c) => c.html(toDocsPage(describe(), langOf(c)), 200, { 'Content-Security-Policy': csp }))
    .get('/docs/problems', (c) => c.html(toProblemsPage(langOf(c)), 200, { 'Content-Security-Policy': csp }))
    .get(docsStylePath, (c) =>
      c.body(docsStyle, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
      }),
    );
}
