/** A notice as anyone sees it. */
import type { Notice } from '../../contract/tenants.ts';
import { formatInstant } from '../../core/index.ts';
import { nameOf } from '../letters/timeline.view.ts';
import type { NoticeRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export function toNotice(row: NoticeRow, tenant: Tenant): Notice {
  return {
    id: row.id,
    department: row.department,
    departmentName: nameOf(tenant, row.department),
    title: row.title,
    body: row.body,
    publishedAt: formatInstant(row.publishedAt, tenant.timeZone),
  };
}
