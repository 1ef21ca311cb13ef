/** Building blocks of the schemas. */
import { z } from 'zod';
import { charCount } from './limits.ts';

/** A calendar day that exists, `YYYY-MM-DD`, of 1900 to 2999: reckoning from the ends of the scale would leave it. */
export const day = z.iso
  .date()
  .refine((value) => value >= '1900' && value < '3000', 'out of range')
  .meta({ example: '2026-02-27' });

/** RFC 3339 with offset. */
export const time = z.iso.datetime({ offset: true }).meta({ example: '2026-02-27T23:59:59+08:00' });

/** Control characters but tabs and line breaks, and those that reorder text for the eye. */
export const controlCharacters = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with a text, and by how many characters. */
export type TextIssue =
  | { code: 'too_short'; by: number }
  | { code: 'too_long'; by: number; max: number }
  | { code: 'control_characters' };

/** A text whose length is counted in code points after trimming; control characters other than line breaks are refused. */
export function text(min: number, max: number) {
  return z
    .string()
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .superRefine((value, context) => {
      const length = charCount(value);
      const issue = (params: TextIssue) => context.addIssue({ code: 'custom', params });
      if (length < min) issue({ code: 'too_short', by: min - length });
      else if (length > max) issue({ code: 'too_long', by: length - max, max });
      if (controlCharacters.test(value)) issue({ code: 'control_characters' });
    })
    .meta({ type: 'string', minLength: min, maxLength: max });
}

export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .meta({ example: 'jingmen' });
export const letterNumber = z
  .string()
  .regex(/^[A-Z0-9]{2,8}-\d{4}-\d{6,9}$/)
  .meta({ example: 'JM-2026-000123' });
export const departmentId = z.string().min(1).max(40);
/** GB/T 2260, 2 to 6 digits. */
export const jurisdiction = z
  .string()
  .regex(/^(\d{2}){1,3}$/)
  .meta({ example: '420800' });
export const lang = z.enum(['zh-CN', 'en']);
