/** The administrators' diagnostic: a rule of the tenant, counted day by day from a time by its calendar. */
import type { z } from 'zod';
import type { ClockAnswer, clockQuery } from '../../contract/calendar.ts';
import type { Kind } from '../../contract/vocabulary.ts';
import { dayOf, explainCount, type Rules, type Unit } from '../../core/index.ts';
import { policyOf } from '../letters/policy.ts';
import { now } from '../platform/clock.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { toClockAnswer } from './calendar.view.ts';
import type { CLOCK_RULES } from '../../contract/vocabulary.ts';

type RuleName = (typeof CLOCK_RULES)[number];

export function countAloud(tenant: Tenant, query: Omit<z.output<typeof clockQuery>, 'tenant'>): ClockAnswer {
  const at = query.at === undefined ? now() : Date.parse(query.at);
  const policy = policyOf(tenant);
  const { unit, days: usual } = durationOf(query.rule, tenant.rules);
  const days = query.days ?? usual;
  const counted = explainCount(unit, days, dayOf(at, tenant.timeZone), policy);
  return toClockAnswer({ rule: query.rule, unit, days, at, counted, tenant, calendar: policy.calendar });
}

function durationOf(rule: RuleName, rules: Rules): { unit: Unit; days: number } {
  const working = (days: number) => ({ unit: 'working' as const, days });
  const calendar = (days: number) => ({ unit: 'calendar' as const, days });
  switch (rule) {
    case 'accept':
      return working(rules.acceptDays);
    case 'extension':
      return working(rules.extensionDaysMax);
    case 'objection':
      return working(rules.objectionDays);
    case 'waiting':
      return working(rules.waitingDaysMax);
    case 'silence':
      return calendar(rules.silenceDays);
    case 'contact':
      return working(rules.contactDays);
    case 'reopened':
      return calendar(rules.reopenDays);
    case 'order':
      return working(rules.orderDays);
    default:
      return working(rules.replyDays[rule.slice('reply-'.length) as Kind]);
  }
}
