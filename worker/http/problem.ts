/** RFC 9457 problem details: the one shape of every refusal. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError, Problem } from '../../contract/errors.ts';
import { pickLang } from '../../contract/vocabulary.ts';
import type { AppEnv } from './context.ts';
import { problemWords, type ProblemCode } from './problem-words.ts';

const statuses: Partial<Record<ProblemCode, ContentfulStatusCode>> = {
  unauthenticated: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  origin_not_allowed: 403,
  forbidden: 403,
  not_found: 404,
  not_yours: 404,
  invitation_over: 404,
  password_too_common: 422,
  not_a_reviewer: 403,
  taken_down: 410,
  bad_request: 400,
  too_large: 413,
  idempotency_key_missing: 400,
  idempotency_mismatch: 422,
  challenge_invalid: 400,
  challenge_expired: 400,
  challenge_spent: 400,
  contact_required: 400,
  unknown_department: 400,
  personal_data: 422,
  file_type: 422,
  file_too_large: 413,
  file_too_small: 422,
  file_incomplete: 422,
  image_too_large: 422,
  pdf_active: 422,
  pdf_encrypted: 422,
  scan_refused: 422,
  scan_unavailable: 503,
  part_size: 400,
  letter_changed: 412,
  too_many_requests: 429,
  internal: 500,
};

/** Thrown anywhere below a route; answered as a problem by `onError`. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, more: { errors?: FieldError[]; retryAfter?: number } = {}) {
    super(code);
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
  }
}

export const langOf = (c: Context): 'zh-CN' | 'en' =>
  pickLang(c.req.query('lang'), c.req.header('accept-language'));

export function problemResponse(c: Context<AppEnv>, refused: Refused): Response {
  const { code } = refused;
  const status = statuses[code] ?? 409;
  const words = problemWords[langOf(c)];
  // "Not yours" and "not there" must look the same.
  const shown = code === 'not_yours' ? 'not_found' : code;
  const body: Problem = {
    type: `/docs/problems#${shown}`,
    title: titles[langOf(c)][status] ?? titles[langOf(c)][409]!,
    status,
    code: shown,
    detail: words[shown],
    requestId: c.get('requestId') ?? '',
    ...(refused.errors ? { errors: refused.errors } : {}),
  };
  if (refused.retryAfter) c.header('Retry-After', String(refused.retryAfter));
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

const titles: Record<'zh-CN' | 'en', Partial<Record<number, string>>> = {
  'zh-CN': {
    400: '内容有误',
    401: '未登录',
    403: '不允许',
    404: '没有找到',
    410: '已撤下',
    409: '现在不能这样操作',
    412: '这封信有了变化',
    413: '内容太大',
    422: '不能处理',
    429: '太频繁',
    500: '系统问题',
    503: '暂时不可用',
  },
  en: {
    400: 'Something needs changing',
    401: 'Not signed in',
    403: 'Not allowed',
    404: 'Not found',
    410: 'Taken down',
    409: 'Not possible now',
    412: 'The letter has changed',
    413: 'Too large',
    422: 'Cannot be processed',
    429: 'Too many requests',
    500: 'Internal problem',
    503: 'Not available now',
  },
};

export function onError(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof Refused) return problemResponse(c, error);
  if (error instanceof HTTPException && error.status < 500)
    return problemResponse(c, new Refused(error.status === 404 ? 'not_found' : 'bad_request'));
  // The message of an unexpected error may quote a query; the name and the request id are enough to find it.
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: c.get('requestId'),
      path: c.req.routePath,
      error: error.name,
      message: firstLine(error),
    }),
  );
  return problemResponse(c, new Refused('internal'));
}

/** Database errors carry the statement and its parameters: only the cause's own sentence is logged. */
function firstLine(error: Error): string {
  const root = error.cause instanceof Error ? error.cause : error;
  return root.message.startsWith('Failed query')
    ? 'Failed query'
    : root.message.split('\n')[0]!.slice(0, 200);
}
