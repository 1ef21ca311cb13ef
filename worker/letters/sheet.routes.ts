/** A letter on paper, for a leader's note. The writer's name only where it is asked for, and then on record. */
import { createRoute, z } from '@hono/zod-openapi';
import { lang } from '../../contract/primitives.ts';
import { formatInstant } from '../../core/index.ts';
import { Refused } from '../http/problem.ts';
import { newRouter, problems } from '../http/router.ts';
import { now } from '../platform/clock.ts';
import { sheetStyle } from './sheet-style.view.ts';
import { toSheet } from './sheet.view.ts';
import { readAsStaff, revealContact } from './staff.actions.ts';
import { reading, scopeOf } from './staff-scope.ts';

const sheetRoute = createRoute({
  method: 'get',
  path: '/v1/staff/letters/{number}/sheet',
  summary: 'The letter as a page to print (办理单)',
  tags: ['staff'],
  middleware: reading,
  request: {
    params: z.object({ number: z.string() }),
    query: z.object({
      writer: z.literal('yes').optional().describe('With the writer’s name; the look is recorded'),
      lang: lang.default('zh-CN'),
    }),
  },
  responses: {
    200: { content: { 'text/html': { schema: z.string() } }, description: 'The page' },
    ...problems(400, 401, 403, 404, 409),
  },
});

export const sheetRoutes = newRouter().openapi(sheetRoute, async (c) => {
  const { writer, lang: asked } = c.req.valid('query');
  const scope = scopeOf(c);
  let name: string | null | undefined;
  if (writer === 'yes') {
    // Another site's link must not put a look on record that nobody took.
    const from = c.req.header('sec-fetch-site') ?? 'none';
    if (c.get('membership').role === 'central' || (from !== 'same-origin' && from !== 'none'))
      throw new Refused('forbidden');
    const seen = await revealContact(scope);
    if (!seen.ok) throw new Refused(seen.reason);
    name = seen.contact.name;
  }
  const page = toSheet({
    letter: await readAsStaff(scope),
    ...{ writer: name, by: c.get('staff').name, lang: asked },
    at: formatInstant(now(), scope.tenant.timeZone),
  });
  return c.html(String(await page), 200, { 'Content-Security-Policy': await policy() });
});

async function policy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sheetStyle));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
