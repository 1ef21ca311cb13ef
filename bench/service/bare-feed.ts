/** The public list by hand: three statements, and the mapping of a row to what is shown. */
import type { D1Database } from '@cloudflare/workers-types';

interface Row {
  number: string;
  serial: number;
  search_id: number | null;
  kind: string;
  department: string | null;
  public_title: string | null;
  public_body: string | null;
  public_reply: string | null;
  received_at: number;
  answered_at: number;
  outcome: string | null;
  rating: number | null;
  days: number;
}

interface Tally {
  version: number;
  received: number;
  published: number;
  withoutConsent: number;
  withheld: number;
  spam: number;
}

/** D1: one batch of three, the tenant with its rules, its departments, and days announced for it since the build. */
export async function findTenant(db: D1Database, slug: string) {
  const [tenants, names] = await db.batch([
    db
      .prepare(
        `SELECT t.slug, t.name, t.jurisdiction, t.prefix, t.shard, t.time_zone, t.locale, t.phone, t.contact_required,
          t.rule_version, t.data_key, t.created_at, r.tenant, r.version, r.rules, r.created_at AS ruled_at
        FROM tenant t JOIN tenant_rules r ON r.tenant = t.slug AND r.version = t.rule_version WHERE t.slug = ?`,
      )
      .bind(slug),
    db
      .prepare(
        `SELECT d.id, d.name FROM department d JOIN tenant t ON t.slug = d.tenant WHERE t.slug = ? ORDER BY d.position`,
      )
      .bind(slug),
    db
      .prepare(
        `SELECT c.scope, c.days FROM calendar c WHERE c.scope IN ('', (SELECT slug FROM tenant WHERE slug = ?))
          AND c.version = (SELECT max(later.version) FROM calendar later WHERE later.scope = c.scope AND later.year = c.year)
        ORDER BY c.scope, c.year`,
      )
      .bind(slug),
  ]);
  const tenant = tenants!.results[0] as { prefix: string; rules: string };
  const departments = names!.results as { id: string; name: string }[];
  return { tenant: { ...tenant, rules: JSON.parse(tenant.rules) as Rules }, departments };
}

export interface Rules {
  version: number;
  acceptDays: number;
  replyDays: Record<string, number>;
}

export async function tallyOf(db: D1Database, slug: string): Promise<Tally> {
  const sql =
    'SELECT version, received, published, without_consent AS withoutConsent, withheld, spam FROM tally WHERE tenant = ?';
  return (await db.prepare(sql).bind(slug).first<Tally>())!;
}

/** `after` is the place of the last page's end, or empty. */
export async function listPublished(db: D1Database, slug: string, after: number[], limit: number) {
  const from = after.length === 2 ? 'AND (answered_at, serial) < (?, ?)' : '';
  const sql = `SELECT number, serial, search_id, kind, department, public_title, public_body, public_reply, received_at,
      answered_at, outcome, rating, days FROM letter
    WHERE tenant = ? AND release = 'published' AND consent = 1 ${from} ORDER BY answered_at DESC, serial DESC LIMIT ?`;
  const values = after.length === 2 ? [slug, ...after, limit] : [slug, limit];
  return (
    await db
      .prepare(sql)
      .bind(...values)
      .all<Row>()
  ).results;
}

export function nextCursor(rows: Row[], limit: number): string | null {
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return last && btoa(`${last.answered_at}.${last.serial}`).replaceAll('=', '');
}

/** The benchmark's tenant is in Shanghai, which has had one offset since 1991. */
export const timeOf = (at: number): string => `${new Date(at + 28_800_000).toISOString().slice(0, 19)}+08:00`;

export function toItem(row: Row, departments: { id: string; name: string }[]) {
  const chars = Array.from((row.public_body ?? '').replace(/\s+/g, ' ').trim());
  return {
    number: row.number,
    kind: row.kind,
    department: row.department,
    departmentName: departments.find(({ id }) => id === row.department)?.name ?? null,
    title: row.public_title,
    excerpt: `${chars.slice(0, 120).join('')}${chars.length > 120 ? '…' : ''}`,
    receivedAt: timeOf(row.received_at),
    repliedAt: timeOf(row.answered_at),
    outcome: row.outcome,
    rating: row.rating,
    days: row.days,
  };
}
