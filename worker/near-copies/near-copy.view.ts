/** What staff see of replies like theirs. */
import type { ReplyCheck } from '../../contract/staff.ts';
import { formatInstant } from '../../core/index.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { Candidate } from './near-copy.store.ts';

export interface Alike {
  /** The most similar first, at most five. */
  copies: (Pick<Candidate, 'number' | 'at' | 'department'> & { similarity: number })[];
  /** More of them, and those that this member may not read. */
  others: number;
}

export function toReplyCheck({ copies, others }: Alike, tenant: Tenant): ReplyCheck {
  return {
    copies: copies.map(({ number, similarity, at, department }) => ({
      number,
      similarity: Math.round(similarity * 100) / 100,
      at: formatInstant(at, tenant.timeZone),
      department,
      departmentName: tenant.departments.find(({ id }) => id === department)?.name ?? null,
    })),
    others,
  };
}
