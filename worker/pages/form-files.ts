/**
 * The files a form holds: those it was given before, which travel in hidden fields by the upload's own id and key, and those
 * that have just come. All are checked by the time the page is shown; what was refused is told by its name.
 */
import { completeUpload, type Reference } from '../attachments/upload.actions.ts';
import { fileLimits, type FileType } from '../../contract/limits.ts';
import type { ProblemCode } from '../http/problem-words.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { plainName, type SentForm } from './sent-form.ts';

/** `busy`: too much is being sent; nothing was kept. */
export type FileProblem = ProblemCode | 'too_many_files' | 'busy';

export interface HeldFile extends Reference {
  /** As its owner calls it; on their own form only. */
  name: string;
  /** null where it has arrived but could not be checked yet. */
  file: { type: FileType; bytes: number; sha256: string } | null;
  /** A letter or a supplement has it already. */
  used: boolean;
}

export interface FormFiles {
  held: readonly HeldFile[];
  problems: readonly { name: string; problem: FileProblem }[];
}

export const noFiles: FormFiles = { held: [], problems: [] };

/** id, key and name, as a hidden field holds them. */
export const keptValue = ({ id, key, name }: HeldFile): string => `${id}.${key}.${name}`;

interface Arrived extends Reference {
  name: string;
}

function keptIn({ all }: SentForm): Arrived[] {
  const removed = new Set(all('remove'));
  const kept = new Map<string, Arrived>();
  for (const value of all('kept')) {
    const [, id = '', key = '', name = ''] = /^([0-9a-z]{25})\.([0-9A-Z]{32})\.(.*)$/su.exec(value) ?? [];
    if (id !== '' && !removed.has(id)) kept.set(id, { id, key, name: plainName(name) });
  }
  return [...kept.values()];
}

/** What waiting mends: the file has arrived and stays. */
export const passing: readonly FileProblem[] = ['scan_unavailable', 'too_many_requests'];

export async function filesOf(env: Env, tenant: Tenant, sent: SentForm, address: string): Promise<FormFiles> {
  const held: HeldFile[] = [];
  const problems: { name: string; problem: FileProblem }[] = [];
  const arrived = keptIn(sent);
  for (const one of sent.chosen)
    if ('reference' in one) arrived.push({ ...one.reference, name: one.name });
    else problems.push(one);
  for (const { name } of arrived.splice(fileLimits.filesMax))
    problems.push({ name, problem: 'too_many_files' });
  // One after the other: each takes memory of its own size.
  for (const one of arrived) {
    const done = await completeUpload(env, tenant, one, address);
    if (done.ok) {
      const { type, bytes, sha256, expiresAt } = done.file;
      held.push({ ...one, file: { type, bytes, sha256 }, used: expiresAt === null });
      continue;
    }
    const problem = done.reason === 'not_found' ? 'file_gone' : done.reason;
    problems.push({ name: one.name, problem });
    if (passing.includes(problem)) held.push({ ...one, file: null, used: false });
  }
  return { held, problems };
}

export const references = ({ held }: FormFiles): Reference[] => held.map(({ id, key }) => ({ id, key }));

/** Without those that went out already: a letter that needs them too has to bring them anew. */
export const withoutUsed = ({ held, problems }: FormFiles): FormFiles => ({
  held: held.filter(({ used }) => !used),
  problems: [
    ...problems,
    ...held.filter(({ used }) => used).map(({ name }) => ({ name, problem: 'file_used' as const })),
  ],
});
