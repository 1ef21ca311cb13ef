/** How files are listed with what they came with, and what they are called: never by a name somebody gave them. */
import type { FileType } from '../../contract/limits.ts';
import type { AttachedFile } from '../../contract/uploads.ts';
import type { LetterFile } from './attachment.store.ts';

const endings: Record<FileType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

export const fileName = (number: string, { ordinal, type }: Pick<LetterFile, 'ordinal' | 'type'>): string =>
  `${number}-${ordinal}.${endings[type]}`;

export function toFile(number: string, file: LetterFile): AttachedFile {
  const { id, type, bytes, width, height } = file;
  return { id, name: fileName(number, file), type, bytes, width, height };
}

export function toStaffFile(number: string, file: LetterFile): AttachedFile {
  return { ...toFile(number, file), released: file.released, scanned: file.scanned };
}

const isWriters = ({ kind }: LetterFile): boolean => kind === 'submitted' || kind === 'supplemented';

/** Whether the letter's writer may have it: their own, and those of replies that were sent. */
export const isForWriter = (file: LetterFile): boolean => isWriters(file) || file.kind === 'replied';
/** Whether anyone may have it while the letter is public. */
export const isForAnyone = (file: LetterFile): boolean => file.released && isForWriter(file);
/** A look at it by staff is recorded. */
export const isPersonal = isWriters;

/** A letter's files, in the form of one kind of viewer. */
export interface Files {
  /** `{ files }` of those that came with an event, nothing where there were none. */
  at(seq: number): { files?: AttachedFile[] };
  /** The same of all its writer sent. */
  writers(): { files?: AttachedFile[] };
}

const put = (files: AttachedFile[]): { files?: AttachedFile[] } => (files.length > 0 ? { files } : {});

export function filesFor(
  number: string,
  files: readonly LetterFile[],
  viewer: 'anyone' | 'writer' | 'staff',
): Files {
  const show = viewer === 'staff' ? toStaffFile : toFile;
  const seen = files.filter(
    viewer === 'staff' ? () => true : viewer === 'writer' ? isForWriter : isForAnyone,
  );
  const shown = (which: (file: LetterFile) => boolean) =>
    put(seen.filter(which).map((file) => show(number, file)));
  return { at: (seq) => shown((file) => file.seq === seq), writers: () => shown(isWriters) };
}
