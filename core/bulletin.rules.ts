/** A bulletin from what its tenants brought: its whole text and all tables, as they will be frozen. */
import type { BulletinBlock, BulletinContent } from '../contract/bulletins.ts';
import type { BulletinTenant } from './bulletin.survey.ts';
import { tablesOf, totalOf } from './bulletin.tables.ts';
import { textOf } from './bulletin.text.ts';
import { dayName, periodName } from './bulletin.words.ts';
import type { Day } from './calendar.ts';
import { formatInstant } from './rfc3339.ts';

export interface BulletinRequest {
  from: Day;
  to: Day;
  /** The day it is made. */
  made: Day;
  recipients: string | null;
  issuer: string | null;
  /** Label of the earlier bulletin that this one puts right. */
  corrects: string | null;
}

export interface ComposedBulletin {
  content: BulletinContent;
  blocks: BulletinBlock[];
}

export function bulletinTitle(from: Day, to: Day, tenants: readonly { name: string }[]): string {
  const whose = tenants.length === 1 ? tenants[0]!.name : '';
  return `关于${periodName(from, to)}${whose}网上来信办理情况的通报`;
}

/** @throws RangeError without a tenant: there would be nothing to tell */
export function composeBulletin(
  request: BulletinRequest,
  tenants: readonly BulletinTenant[],
): ComposedBulletin {
  if (tenants.length === 0) throw new RangeError('a bulletin needs a tenant');
  const { from, to, made, recipients, issuer, corrects } = request;
  return {
    content: {
      total: totalOf(tenants),
      tenants: tenants.map((tenant) => ({
        slug: tenant.slug,
        name: tenant.name,
        jurisdiction: tenant.jurisdiction,
        cutOff: formatInstant(tenant.cutOff, tenant.timeZone),
        ruleVersions: tenant.ruleVersions,
        figures: totalOf([tenant]),
      })),
      recipients,
      issuer,
      dated: dayName(made),
    },
    blocks: [...textOf({ period: periodName(from, to), tenants, corrects }), ...tablesOf(tenants)],
  };
}
