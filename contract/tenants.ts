/** What a page needs to know of a tenant. */
import { z } from 'zod';
import { departmentId, jurisdiction, slug, text } from './primitives.ts';
import { figures } from './stats.ts';
import { KINDS, LANGS } from './vocabulary.ts';

export const department = z.object({ id: departmentId, name: z.string() }).meta({ id: 'Department' });
export type Department = z.infer<typeof department>;

export const addDepartment = z.object({ tenant: slug.optional(), name: text(1, 60) });
export const departmentPage = z.object({ items: z.array(department) });

export const profile = z
  .object({
    tenant: slug,
    name: z.string(),
    locale: z.enum(LANGS),
    timeZone: z.string(),
    departments: z.array(department),
    formerDepartments: z
      .array(department)
      .optional()
      .describe(
        'Merged or closed: no letters are written to them any more, earlier ones stay under their name',
      ),
    kinds: z.array(z.object({ id: z.enum(KINDS), name: z.string(), replyDays: z.int() })),
    acceptDays: z.int(),
    limits: z.object({
      title: z.object({ min: z.int(), max: z.int() }),
      body: z.object({ min: z.int(), max: z.int() }),
    }),
    suspended: z
      .string()
      .optional()
      .describe('Why no new letters are taken at present; left out: they are. Earlier letters go on'),
    contactRequired: z.boolean(),
    retentionMonths: z
      .int()
      .describe('Contact details and attachments are erased so long after a letter came to rest'),
    phone: z.string().nullable(),
    figures: figures.nullable(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof profile>;

/** An IANA name that this machine knows. */
function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const createTenant = z.object({
  slug,
  name: text(2, 60),
  jurisdiction,
  prefix: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .optional(),
  departments: z.array(text(1, 60)).min(1).max(200),
  phone: text(0, 30).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'time zone').default('Asia/Shanghai'),
  locale: z.enum(LANGS).default('zh-CN'),
});
export type CreateTenant = z.infer<typeof createTenant>;

export const suspendTenant = z.object({
  reason: text(2, 200).describe('Shown to whoever wants to write a letter'),
});

/** A web origin, compared exactly: scheme, host and port, no path. */
export const origin = z
  .string()
  .max(255)
  .refine((value) => {
    try {
      return new URL(value).origin === value && /^https?:/.test(value);
    } catch {
      return false;
    }
  }, 'origin');

export const allowOrigin = z.object({ origin });

export const notice = z
  .object({
    id: z.string(),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    title: z.string(),
    body: z.string(),
    publishedAt: z.string(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof notice>;

export const noticePage = z.object({ items: z.array(notice), nextCursor: z.string().nullable() });
export type NoticePage = z.infer<typeof noticePage>;

/** A tenant as the centre sees it, with the figures of its latest roll-up. */
export const tenantRow = z
  .object({
    slug,
    name: z.string(),
    jurisdiction: z.string(),
    prefix: z.string(),
    open: z.int().nullable().describe('Letters in hand; null before the first roll-up'),
    suspended: z
      .object({ since: z.string(), reason: z.string() })
      .nullable()
      .describe('It takes no new letters; those it has go on'),
    lastReceivedAt: z.string().nullable(),
    lastAnsweredAt: z.string().nullable(),
    figures: figures.nullable(),
    asOf: z.string().nullable(),
  })
  .meta({ id: 'TenantRow' });
export type TenantRow = z.infer<typeof tenantRow>;

export const tenantPage = z.object({ items: z.array(tenantRow) });
export type TenantPage = z.infer<typeof tenantPage>;

export const originPage = z.object({
  items: z.array(
    z.object({
      origin: z.string(),
      createdAt: z.string(),
      seenAt: z.string().nullable().describe('When a page there last showed an element, to the day'),
      seenVersion: z.string().nullable(),
    }),
  ),
});
export type OriginPage = z.infer<typeof originPage>;
