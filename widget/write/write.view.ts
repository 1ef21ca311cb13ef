import type { ReactiveController, TemplateResult } from 'lit';
import type { Profile } from '../../contract/tenants.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { type Failure, failureOf } from '../api/client.ts';
import { late } from '../base/late.ts';
import type { View, ViewHost } from '../base/view.ts';
import { writeWords, type WriteWords } from '../locales/write.ts';
import type { Clerk } from './clerk.ts';
import { DraftSlot } from './draft.ts';
import { emptyValues, type Faults, hasContact, type LetterValues } from './values.ts';
import { writeStyles } from './write.styles.ts';
import { formTemplate } from './write.template.ts';

const fieldOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | null;

const TEXTS = ['title', 'body', 'name', 'phone', 'email', 'website'] as const;

/** Something only the clerk can do. */
type Errand = (clerk: Clerk) => unknown;

const sending: Errand = (clerk) => clerk.submit();

/**
 * The form: what must be there at once, its fields, its draft on the device and the tenant's own terms. What happens to
 * a letter after that is the clerk's, who comes once the form is shown.
 */
export class WriteView implements View, ReactiveController {
  readonly styles = writeStyles;
  readonly host: ViewHost;

  values: LetterValues = emptyValues();
  faults: Faults = {};
  profile: Profile | null = null;
  profileFailure: Failure | null = null;
  /** What the device had kept: a letter begun, or one that may be on its way. */
  found: 'restored' | 'pending' | null = null;
  retypeContact = false;
  rechooseFiles = false;
  /** The screen of elder mode. */
  step = 0;
  /** Names the letter to the service, so that it is taken once. */
  key?: string;
  clerk: Clerk | null = null;
  /** Somebody waits for the clerk to come. */
  asking = false;
  /** What the clerk, who could not be fetched, was wanted for. */
  unheard: Errand | null = null;
  /** First comes what a letter begins with, in the next frame the rest: no task may hold up a slow phone. */
  whole = false;
  private begun = false;

  private readonly slot = new DraftSlot();
  private coming?: Promise<Clerk>;
  /** Values that changed behind the form's back. */
  private refill = true;
  private tenant = '';
  private lang = '';
  private presets = { kind: '', department: '' };

  constructor(host: ViewHost) {
    this.host = host;
    host.addController(this);
  }

  get words(): WriteWords {
    return writeWords[this.host.language];
  }

