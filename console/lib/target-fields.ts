/** Where a letter goes: a department of the member's own organisation, or another organisation, found by its name. */
import type { StaffLetter } from '../../contract/staff.ts';
import type { Choice } from '../components/fields.ts';
import { t } from '../words/index.ts';
import type { Field } from './commands.ts';
import type { Values } from './form.ts';
import type { SessionRole } from './session.ts';

/** They read a letter of another organisation that theirs holds. */
export const isElsewhere = (letter: StaffLetter, role: SessionRole | null): boolean =>
  letter.handedOver !== null && role?.tenant !== letter.tenant;

export function departments(
  list: readonly { id: string; name: string }[],
  initial: string,
): Pick<Field, 'choices' | 'initial'> {
  const choices = list.map(({ id, name }) => ({ value: id, label: name }));
  if (choices.length === 1) return { choices, initial: choices[0]!.value };
  const known = list.some(({ id }) => id === initial);
  return { choices: [{ value: '', label: t().common.choose }, ...choices], initial: known ? initial : '' };
}

/** After two transfers, or over an objection, the letter's own coordinator may choose another organisation (core/rules/transfer.ts). */
function mayAssignElsewhere(letter: StaffLetter, role: SessionRole): boolean {
  return !isElsewhere(letter, role) && (letter.objected || letter.transfers >= 2);
}

interface Asked {
  letter: StaffLetter;
  role: SessionRole;
  /** Departments to choose from. */
  list: readonly { id: string; name: string }[];
  label: string;
}

export const transferTarget = (asked: Asked): Field[] => target(asked, 'transfer');

export const assignTarget = (asked: Asked): Field[] =>
  mayAssignElsewhere(asked.letter, asked.role)
    ? target(asked, 'assign')
    : [
        {
          ...{ name: 'department', kind: 'select', label: asked.label },
          ...departments(asked.list, asked.letter.department ?? ''),
        },
      ];

function target({ list, label }: Asked, command: 'transfer' | 'assign'): Field[] {
  const words = t().handOver;
  const [here, elsewhere, hint] =
    command === 'transfer'
      ? [words.here, words.elsewhere, words.elsewhereHint]
      : [words.assignHere, words.assignElsewhere, words.assignElsewhereHint];
  const choices: Choice[] = [
    { value: 'department', label: here },
    { value: 'tenant', label: elsewhere, hint },
  ];
  const there: Field = { name: 'tenant', kind: 'tenant', label: words.tenant, when: ['where', 'tenant'] };
  // Nobody else here: only another organisation is left.
  if (list.length === 0) return [{ ...there, when: undefined }];
  const department: Field = { name: 'department', kind: 'select', label, when: ['where', 'department'] };
  return [
    {
      name: 'where',
      kind: 'radio',
      label: command === 'transfer' ? words.where : words.assignWhere,
      choices,
      initial: 'department',
    },
    { ...department, ...departments(list, '') },
    there,
  ];
}

/** What of it the service is told; a field that isn't shown doesn't count. */
export function targetOf(values: Values): { department: string } | { tenant: string } {
  const tenant = (values['tenant'] ?? '').trim();
  const elsewhere = values['where'] === 'tenant' || (values['where'] === undefined && tenant !== '');
  return elsewhere ? { tenant } : { department: (values['department'] ?? '').trim() };
}
