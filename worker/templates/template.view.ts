/** A template as staff see it. */
import type { Template } from '../../contract/templates.ts';
import { formatInstant } from '../../core/index.ts';
import { nameOf } from '../letters/timeline.view.ts';
import type { TemplateRow } from '../schema/template.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export function toTemplate(row: TemplateRow, tenant: Tenant): Template {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    kinds: row.kinds,
    department: row.department,
    departmentName: nameOf(tenant, row.department),
    version: row.version,
    changedAt: formatInstant(row.changedAt, tenant.timeZone),
  };
}
