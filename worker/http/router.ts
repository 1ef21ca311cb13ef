/** Routes that describe themselves: the schema that parses a request is the one the OpenAPI document shows. */
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { problem } from '../../contract/errors.ts';
import type { AppEnv } from './context.ts';
import { langOf, Refused } from './problem.ts';
import { fieldErrors } from './validation.ts';

export const newRouter = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (!result.success)
        throw new Refused('bad_request', { errors: fieldErrors(result.error.issues as never, langOf(c)) });
    },
  });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

const words: Record<number, string> = {
  400: 'The request is not valid; `errors` says where',
  401: 'Not signed in',
  403: 'From an origin that is not registered, or not for this role',
  404: 'Not there, or not yours',
  410: 'Published once and taken down',
  409: 'Not possible in the present state; `code` says why',
  412: 'The letter has changed since it was shown',
  413: 'Too large',
  422: 'Cannot be processed; `code` says why: an idempotency key that belongs to another body, a file that is not taken',
  429: 'Too often; `Retry-After` says when',
  503: 'A check does not answer at present; nothing is lost',
};

/** The refusals a route may answer with, as problem details. */
export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { content: { 'application/problem+json': { schema: problem } }, description: words[status]! },
    ]),
  );
