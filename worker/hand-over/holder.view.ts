/** Who holds a letter, in words: its department, or the other tenant and the department there. */
import type { Holder } from '../../core/index.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { OtherTenants } from './names.store.ts';

/** A letter's own tenant, with the names of others that hold or held it. */
export type Told = Tenant & { others?: OtherTenants };

/** Of a letter's row. */
export const holderOf = (row: Pick<LetterRow, 'department' | 'holder' | 'holderDepartment'>): Holder =>
  row.holder === null
    ? { tenant: null, department: row.department }
    : { tenant: row.holder, department: row.holderDepartment };

/** @returns null where nobody holds it yet */
export function holderName(tenant: Told, { tenant: slug, department }: Holder): string | null {
  if (slug === null) return tenant.departments.find(({ id }) => id === department)?.name ?? null;
  const other = tenant.others?.get(slug);
  const name = other?.name ?? slug;
  const part = department === null ? undefined : other?.departments.get(department);
  return part === undefined ? name : `${name} · ${part}`;
}

/** The two tenants of a letter that was handed over; null where its own tenant holds it. */
export function toHandedOver(tenant: Told, holder: string | null): { from: string; to: string } | null {
  return holder === null
    ? null
    : { from: tenant.name, to: holderName(tenant, { tenant: holder, department: null })! };
}
