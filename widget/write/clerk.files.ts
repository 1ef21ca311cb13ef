import type { GivenFile, UploadStarted } from '../../contract/uploads.ts';
import { FileField } from '../files/file-field.ts';
import type { WriteView } from './write.view.ts';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-z]{25}$/.test(value);

/**
 * The files of the letter that is being written. The device keeps their ids and nothing else of them: an id opens nothing,
 * but names, to the service, what a letter had that may have arrived before the page was loaded anew.
 */
export class ClerkFiles extends FileField {
  private readonly view: WriteView;
  /** The ids as they were last put into the draft. */
  private ours: readonly string[] = [];

  constructor(view: WriteView) {
    const { host } = view;
    super(host, (content) => host.api.tenant<UploadStarted>(host.tenant, '/uploads', { body: content }));
    this.view = view;
  }

  /** Files that came with a letter before the page was loaded anew; whether they are still there only the service knows. */
  get lost(): GivenFile[] {
    const { files } = this.view.values;
    if (files === this.ours || !Array.isArray(files)) return [];
    return files.filter(isId).map((id) => ({ id, key: '-' }));
  }

  /** What goes with the letter now. */
  get withLetter(): GivenFile[] {
    return this.uploads.length ? this.given : this.lost;
  }

  /** From here on the draft knows of the files that are listed only. */
  settleDraft(): void {
    this.view.values.files = this.ours = this.given.map(({ id }) => id);
    this.view.rechooseFiles = false;
  }

  protected override changed(): void {
    const { view } = this;
    view.clerk?.mended();
    // Until it is known what became of a letter that was sent, it is asked for by the ids it had.
    if (view.key && this.lost.length) return;
    const known = view.values.files;
    this.settleDraft();
    if (known.join() !== this.ours.join()) view.keepDraft();
  }
}
