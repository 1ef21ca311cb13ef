/** What the calls on orders share: an order told, a command given, a page's place. */
import type { Context } from 'hono';
import type { OrderDetail } from '../../contract/orders.ts';
import type { OrderCommand } from '../../core/index.ts';
import type { AppEnv, Membership } from '../http/context.ts';
import { placeOf } from '../http/cursor.ts';
import { langOf, Refused } from '../http/problem.ts';
import { fieldErrors } from '../http/validation.ts';
import { giveToOrder } from './order.actions.ts';
import { readOrder } from './order-page.actions.ts';
import type { OrderPlace } from './order.store.ts';

type Role = Membership['role'];

export const told = (c: Context<AppEnv>, role: Role): Promise<OrderDetail> =>
  readOrder(c.env, c.get('order').number, role, langOf(c));

export async function given(
  c: Context<AppEnv>,
  role: Role,
  command: OrderCommand,
  text: string | null,
): Promise<OrderDetail> {
  const [tenant, row, { id: actor }] = [c.get('tenant'), c.get('order'), c.get('staff')];
  const done = await giveToOrder(c.env, { tenant, row, command, role, actor, text });
  if (!done.ok) throw new Refused(done.reason);
  return told(c, role);
}

/** A time, and the number of the last order of the page before. */
export function afterOf(cursor: string | undefined): OrderPlace | null {
  const [place, number = ''] = cursor?.split('.') ?? [];
  const [at] = placeOf(place) ?? [];
  return at === undefined ? null : { at, number };
}

/**
 * Departments are named within their tenant; over a whole province the name would be looked for in every row.
 * @throws Refused where a department is asked for without its tenant
 */
export function mustNameTenant(
  c: Context<AppEnv>,
  { tenant, department }: { tenant?: string | undefined; department?: string | undefined },
): void {
  if (department === undefined || tenant !== undefined) return;
  const missing = { code: 'custom' as const, path: ['tenant'], message: '', params: { code: 'missing' } };
  throw new Refused('bad_request', { errors: fieldErrors([missing], langOf(c)) });
}
