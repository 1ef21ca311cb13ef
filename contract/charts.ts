/** The figures of product.md §6 as courses: week by week, by age, step by step. What charts draw, and the tables behind them. */
import { z } from 'zod';
import { day } from './primitives.ts';

const count = z.int().nonnegative();

/** How many calendar days ago an open letter was received. */
export const OPEN_AGES = ['0-4', '5-14', '15-29', '30-89', '90+'] as const;
export type OpenAge = (typeof OPEN_AGES)[number];

export const charts = z
  .object({
    tenant: z.string(),
    from: day,
    to: day,
    asOf: day,
    weeks: z
      .array(
        z.object({
          from: day.describe('A Monday, or the first day of the period'),
          to: day,
          received: count,
          due: count,
          replied: count,
          repliedOnTime: count,
          onTimeRate: z.number().min(0).max(1).nullable().describe('Null where nothing is due'),
        }),
      )
      .describe('Letters by the week of their receipt, weeks without any included'),
    open: z
      .array(z.object({ age: z.enum(OPEN_AGES), count, overdue: count.describe('… past their deadline') }))
      .describe('Letters of the period without a final reply'),
    flow: z.object({
      received: count,
      accepted: count.describe('Accepted or declined, in time or not'),
      replied: count,
      rated: count,
      solved: count.describe('Rated “solved: yes”'),
    }),
    ratings: z
      .array(z.object({ level: z.int().min(1).max(5), count }))
      .describe('The latest rating of each letter, the best level first'),
  })
  .meta({ id: 'Charts' });
export type Charts = z.infer<typeof charts>;

export const chartsQuery = z.object({ from: day.optional(), to: day.optional() });

/** A chart of more weeks can't be read. */
export const chartDaysMax = 800;
