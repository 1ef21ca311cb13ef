import type { TemplateResult } from 'lit';
import type { Receipt } from '../../contract/letters.ts';
import { Failure } from '../api/client.ts';
import { late } from '../base/late.ts';
import type { View } from '../base/view.ts';
import type { Challenge } from '../challenge/challenge.ts';
import { type ClerkWords, clerkWords } from '../locales/clerk.ts';
import { faultsOf, FIELDS, letterOf } from './checks.ts';
import { ClerkFiles } from './clerk.files.ts';
import { clerkStyles } from './clerk.styles.ts';
import { bareReceipt, checkPage, noteOnLetter, noteOnSending } from './clerk.template.ts';
import type { Upload } from '../files/upload.ts';
import { Outbox, newKey, type Sent, type Waiting } from './outbox.ts';
import { STEPS } from './steps.ts';
import { emptyValues, type Faults, type LetterValues } from './values.ts';
import type { WriteView } from './write.view.ts';

/** The track view takes it from here: else it would be a file of its own, and the clerk wait for it. */
export { FileField } from '../files/file-field.ts';

type Arrived = Extract<Sent, { result: 'sent' }>;

/**
 * Looks through what was written, sends it, and says what came of it. A person needs that only after a while, so it is
 * fetched once the form is shown; `WriteView.ask` is how the form reaches it.
 */
export class Clerk {
  readonly view: WriteView;
  sending = false;
  waiting: Waiting | null = null;
  refusal: Failure | null = null;
  /** What came of the last letter or its discard, until the person goes on. */
  banner: 'discarded' | 'arrived' | null = null;

  readonly files: ClerkFiles;

  private challenge?: Challenge;
  private readonly outbox: Outbox;
  private receipt: Receipt | null = null;
  /** The receipt as a slip; null while and where it can't be had. */
  private paper: View | null = null;
  /** What was cleared by the last discard. */
  private discarded: { values: LetterValues; uploads: Upload[] } | null = null;

  constructor(view: WriteView) {
    const { host, values } = view;
    this.view = view;
    this.files = new ClerkFiles(view);
    host.adopt(clerkStyles);
    this.outbox = new Outbox({
      challenge: {
        answer: async () => (await this.proof()).answer(),
        renew: () => this.challenge?.renew(),
      },
      post: (letter, key) =>
        host.api.tenant(host.tenant, '/letters', { body: letter, headers: { 'Idempotency-Key': key } }),
      onWaiting: (waiting) => {
        this.waiting = waiting;
        host.requestUpdate();
      },
      inPage: () => host.isConnected,
    });
    // What will be needed once the letter is written; nothing waits for it. A challenge itself doesn't keep.
    if (values.title || values.body) this.prepare();
    else this.proof().catch(() => {});
    this.paperClass().catch(() => {});
    this.takeFiles();
    // What is said aloud needs its place before it is said.
    host.requestUpdate();
  }

  get words(): ClerkWords {
    return clerkWords[this.view.host.language];
  }

  /** What stands instead of the form once a letter has arrived. */
  receiptPage(): TemplateResult | null {
    return this.receipt && (this.paper?.render() ?? bareReceipt(this.words, this.receipt));
  }

  noteOnLetter(): TemplateResult {
    return noteOnLetter(this);
  }

  noteOnSending(): unknown {
    return noteOnSending(this);
  }

  fileList(): TemplateResult {
    return this.files.render();
  }

  checkPage(): TemplateResult {
    return checkPage(this);
  }

  private async proof(): Promise<Challenge> {
    const { Challenge } = await late(() => import('../challenge/challenge.ts'));
    const { host } = this.view;
    return (this.challenge ??= new Challenge(
      () => host.api,
      () => host.tenant,
    ));
  }

  /** Begins to prove work; what fails now fails, and is said, when the letter is sent. */
  private prepare(): void {
    this.proof().then(
      (challenge) => challenge.prepare(),
      () => {},
    );
  }

  typed(): void {
    this.prepare();
    this.takeFiles();
    this.mended();
  }

  /** A fault that was shown goes as soon as it is mended; a new one waits until the person is done. */
  mended(): void {
    const { faults } = this.view;
    if (this.banner === 'discarded') this.banner = null;
    if (!Object.keys(faults).length) return;
    const now = this.wrong();
    for (const field of FIELDS) if (!now[field]) delete faults[field];
  }

  private wrong(): Faults {
    const faults = faultsOf(this.view.values, this.view.profile, this.words);
    const { failed } = this.files;
    return failed ? { ...faults, files: this.words.filesFailed(failed) } : faults;
  }

  /** What was chosen, also before there was anybody to take it. */
  private takeFiles(): void {
    this.files.takeFrom(this.view.host.renderRoot.querySelector<HTMLInputElement>('input[name=files]'));
  }

  /** Shows the faults of these fields and goes to them; tells whether there are none. */
  checks(fields: readonly string[]): boolean {
    const entries = Object.entries(this.wrong()).filter(([field]) => fields.includes(field));
    this.view.faults = Object.fromEntries(entries);
    if (entries.length) this.pointOut();
    this.view.host.requestUpdate();
    return !entries.length;
  }

