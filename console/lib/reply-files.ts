/** The files of a reply, or of a letter from the counter, that is being written, for as long as the tab lives: moving about in the console stops no upload. */
import { fileLimits } from '../../contract/limits.ts';
import type { ReplyFile, UploadedFile } from '../../contract/uploads.ts';
import { startUpload, startUploadTo } from './calls.ts';
import { session } from './session.ts';
import { type StartUpload, Upload } from './upload.ts';

/** A file the service has, kept with the draft: what it is and how to give it. A file of a returned reply needs no key. */
export type Kept = ReplyFile & Pick<UploadedFile, 'type' | 'bytes'>;
export type Entry = Kept | Upload;

export class ReplyFiles {
  entries: Entry[];
  readonly #start: StartUpload;
  readonly #readers = new Set<() => void>();

  constructor(start: StartUpload, kept: Kept[]) {
    this.#start = start;
    this.entries = kept;
  }

  /** What the service has taken and a reply may name. */
  get kept(): Kept[] {
    return this.entries.flatMap((entry) => {
      if (!(entry instanceof Upload)) return [entry];
      const { file, given } = entry;
      return file && given ? [{ ...given, type: file.type, bytes: file.bytes }] : [];
    });
  }

  /** Those that are not there yet, and may never be. */
  get unfinished(): number {
    return this.entries.length - this.kept.length;
  }

  /** @returns how many found no room */
  add(files: readonly File[]): number {
    const room = Math.max(0, fileLimits.filesMax - this.entries.length);
    const taken = files.slice(0, room).map((file) => new Upload(this.#start, file, this.#tell));
    this.entries = [...this.entries, ...taken];
    this.#tell();
    return files.length - taken.length;
  }

  remove(entry: Entry): void {
    if (entry instanceof Upload) entry.cancel();
    this.entries = this.entries.filter((one) => one !== entry);
    this.#tell();
  }

  clear(): void {
    for (const entry of this.entries) if (entry instanceof Upload) entry.cancel();
    this.entries = [];
    this.#tell();
  }

  subscribe(reader: () => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  #tell = (): void => {
    for (const reader of [...this.#readers]) reader();
  };
}

const open = new Map<string, ReplyFiles>();
let owner = session.value?.id;
/** Another person at the same desk finds none of them. */
session.subscribe(() => {
  if (session.value?.id === owner) return;
  owner = session.value?.id;
  for (const files of open.values()) files.clear();
  open.clear();
});

/** @param draft what the form remembers, as JSON, where the tab was loaded anew */
export const replyFilesOf = (number: string, draft: string): ReplyFiles =>
  filesOf(number, draft, (file) => startUpload(number, file));

/** The same for a letter that is being registered; at one desk there is one. */
export const registerFilesOf = (tenant: string, draft: string): ReplyFiles =>
  filesOf(`register/${tenant}`, draft, (file) => startUploadTo(tenant, file));

function filesOf(of: string, draft: string, start: StartUpload): ReplyFiles {
  const found = open.get(of) ?? new ReplyFiles(start, readKept(draft));
  open.set(of, found);
  return found;
}

export const writeKept = (kept: readonly Kept[]): string => (kept.length > 0 ? JSON.stringify(kept) : '');

function readKept(draft: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(draft || '[]');
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}
