/** A self-check as it is shown: each item with its words, evidence, result, and who ticked it. */
import type { Inspection } from '../../contract/inspection.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import {
  formatInstant,
  INSPECTION_ITEMS,
  inspect,
  inspectionWords,
  tellEvidence,
  VERIFIED_ITEMS,
  VETO_ITEMS,
  type CheckTime,
  type InspectionEvidence,
  type InspectionItem,
} from '../../core/index.ts';
import type { TickRow } from './tick.store.ts';

interface Check {
  tenant: { slug: string; name: string };
  year: number;
  time: CheckTime;
  evidence: InspectionEvidence;
  ticks: ReadonlyMap<InspectionItem, TickRow>;
  names: ReadonlyMap<string, string>;
}

export function toInspection({ tenant, year, time, evidence, ticks, names }: Check, lang: Lang): Inspection {
  const results = inspect(evidence, time);
  const words = inspectionWords(lang);
  return {
    ...{ tenant: tenant.slug, name: tenant.name, year },
    // The last second of a year that is over.
    asOf: formatInstant(time.current ? time.at : time.at - 1000, time.timeZone),
    items: INSPECTION_ITEMS.map((item) => {
      const tick = ticks.get(item);
      return {
        ...{ item, veto: VETO_ITEMS.includes(item), verified: VERIFIED_ITEMS.includes(item) },
        ...{ title: words.items[item], evidence: tellEvidence(item, evidence, time, lang) },
        result: results[item],
        tick: tick
          ? {
              ...{ answer: tick.answer, remark: tick.remark },
              at: formatInstant(tick.at, time.timeZone),
              byName: names.get(tick.by) ?? null,
            }
          : null,
      };
    }),
  };
}
