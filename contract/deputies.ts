/** Who stands in for an absent officer (代理人). */
import { z } from 'zod';
import { day, slug } from './primitives.ts';

const memberId = z.string().min(1).max(40);

export const nameDeputy = z.object({
  tenant: slug.optional(),
  absent: memberId.optional().describe('A member; left out: yourself. Another’s only for coordinators'),
  deputy: memberId,
  from: day,
  until: day.describe('The last day, itself included'),
});
export type NameDeputy = z.output<typeof nameDeputy>;

const person = z.object({ id: memberId, name: z.string() });
export const deputyView = z
  .object({
    id: z.string(),
    absent: person,
    deputy: person,
    from: day,
    until: day,
    acting: z.boolean().describe('Today is one of its days'),
    mayEnd: z.boolean().describe('You may end it'),
  })
  .meta({ id: 'Deputy' });
export type DeputyView = z.infer<typeof deputyView>;

export const deputyPage = z
  .object({
    items: z.array(deputyView).describe('On or to come; an officer sees their own'),
    officers: z.array(person).describe('Who may stand in, or be stood in for'),
    self: memberId.nullable().describe('Your own membership, where you are an officer'),
  })
  .meta({ id: 'DeputyPage' });
export type DeputyPage = z.infer<typeof deputyPage>;
