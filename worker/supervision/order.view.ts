/** An order as the centre and the tenant see it. */
import type { OrderDetail, OrderView } from '../../contract/orders.ts';
import { formatDeadline, formatInstant, isOverdue } from '../../core/index.ts';
import type { OrderEventRow } from '../schema/directory.ts';
import type { ListedOrder } from './order.store.ts';

/** @param departments names by id, of the order's tenant */
export function toOrder(row: ListedOrder, departments: ReadonlyMap<string, string>, now: number): OrderView {
  const time = (at: number | null) => (at === null ? null : formatInstant(at, row.timeZone));
  return {
    number: row.number,
    tenant: row.tenant,
    tenantName: row.tenantName,
    department: row.department,
    departmentName: row.department && (departments.get(row.department) ?? row.department),
    letter: row.letterNumber,
    cause: row.cause,
    state: row.state,
    issuedAt: formatInstant(row.issuedAt, row.timeZone),
    days: row.days,
    dueAt: formatInstant(row.dueAt - 1000, row.timeZone),
    provisional: row.provisional,
    overdue: isOverdue({ state: row.state, due: { before: row.dueAt } }, now),
    answeredAt: time(row.answeredAt),
    closedAt: time(row.closedAt),
  };
}

export interface SeenOrder {
  row: ListedOrder;
  record: readonly OrderEventRow[];
  departments: ReadonlyMap<string, string>;
  /** Names of members, by id. */
  names: ReadonlyMap<string, string>;
  now: number;
  role: 'officer' | 'coordinator' | 'central';
  /** What an order says that a demand notice opened. */
  demand: (letter: string) => string;
}

export function toOrderDetail({
  row,
  record,
  departments,
  names,
  now,
  role,
  demand,
}: SeenOrder): OrderDetail {
  const ordered = record[0]?.text ?? demand(row.letterNumber ?? '');
  return {
    ...toOrder(row, departments, now),
    text: ordered,
    record: record.map(({ at, kind, role: by, actor, data, text }) => ({
      at: formatInstant(at, row.timeZone),
      kind,
      role: by,
      by: actor === null ? null : (names.get(actor) ?? null),
      text: kind === 'opened' ? ordered : text,
      dueAt: 'due' in data ? formatDeadline(data.due, row.timeZone) : null,
      late: data.kind === 'answered' && data.late,
    })),
    may: mayOf(row, role),
  };
}

function mayOf({ state, closedAt }: ListedOrder, role: SeenOrder['role']): OrderDetail['may'] {
  if (role === 'coordinator') return state === 'open' ? ['answer'] : [];
  if (role !== 'central' || closedAt !== null) return [];
  return state === 'answered' ? ['accept', 'return', 'withdraw'] : ['withdraw'];
}
