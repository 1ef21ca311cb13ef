/** Who may ask for what (interface.md "Who"), as one table. The centre supervises; it never acts on a letter. */
import type { Role } from '../../contract/vocabulary.ts';
import type { Actor, CommandName, Letter, Refusal } from '../letter.ts';

export const who: Record<CommandName, readonly Role[]> = {
  submit: ['writer', 'officer', 'coordinator', 'import'],

  accept: ['officer', 'coordinator', 'import'],
  assign: ['coordinator', 'import'],
  decline: ['coordinator', 'import'],
  spam: ['coordinator', 'import'],
  transfer: ['officer', 'coordinator'],
  object: ['officer', 'coordinator'],
  'request-info': ['officer', 'coordinator'],
  reply: ['officer', 'coordinator', 'import'],
  approve: ['coordinator'],
  return: ['coordinator'],
  extend: ['officer', 'coordinator'],
  'follow-up': ['officer', 'coordinator'],
  contact: ['officer', 'coordinator'],
  merge: ['coordinator'],
  publish: ['officer', 'coordinator'],
  withhold: ['coordinator'],
  'take-down': ['coordinator'],
  note: ['officer', 'coordinator'],
  'view-contact': ['officer', 'coordinator'],
  'view-file': ['officer', 'coordinator'],
  'new-key': ['officer', 'coordinator'],
  erase: ['coordinator', 'system'],
  'erase-contact': ['coordinator', 'writer', 'system'],

  supplement: ['writer'],
  withdraw: ['writer'],
  rate: ['writer', 'import'],
  consent: ['writer'],

  endorse: ['reader'],
  verdict: ['reader'],

  elapse: ['system', 'import'],
  recompute: ['system'],
  succeed: ['system'],
  'answer-merged': ['system'],
  join: ['system'],
  part: ['system'],
};

/** What its own tenant's coordinator may still do with a letter that another tenant holds: decide an objection, protect people. */
const atHome: readonly CommandName[] = ['assign', 'take-down'];
/** Letters are merged with others of their own tenant, which another doesn't see. */
const notElsewhere: readonly CommandName[] = ['merge'];

/** An officer acts on letters their departments hold; an import on letters it brought. Staff act on what their tenant holds. */
export function mayAct(letter: Letter | null, name: CommandName, actor: Actor): Refusal | null {
  if (!who[name].includes(actor.role)) return 'forbidden';
  if (letter === null) return null;
  const isStaff = actor.role === 'officer' || actor.role === 'coordinator';
  if (isStaff && (actor.tenant ?? null) !== letter.tenant) {
    const decides = actor.role === 'coordinator' && actor.tenant === undefined && atHome.includes(name);
    if (!decides) return 'handed_over';
  }
  if (actor.tenant !== undefined && notElsewhere.includes(name)) return 'forbidden';
  if (actor.role === 'officer' && !holds(actor, letter.department)) return 'not_yours';
  if (actor.role === 'import' && letter.channel !== 'import') return 'not_yours';
  return null;
}

/** The absent colleague in whose place a deputy acts on this letter; null where it is the deputy's own, or anybody else acts. */
export function actsFor(letter: Letter | null, { standsInFor }: Actor): string | null {
  const department = letter?.department ?? null;
  if (department === null) return null;
  return standsInFor?.find(({ departments }) => departments.includes(department))?.id ?? null;
}

export function holds(actor: Actor, department: string | null): boolean {
  return department !== null && actor.departments.includes(department);
}
