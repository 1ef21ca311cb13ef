/** Messages that a demonstration kept instead of sending them. */
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { keptMail, type KeptMail } from '../schema/directory.ts';

export async function keptMails(db: Database, limit: number): Promise<KeptMail[]> {
  return db.select().from(keptMail).orderBy(desc(keptMail.id)).limit(limit);
}

export async function findKeptMail(db: Database, id: number): Promise<KeptMail | null> {
  return (await db.select().from(keptMail).where(eq(keptMail.id, id)).get()) ?? null;
}
