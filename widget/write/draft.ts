import type { LetterValues } from './values.ts';

/** What is kept on the device: never contact details, never an access key. */
export interface Draft extends Pick<
  LetterValues,
  'kind' | 'department' | 'title' | 'body' | 'publish' | 'files'
> {
  /** Idempotency key of a letter that may already be on its way. */
  key?: string;
  /** That letter had contact details, which are not here. */
  hadContact?: boolean;
}

/** Slots in use on this page, so that two letterboxes of one tenant don't write over each other's drafts. */
const taken = new Set<string>();

/** One letterbox's place on the device. Where storage is forbidden the draft lives only in the form. */
export class DraftSlot {
  private name = '';

  claim(tenant: string): void {
    this.release();
    let name = `huixin-draft:${tenant}`;
    for (let copy = 2; taken.has(name); copy++) name = `huixin-draft:${tenant}:${copy}`;
    taken.add(name);
    this.name = name;
  }

  release(): void {
    taken.delete(this.name);
  }

  load(): Draft | null {
    try {
      const draft: unknown = JSON.parse(localStorage.getItem(this.name) ?? 'null');
      return isDraft(draft) ? draft : null;
    } catch {
      return null;
    }
  }

  /** Keeps what is worth keeping; an empty letter clears the slot. */
  save(
    { kind, department, title, body, publish, files }: LetterValues,
    sent: Pick<Draft, 'key' | 'hadContact'> = {},
  ): void {
    try {
      if (title || body)
        localStorage.setItem(
          this.name,
          JSON.stringify({ kind, department, title, body, publish, files, ...sent }),
        );
      else localStorage.removeItem(this.name);
    } catch {
      // Storage is full or forbidden: the form itself still holds everything.
    }
  }

  clear(): void {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // As above.
    }
  }
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft?.title === 'string' && typeof draft.body === 'string' && typeof draft.department === 'string'
  );
}