  /** Goes to what is wrong; in elder mode to the first screen that has a fault. */
  private pointOut(): void {
    const { view } = this;
    const step = STEPS.findIndex((fields) => fields.some((field) => field in view.faults));
    if (step >= 0) view.step = step;
    view.host.focusLater('.summary');
  }

  /** To a field; in elder mode by way of its screen. */
  turnTo(field: string): void {
    const { view } = this;
    const step = STEPS.findIndex((fields) => (fields as readonly string[]).includes(field));
    if (step >= 0) view.step = step;
    view.host.focusLater(`[name=${field}]`);
  }

  async submit(): Promise<void> {
    if (this.sending || !this.checks(FIELDS)) return;
    this.sending = true;
    this.refusal = null;
    // What is changed while files travel goes with the letter.
    if ((await this.files.arrived()) && this.checks(FIELDS)) await this.post();
    this.sending = false;
    this.view.host.requestUpdate();
  }

  private async post(): Promise<void> {
    const { view, files } = this;
    const mayHaveArrived = view.key !== undefined;
    view.key ??= newKey();
    view.keepDraft();
    const sent = await this.deliver(view.key, mayHaveArrived);
    if (sent.result === 'sent') {
      const changed = JSON.stringify(sent.letter) !== JSON.stringify(letterOf(view.values, files.withLetter));
      await this.arrived(sent, changed ? this.words.changedAfter : '');
    } else if (sent.result === 'refused') this.refused(sent.failure);
  }

  /** A letter that may have arrived with files, before the page was loaded anew, is asked for by their ids first. */
  private async deliver(key: string, mayHaveArrived: boolean): Promise<Sent> {
    const { view, files, outbox } = this;
    const { lost } = files;
    if (mayHaveArrived && lost.length) {
      const sent = await outbox.send(letterOf(view.values, lost), key);
      if (sent.result !== 'refused' || sent.failure.code !== 'file_gone') return sent;
      files.settleDraft();
      view.keepDraft();
      if (!files.given.length)
        return { ...sent, failure: this.inOurWords(sent.failure, this.words.filesLost) };
    }
    const sent = await outbox.send(letterOf(view.values, files.given), key);
    if (sent.result !== 'refused' || !/^file_(gone|used)$/.test(sent.failure.code)) return sent;
    files.renew();
    return { ...sent, failure: this.inOurWords(sent.failure, this.words.filesRenewed) };
  }

  private inOurWords({ status, code }: Failure, detail: string): Failure {
    return new Failure(status, { code, detail });
  }

  private async paperClass() {
    return (await late(() => import('../receipt/receipt.view.ts'))).ReceiptView;
  }

  private async arrived({ receipt, letter }: Arrived, remark: string): Promise<void> {
    const { view } = this;
    const { host, values } = view;
    this.receipt = receipt;
    this.files.take();
    this.banner = null;
    view.startAfresh({ ...emptyValues(), kind: values.kind, department: values.department });
    // Shown bare until the slip is there: the key must not hang on another request.
    host.requestUpdate();
    const addressed = {
      tenantName: view.profile?.name ?? '',
      title: letter.title,
      files: letter.uploads?.length ?? 0,
      remark,
      another: () => this.another(),
    };
    this.paper = await this.paperClass().then(
      (paper) => new paper(host, receipt, addressed),
      () => null,
    );
    if (this.paper) host.adopt(this.paper.styles);
    host.focusLater('.receipt h2');
    host.emit('submitted', { number: receipt.number });
  }

  private refused(failure: Failure): void {
    const { view } = this;
    view.host.emit('error', { code: failure.code });
    const faults = failure.errors.map(({ path, message }) => [path.split('.').pop(), message] as const);
    view.faults = Object.fromEntries(
      faults.filter(([field]) => (FIELDS as readonly unknown[]).includes(field)),
    );
    if (failure.code === 'contact_required') view.faults.phone = failure.message;
    if (failure.code === 'idempotency_mismatch') {
      this.banner = 'arrived';
      view.found = null;
    } else if (!Object.keys(view.faults).length) this.refusal = failure;
    this.pointOut();
  }

  /** Another tenant: its letters have nothing to do with the last one's. */
  leave(): void {
    this.receipt = null;
    this.banner = null;
    this.refusal = null;
    this.challenge?.renew();
    this.discarded = null;
    this.files.hold();
    this.files.take();
    this.files.settleDraft();
  }

  resume(): void {
    this.outbox.resume();
    this.files.nudge();
  }

  sendNow(): void {
    this.view.host.focusLater('[type=submit]');
    this.outbox.now();
    this.files.nudge();
  }

  /** Stops waiting: the letter goes back on the desk. */
  edit(): void {
    this.outbox.hold();
    this.files.hold();
    this.view.toForm();
  }

  discard(): void {
    const { view } = this;
    this.discarded = { values: view.values, uploads: this.files.take() };
    this.banner = 'discarded';
    view.startAfresh(emptyValues());
    view.toForm();
  }

  undoDiscard(): void {
    const { view } = this;
    this.banner = null;
    if (this.discarded) {
      view.putIn(this.discarded.values);
      this.files.put(this.discarded.uploads);
    }
    view.keepDraft();
    view.toForm();
  }

  private another(): void {
    this.receipt = null;
    this.view.toForm();
  }
}
