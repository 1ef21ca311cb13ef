import type { ReactiveController, TemplateResult } from 'lit';
import type { Receipt } from '../../contract/letters.ts';
import type { Profile } from '../../contract/tenants.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { type Failure, failureOf } from '../api/client.ts';
import { late } from '../base/late.ts';
import type { View, ViewHost } from '../base/view.ts';
import { Challenge } from '../challenge/challenge.ts';
import { writeWords, type WriteWords } from '../locales/write.ts';
import { DraftSlot } from './draft.ts';
import { Outbox, newKey, type Waiting } from './outbox.ts';
import {
  emptyValues,
  type Faults,
  faultsOf,
  FIELDS,
  hasContact,
  type LetterValues,
  letterOf,
} from './values.ts';
import { writeStyles } from './write.styles.ts';
import { bareReceipt, formTemplate } from './write.template.ts';
import { STEPS } from './steps.template.ts';

/** What the person is told above the form. */
export type Banner = 'restored' | 'pending' | 'discarded' | 'arrived' | null;

const TEXTS = ['title', 'body', 'name', 'phone', 'email', 'website'] as const;

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

/** Writing a letter: the form, its draft on the device, the sending, the receipt. */
export class WriteView implements View, ReactiveController {
  readonly styles = writeStyles;
  readonly host: ViewHost;

  values: LetterValues = emptyValues();
  faults: Faults = {};
  profile: Profile | null = null;
  profileFailure: Failure | null = null;
  banner: Banner = null;
  /** What was cleared by the last discard. */
  discarded: LetterValues | null = null;
  retypeContact = false;
  sending = false;
  waiting: Waiting | null = null;
  refusal: Failure | null = null;
  receipt: Receipt | null = null;
  /** The receipt as a slip; null while and where it can't be had. */
  paper: View | null = null;
  /** The screen of elder mode. */
  step = 0;

  private readonly slot = new DraftSlot();
  private readonly challenge: Challenge;
  private readonly outbox: Outbox;
  private key?: string;
  /** The form that shows the present values; null when they changed behind its back. */
  private filled: HTMLFormElement | null = null;
  private tenant = '';
  private lang = '';
  private presets = { kind: '', department: '' };

  constructor(host: ViewHost) {
    this.host = host;
    this.challenge = new Challenge(
      () => host.api,
      () => host.tenant,
    );
    this.outbox = new Outbox({
      challenge: this.challenge,
      post: (letter, key) =>
        host.api.tenant(host.tenant, '/letters', { body: letter, headers: { 'Idempotency-Key': key } }),
      onWaiting: (waiting) => {
        this.waiting = waiting;
        host.requestUpdate();
      },
      inPage: () => host.isConnected,
    });
    host.addController(this);
  }

  get words(): WriteWords {
    return writeWords[this.host.language];
  }