  hostConnected(): void {
    addEventListener('online', this.online);
    if (this.tenant) this.slot.claim(this.tenant);
    this.hostUpdate();
    this.clerk?.resume();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.online);
    this.slot.release();
  }

  /**
   * Text is put into fields only when it didn't come from them: binding it would disturb an input method at work.
   */
  hostUpdated(): void {
    if (!this.begun) requestAnimationFrame(() => setTimeout(() => this.complete()));
    this.begun = true;
    const form = this.host.renderRoot.querySelector<HTMLFormElement>('form.write');
    if (!form) return void (this.refill = true);
    if (this.refill)
      for (const name of TEXTS) {
        const field = fieldOf(form, name);
        if (field && field.value !== this.values[name]) field.value = this.values[name];
      }
    this.refill = !this.whole;
  }

  hostUpdate(): void {
    const { tenant, language, kind = '', department = '' } = this.host;
    const moved = tenant !== this.tenant;
    if (moved) {
      this.tenant = tenant;
      this.key = undefined;
      this.profile = null;
      this.clerk?.leave();
      this.slot.claim(tenant);
      if (this.whole) this.restore();
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
    return this.clerk?.receiptPage() ?? formTemplate(this);
  }

  /** Departments, kinds and terms; the form is usable without them. */
  async loadProfile(): Promise<void> {
    const { host } = this;
    const [tenant, lang] = [this.tenant, this.lang];
    this.profileFailure = null;
    try {
      const profile = await host.api.profile(tenant);
      if (tenant !== this.tenant || lang !== this.lang) return;
      this.profile = profile;
      this.keepToOffer();
      host.emit('ready');
    } catch (thrown) {
      if (tenant !== this.tenant || lang !== this.lang) return;
      this.profileFailure = failureOf(thrown);
      host.emit('error', { code: this.profileFailure.code });
    }
    host.requestUpdate();
    this.summon().catch(() => {});
  }

  /** Chooses only what this tenant has. */
  private keepToOffer(): void {
    const { values, profile } = this;
    if (!profile) return;
    if (!profile.kinds.some(({ id }) => id === values.kind))
      values.kind = profile.kinds[0]?.id ?? values.kind;
    if (!profile.departments.some(({ id }) => id === values.department)) values.department = '';
  }

  /** Takes over what was typed. */
  read(form: HTMLFormElement): void {
    const { values } = this;
    for (const name of TEXTS) values[name] = fieldOf(form, name)?.value ?? values[name];
    values.department = fieldOf(form, 'department')!.value;
    values.publish = fieldOf(form, 'publish')?.checked ?? values.publish;
    const kind = (form.elements.namedItem('kind') as RadioNodeList).value;
    if (kind) values.kind = kind as Kind;
  }

  typed(form: HTMLFormElement): void {
    this.read(form);
    if (this.whole) this.keepDraft();
    this.clerk?.typed();
    this.host.requestUpdate();
  }

  /** Has the clerk do something as soon as they are there; where they can't come it is remembered, and said. */
  async ask(errand: Errand): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.host.requestUpdate();
    const clerk = this.clerk ?? (await this.summon().catch(() => null));
    this.asking = false;
    this.unheard = clerk ? null : errand;
    this.host.requestUpdate();
    if (clerk) await errand(clerk);
  }

  submit(): void {
    void this.ask(sending);
  }

  askAgain(): void {
    if (this.unheard) void this.ask(this.unheard);
  }

  /** The letter itself is what waits for the clerk. */
  get unsent(): boolean {
    return this.unheard === sending;
  }

  private summon(): Promise<Clerk> {
    return (this.coming ??= late(() => import('./clerk.ts')).then(
      ({ Clerk }) => (this.clerk = new Clerk(this)),
      (thrown: unknown) => {
        this.coming = undefined;
        throw thrown;
      },
    ));
  }

  /** Another letter in place of this one. */
  startAfresh(values: LetterValues): void {
    this.putIn(values);
    this.faults = {};
    this.key = undefined;
    this.found = null;
    this.retypeContact = this.rechooseFiles = false;
    this.step = 0;
    this.slot.clear();
  }

  putIn(values: LetterValues): void {
    this.values = values;
    this.refill = true;
  }

  go(step: number): void {
    this.step = step;
    this.toForm();
  }

  /** Where one goes on writing. */
  toForm(): void {
    const { host } = this;
    host.focusLater(host.elder ? '.step-title, .write > .field:not([hidden]) [name]' : '[name=title]');
  }

  private readonly online = (): void => {
    this.clerk?.resume();
    this.askAgain();
    if (this.profileFailure) void this.loadProfile();
  };

  keepDraft(): void {
    this.slot.save(this.values, this.key ? { key: this.key, hadContact: hasContact(this.values) } : {});
  }

  /** The rest of the form, and what the device had kept: asking it takes longer than a frame. */
  private complete(): void {
    const { title, body } = this.values;
    this.whole = true;
    this.restore();
    if (title || body) this.keepDraft();
    this.host.requestUpdate();
  }

  private restore(): void {
    const draft = this.slot.load();
    if (!draft) return;
    const { values, presets } = this;
    const { key, hadContact, ...kept } = draft;
    this.putIn({
      ...values,
      ...kept,
      // Whoever was quick enough to begin a new letter keeps it, and what the page asks for goes before what was chosen.
      title: values.title || kept.title,
      body: values.body || kept.body,
      kind: presets.kind ? values.kind : kept.kind,
      department: presets.department || kept.department,
      // A draft kept by an older script knows of none.
      files: [kept.files ?? []].flat(),
    });
    this.key = key;
    this.found = key ? 'pending' : 'restored';
    this.retypeContact = hadContact ?? false;
    this.rechooseFiles = this.values.files.length > 0;
    this.keepToOffer();
  }
}
