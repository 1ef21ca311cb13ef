/** What a page needs before a letter can be written. */
import { limits } from '../../contract/limits.ts';
import type { Figures } from '../../contract/stats.ts';
import type { Profile } from '../../contract/tenants.ts';
import { KINDS, type Lang } from '../../contract/vocabulary.ts';
import { isClosed, openDepartments } from '../../core/index.ts';
import { kindWords } from '../../contract/words.ts';
import type { Tenant } from './tenant.store.ts';

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

export function toProfile(tenant: Tenant, figures: Figures | null, lang: Lang): Profile {
  return {
    tenant: tenant.slug,
    name: tenant.name,
    locale: tenant.locale,
    timeZone: tenant.timeZone,
    departments: openDepartments(tenant).map(named),
    formerDepartments: tenant.departments.filter(isClosed).map(named),
    kinds: KINDS.map((id) => ({ id, name: kindWords[lang][id], replyDays: tenant.rules.replyDays[id] })),
    acceptDays: tenant.rules.acceptDays,
    limits: {
      title: { min: limits.titleCharsMin, max: limits.titleCharsMax },
      body: { min: limits.bodyCharsMin, max: limits.bodyCharsMax },
    },
    ...(tenant.suspendedFor !== null && { suspended: tenant.suspendedFor }),
    contactRequired: tenant.contactRequired,
    retentionMonths: tenant.retentionMonths,
    phone: tenant.phone,
    figures,
  };
}
