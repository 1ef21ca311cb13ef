/** RFC 9457 problem details, and every `code` a caller can meet. What each says in words is the service's: GET /docs/problems. */
import { z } from 'zod';

export const fieldError = z.object({
  path: z.string().describe('Field, `contact.phone`'),
  code: z.string(),
  message: z.string(),
  at: z
    .tuple([z.int(), z.int()])
    .optional()
    .describe('Where in the field: from this UTF-16 unit, up to that one'),
});
export type FieldError = z.infer<typeof fieldError>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
