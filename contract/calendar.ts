/** Calendars that deadlines are counted by, and the diagnostic that counts aloud. */
import { z } from 'zod';
import { explanation } from './letters.ts';
import { day, departmentId, letterNumber, slug, text, time } from './primitives.ts';
import { CLOCK_RULES } from './vocabulary.ts';

const year = z.int().min(2004).max(2100);
const holidays = z
  .record(day, text(1, 30))
  .refine((days) => Object.keys(days).length <= 100, 'too many')
  .describe('Days off by name; of a weekend only those that the notice names');
const workdays = z.array(day).max(30).describe('Weekend days on which people work (调休上班)');

/** A year as its notice announces it. */
export const yearDays = z.object({ year, holidays, workdays }).meta({ id: 'YearDays' });
export type YearDaysInput = z.infer<typeof yearDays>;

export const calendarView = z
  .object({
    year: z.int(),
    knownUntil: day.describe('Deadlines beyond are provisional'),
    announced: z.boolean().describe('The year’s days are known'),
    holidays: z.array(z.object({ day, name: z.string(), local: z.boolean() })),
    workdays: z.array(z.object({ day, local: z.boolean() })).describe('Weekend days on which people work'),
    localDaysMax: z.int().nullable().describe('How many days of its own the place may have in a year'),
    recounting: z.boolean().describe('Open deadlines are still being counted again after a change'),
  })
  .meta({ id: 'Calendar' });
export type CalendarView = z.infer<typeof calendarView>;

const asked = { cursor: z.string().max(60).optional().describe('`nextCursor` of the page before') };
export const previewYear = yearDays.extend({ tenant: slug, ...asked });
export const setLocalDays = yearDays.extend({ tenant: slug.optional() });
export const previewLocalDays = setLocalDays.extend(asked);

export const previewPage = z
  .object({
    items: z.array(
      z.object({
        number: letterNumber,
        department: departmentId.nullable(),
        departmentName: z.string().nullable(),
        deadline: z
          .enum(['accept', 'reply', 'wait', 'contact'])
          .describe('`wait`: until when the writer is waited for; `contact`: after a bad rating'),
        from: time,
        to: time,
        provisional: z.boolean().describe('It was provisional'),
        stillProvisional: z.boolean(),
      }),
    ),
    looked: z
      .int()
      .describe('Open letters this page went through; a page may hold no item and not be the last'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'RecountPreview' });
export type PreviewPage = z.infer<typeof previewPage>;

export const clockQuery = z.object({
  tenant: slug.optional(),
  at: z.iso
    .datetime({ offset: true })
    .refine((value) => value >= '1990' && value < '2101', 'out of range')
    .optional()
    .describe('When it begins; left out: now'),
  rule: z.enum(CLOCK_RULES),
  days: z.coerce.number().int().min(1).max(366).optional().describe('Other days than the rule’s, to try out'),
});

export const clockAnswer = explanation
  .extend({
    at: time,
    ruleVersion: z.int().describe('Of the tenant’s rules in force'),
    knownUntil: day.describe('The announced calendar ends there'),
  })
  .meta({ id: 'ClockAnswer' });
export type ClockAnswer = z.infer<typeof clockAnswer>;
