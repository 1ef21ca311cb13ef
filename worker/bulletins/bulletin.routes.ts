/** Bulletins: the centre previews, makes, reads and publishes them. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  bulletin,
  BULLETIN_FORMATS,
  BULLETIN_ROWS_SHOWN,
  BULLETIN_TABLES,
  bulletinPage,
  bulletinQuery,
  makeBulletin as makeBody,
  publishBulletin as publishBody,
} from '../../contract/bulletins.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { placeOf } from '../http/cursor.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { randomId } from '../platform/crypto.ts';
import { prefixesOf, reaches } from '../supervision/reach.ts';
import { bulletinFile, fileTypes } from './bulletin-file.ts';
import { ownBulletin } from './bulletin-scope.ts';
import { makeBulletin, previewBulletin, publishBulletin, type Refusal } from './bulletin.actions.ts';
import { faultError } from './bulletin.words.ts';
import { readBulletin, readBulletins, showPreview } from './read.actions.ts';

const params = z.object({ id: z.string().max(40) });
const fileParams = params.extend({ format: z.enum(BULLETIN_FORMATS) });
const fileContent = Object.fromEntries(
  Object.values(fileTypes).map((type) => [type.split(';')[0]!, { schema: z.string() }]),
);
const tags = ['central'];
const middleware = [staffOnly, centralOnly];

const listRoute = createRoute({
  ...{ tags, middleware, method: 'get', path: '/v1/central/bulletins' },
  summary: 'Bulletins of your jurisdictions and below, newest first; those being made with how far they are',
  request: { query: bulletinQuery },
  responses: { 200: json(bulletinPage, 'A page of bulletins'), ...problems(400, 401, 403) },
});
const makeRoute = createRoute({
  ...{ tags, middleware, method: 'post', path: '/v1/central/bulletins' },
  summary:
    'Preview a bulletin, or make it: repeating the call with its Idempotency-Key goes on with the same',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(22).max(128).optional() }),
    ...jsonBody(makeBody),
  },
  responses: {
    200: json(bulletin, 'A preview, of which nothing is kept'),
    201: json(bulletin, 'Numbered and frozen'),
    202: json(bulletin, 'Being made, a share at a time; it is finished without further calls'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});
const readRoute = createRoute({
  ...{ tags, middleware: ownBulletin, method: 'get', path: '/v1/central/bulletins/{id}' },
  summary: 'A bulletin with its figures and its whole document',
  request: { params },
  responses: { 200: json(bulletin, 'The bulletin'), ...problems(401, 403, 404) },
});
const fileRoute = createRoute({
  ...{ tags, middleware: ownBulletin, method: 'get', path: '/v1/central/bulletins/{id}/{format}' },
  summary: 'A frozen bulletin as a page to print (html), .docx, .xlsx or .csv',
  request: {
    params: fileParams,
    query: z.object({
      table: z.enum(BULLETIN_TABLES).optional().describe('Of a .csv: this table alone, without its title'),
    }),
  },
  responses: {
    200: { content: fileContent, description: 'The file' },
    ...problems(400, 401, 403, 404, 409),
  },
});
const publishRoute = createRoute({
  ...{ tags, middleware: ownBulletin, method: 'post', path: '/v1/central/bulletins/{id}/publication' },
  summary: 'Say whether everybody may read it',
  request: { params, ...jsonBody(publishBody) },
  responses: { 200: json(bulletin, 'The bulletin'), ...problems(400, 401, 403, 404, 409) },
});

const refusalOf = (refusal: Refusal, lang: Lang) =>
  new Refused(refusal.reason, 'fault' in refusal ? { errors: [faultError(refusal.fault, lang)] } : {});

export const bulletinRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    const [at] = placeOf(cursor?.split('.')[0]) ?? [];
    const after = at === undefined ? null : { at, id: cursor!.split('.')[1] ?? '' };
    return c.json(await readBulletins(c.env, prefixesOf(c.get('staff')), query, after), 200);
  })
  .openapi(makeRoute, async (c) => {
    const request = c.req.valid('json');
    const { id: actor, name } = c.get('staff');
    if (!reaches(c.get('staff'), request.scope.jurisdiction)) throw new Refused('not_found');
    if (!request.freeze) {
      const made = await previewBulletin(c.env, request);
      if (!made.ok) throw refusalOf(made, langOf(c));
      return c.json(await showPreview(c.env, made.preview, name, BULLETIN_ROWS_SHOWN), 200);
    }
    const key = c.req.valid('header')['idempotency-key'] ?? randomId();
    const made = await makeBulletin(c.env, request, actor, key);
    if (!made.ok) throw refusalOf(made, langOf(c));
    const shown = await readBulletin(c.env, made.id, BULLETIN_ROWS_SHOWN);
    return c.json(shown, shown.state === 'frozen' ? 201 : 202);
  })
  .openapi(readRoute, async (c) =>
    c.json(await readBulletin(c.env, c.req.valid('param').id, BULLETIN_ROWS_SHOWN), 200),
  )
  .openapi(fileRoute, async (c) => {
    const { id, format } = c.req.valid('param');
    return bulletinFile(c.env, id, format, c.req.valid('query').table ?? null);
  })
  .openapi(publishRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await publishBulletin(c.env, id, c.req.valid('json').public, c.get('staff').id)))
      throw new Refused('bulletin_unfinished');
    return c.json(await readBulletin(c.env, id, BULLETIN_ROWS_SHOWN), 200);
  });
