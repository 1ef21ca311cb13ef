/** A bulletin that its centre lets everybody read. One that it doesn't looks like none. */
import { createRoute, z } from '@hono/zod-openapi';
import { BULLETIN_FORMATS, BULLETIN_TABLES, bulletinId } from '../../contract/bulletins.ts';
import { Refused } from '../http/problem.ts';
import { newRouter, problems } from '../http/router.ts';
import { bulletinFile, fileTypes } from './bulletin-file.ts';
import { findBulletin } from './read.actions.ts';

const content = Object.fromEntries(
  Object.values(fileTypes).map((type) => [type.split(';')[0]!, { schema: z.string() }]),
);

const publicRoute = createRoute({
  method: 'get',
  path: '/v1/bulletins/{id}/{format}',
  summary: 'A published bulletin as a page to read and print (html), .docx, .xlsx or .csv',
  tags: ['public'],
  request: {
    params: z.object({ id: z.string().max(40), format: z.enum(BULLETIN_FORMATS) }),
    query: z.object({ table: z.enum(BULLETIN_TABLES).optional().describe('Of a .csv: this table alone') }),
  },
  responses: { 200: { content, description: 'The file' }, ...problems(400, 404) },
});

export const publicBulletinRoutes = newRouter().openapi(publicRoute, async (c) => {
  const { id, format } = c.req.valid('param');
  const row = bulletinId.safeParse(id).success ? await findBulletin(c.env, id) : null;
  if (row?.publishedAt == null) throw new Refused('not_found');
  return bulletinFile(c.env, id, format, c.req.valid('query').table ?? null);
});