  hostConnected(): void {
    addEventListener('online', this.online);
    if (this.tenant) this.slot.claim(this.tenant);
    this.outbox.resume();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.online);
    this.slot.release();
  }

  /**
   * Text is put into fields only when it didn't come from them: binding it would disturb an input method at work.
   */
  hostUpdated(): void {
    const form = this.host.renderRoot.querySelector<HTMLFormElement>('form.write');
    if (!form || form === this.filled) return;
    this.filled = form;
    for (const name of TEXTS) fieldOf(form, name).value = this.values[name];
  }

  hostUpdate(): void {
    const { tenant, language, kind = '', department = '' } = this.host;
    const moved = tenant !== this.tenant;
    if (moved) {
      this.tenant = tenant;
      this.key = undefined;
      this.receipt = null;
      this.challenge.renew();
      this.slot.claim(tenant);
      this.restore();
    }
    if (moved || language !== this.lang) {
      this.lang = language;
      void this.loadProfile();
    }
    if (kind !== this.presets.kind && KINDS.includes(kind as Kind)) this.values.kind = kind as Kind;
    if (department !== this.presets.department) this.values.department = department;
    this.presets = { kind, department };
  }

  render(): TemplateResult {
    if (!this.receipt) return formTemplate(this);
    return this.paper?.render() ?? bareReceipt(this, this.receipt);
  }

  /** Departments, kinds and terms; the form is usable without them. */
  async loadProfile(): Promise<void> {
    const { host } = this;
    const [tenant, lang] = [this.tenant, this.lang];
    this.profileFailure = null;
    try {
      const profile = await host.api.tenant<Profile>(tenant, '');
      if (tenant !== this.tenant || lang !== this.lang) return;
      this.profile = profile;
      const { values } = this;
      if (!profile.kinds.some(({ id }) => id === values.kind))
        values.kind = profile.kinds[0]?.id ?? values.kind;
      if (!profile.departments.some(({ id }) => id === values.department)) values.department = '';
      host.emit('ready');
      // What will be needed once a letter is written; the form doesn't wait for it.
      this.challenge.warm();
      this.paperClass().catch(() => {});
    } catch (thrown) {
      this.profileFailure = failureOf(thrown);
      host.emit('error', { code: this.profileFailure.code });
    }
    host.requestUpdate();
  }

  /** Takes over what was typed. */
  read(form: HTMLFormElement): void {
    for (const name of TEXTS) this.values[name] = fieldOf(form, name).value;
    this.values.department = fieldOf(form, 'department').value;
    this.values.publish = fieldOf(form, 'publish').checked;
    const kind = (form.elements.namedItem('kind') as RadioNodeList).value;
    if (kind) this.values.kind = kind as Kind;
  }

  typed(form: HTMLFormElement): void {
    this.read(form);
    this.challenge.prepare();
    this.keepDraft();
    if (this.banner === 'discarded') this.banner = null;
    // A fault that was shown goes as soon as it is mended; a new one waits until the person is done.
    if (Object.keys(this.faults).length) {
      const now = this.wrong();
      for (const field of FIELDS) if (!now[field]) delete this.faults[field];
    }
    this.host.requestUpdate();
  }

  private wrong(): Faults {
    return faultsOf(this.values, this.profile, this.words);
  }

  /** Shows the faults of these fields and goes to them; tells whether there are none. */
  checks(fields: readonly string[]): boolean {
    const entries = Object.entries(this.wrong()).filter(([field]) => fields.includes(field));
    this.faults = Object.fromEntries(entries);
    if (entries.length) this.pointOut();
    this.host.requestUpdate();
    return !entries.length;
  }

  /** Goes to what is wrong; in elder mode to the first screen that has a fault. */
  private pointOut(): void {
    const step = STEPS.findIndex((fields) => fields.some((field) => field in this.faults));
    if (step >= 0) this.step = step;
    this.host.focusLater('.summary');
  }

  async submit(): Promise<void> {
    if (this.sending || !this.checks(FIELDS)) return;
    this.sending = true;
    this.refusal = null;
    this.key ??= newKey();
    this.keepDraft();
    const sent = await this.outbox.send(letterOf(this.values), this.key);
    this.sending = false;
    if (sent.result === 'sent') {
      const changed = JSON.stringify(sent.letter) !== JSON.stringify(letterOf(this.values));
      await this.arrived(sent.receipt, sent.letter.title, changed ? this.words.changedAfter : '');
    } else if (sent.result === 'refused') this.refused(sent.failure);
    this.host.requestUpdate();
  }

  private async paperClass() {
    return (await late(() => import('../receipt/receipt.view.ts'))).ReceiptView;
  }

  private async arrived(receipt: Receipt, title: string, remark: string): Promise<void> {
    this.receipt = receipt;
    this.values = { ...emptyValues(), kind: this.values.kind, department: this.values.department };
    this.key = undefined;
    this.banner = null;
    this.retypeContact = false;
    this.step = 0;
    this.slot.clear();
    // Shown bare until the slip is there: the key must not hang on another request.
    this.host.requestUpdate();
    const addressed = { tenantName: this.profile?.name ?? '', title, remark, another: () => this.another() };
    this.paper = await this.paperClass().then(
      (paper) => new paper(this.host, receipt, addressed),
      () => null,
    );
    if (this.paper) this.host.adopt(this.paper.styles);
    this.host.focusLater('.receipt h2');
    this.host.emit('submitted', { number: receipt.number });
  }

  private refused(failure: Failure): void {
    this.host.emit('error', { code: failure.code });
    const faults = failure.errors.map(({ path, message }) => [path.split('.').pop(), message] as const);
    this.faults = Object.fromEntries(
      faults.filter(([field]) => (FIELDS as readonly unknown[]).includes(field)),
    );
    if (failure.code === 'contact_required') this.faults.phone = failure.message;
    if (failure.code === 'idempotency_mismatch') this.banner = 'arrived';
    else if (!Object.keys(this.faults).length) this.refusal = failure;
    this.pointOut();
  }

  /** Stops waiting: the letter goes back on the desk. */
  edit(): void {
    this.outbox.hold();
    this.host.focusLater('[name=title]');
  }

  sendNow(): void {
    this.outbox.now();
  }

  discard(): void {
    this.discarded = this.values;
    this.filled = null;
    this.values = emptyValues();
    this.faults = {};
    this.key = undefined;
    this.banner = 'discarded';
    this.retypeContact = false;
    this.step = 0;
    this.slot.clear();
    this.host.focusLater('[name=title]');
  }

  undoDiscard(): void {
    if (this.discarded) this.values = this.discarded;
    this.filled = null;
    this.banner = null;
    this.keepDraft();
    this.host.focusLater('[name=title]');
  }

  another(): void {
    this.receipt = null;
    this.host.focusLater('[name=title]');
  }

  go(step: number): void {
    this.step = step;
    this.host.focusLater('.step-title, .write > .field:not([hidden]) [name]');
  }

  private readonly online = (): void => {
    this.outbox.resume();
    if (this.profileFailure) void this.loadProfile();
  };

  private keepDraft(): void {
    this.slot.save(this.values, this.key ? { key: this.key, hadContact: hasContact(this.values) } : {});
  }

  private restore(): void {
    const draft = this.slot.load();
    if (!draft) return;
    const { key, hadContact, ...kept } = draft;
    this.values = { ...emptyValues(), ...kept };
    this.key = key;
    this.filled = null;
    this.banner = key ? 'pending' : 'restored';
    this.retypeContact = hadContact ?? false;
  }
}
