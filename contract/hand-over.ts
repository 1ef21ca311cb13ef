/** Organisations that a letter may be handed to. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { slug } from './primitives.ts';

export const takerQuery = z.object({
  tenant: slug.optional().describe('The tenant that hands over; itself it isn’t listed'),
  q: z.string().max(limits.searchCharsMax).default('').describe('Part of a name or slug'),
  cursor: slug.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const takerPage = z
  .object({
    items: z.array(z.object({ slug, name: z.string() })),
    nextCursor: slug.nullable(),
  })
  .meta({ id: 'TakerPage' });
export type TakerPage = z.infer<typeof takerPage>;
