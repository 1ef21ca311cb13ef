/**
 * What a member typed and hasn't sent, for the life of the browser tab only: it survives a reload, and goes when they
 * sign out or somebody else signs in. Contact details are never kept here.
 */
const PREFIX = 'huixin-console-draft:';

export interface Draft {
  form: string;
  values: Record<string, string>;
}

const keyOf = (scope: string, form: string) => `${PREFIX}${scope}:${form}`;

export function readDraft(scope: string, form: string): Record<string, string> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(scope, form)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter((entry) => typeof entry[1] === 'string'));
  } catch {
    return null;
  }
}

export function writeDraft(scope: string, form: string, values: Record<string, string>): void {
  try {
    sessionStorage.setItem(keyOf(scope, form), JSON.stringify(values));
  } catch {
    // Storage is full or forbidden: the text is still in the form.
  }
}

export function dropDraft(scope: string, form: string): void {
  sessionStorage.removeItem(keyOf(scope, form));
}

/** The drafts of one letter. */
export function listDrafts(scope: string): Draft[] {
  const start = keyOf(scope, '');
  return keys()
    .filter((key) => key.startsWith(start))
    .map((key) => ({
      form: key.slice(start.length),
      values: readDraft(scope, key.slice(start.length)) ?? {},
    }));
}

export function dropDrafts(): void {
  for (const key of keys()) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

function keys(): string[] {
  return Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
}
