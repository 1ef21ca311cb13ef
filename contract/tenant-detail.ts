/** What a coordinator says of their tenant on its own pages: how to reach it, and what it asks of writers. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { slug, text } from './primitives.ts';
import { LANGS } from './vocabulary.ts';

const details = {
  phone: text(0, limits.phoneCharsMax).describe('Shown wherever somebody may need a person; empty: none'),
  locale: z.enum(LANGS).describe('Of its hosted pages and mail, where a reader chose none'),
  contactRequired: z.boolean().describe('A letter needs a telephone or an e-mail'),
};

export const tenantDetail = z
  .object({
    tenant: slug,
    name: z.string(),
    jurisdiction: z.string(),
    prefix: z.string(),
    timeZone: z.string(),
    ...details,
    phone: z.string().nullable(),
  })
  .meta({ id: 'TenantDetail' });
export type TenantDetail = z.infer<typeof tenantDetail>;

/** What is left out stays. */
export const setTenantDetail = z.object(details).partial().extend({ tenant: slug.optional() });
export type SetTenantDetail = Omit<z.output<typeof setTenantDetail>, 'tenant'>;
