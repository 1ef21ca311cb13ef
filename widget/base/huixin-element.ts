import {
  type CSSResult,
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from './property.ts';
import { pickLang, type Lang } from '../../contract/vocabulary.ts';
import { Api } from '../api/client.ts';
import { baseStyles } from './base.styles.ts';
import { themeAt, type Theme } from './theme.ts';

/** What every element of ours is: a tenant, a language, a look that fits the page, events that reach it. */
export abstract class HuixinElement extends LitElement {
  static override styles: CSSResultGroup = baseStyles;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Slug of the organisation that is written to. */
  @property() tenant = '';

  private theme: Theme = { dark: false, lightAccent: false, flush: false, ownFont: false };
  private client?: Api;
  private focusWanted = '';
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  /** The nearest `lang`, its own included. */
  get language(): Lang {
    return pickLang(this.closest('[lang]')?.getAttribute('lang'), document.documentElement.lang);
  }

  get api(): Api {
    const lang = this.language;
    return this.client?.lang === lang ? this.client : (this.client = new Api(lang));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.restyle);
    if (this.hasUpdated) this.restyle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scheme.removeEventListener('change', this.restyle);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  /** Tells the page, once what happened is on screen. */
  emit(name: string, detail: Record<string, string> = {}): void {
    const event = new CustomEvent(`huixin-${name}`, { detail, bubbles: true, composed: true });
    this.requestUpdate();
    void this.updateComplete.then(() => this.dispatchEvent(event));
  }

  focusLater(selector: string): void {
    this.focusWanted = selector;
    this.requestUpdate();
  }

  adopt({ styleSheet }: CSSResult): void {
    const root = this.renderRoot as ShadowRoot;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  protected abstract content(): TemplateResult;

  protected override render(): TemplateResult {
    const { dark, lightAccent, flush, ownFont } = this.theme;
    const classes = `root${dark ? ' dark' : ''}${lightAccent ? ' light-accent' : ''}${flush ? ' flush' : ''}${ownFont ? ' own-font' : ''}`;
    // Both languages run from left to right, whatever the page does.
    return html`<i class="probe" hidden></i>
      <div class=${classes} lang=${this.language} dir="ltr">${this.content()}</div>`;
  }

  protected override firstUpdated(): void {
    this.restyle();
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.focusWanted) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.focusWanted);
    this.focusWanted = '';
    target?.focus();
  }

  private readonly restyle = (): void => {
    this.theme = themeAt(this.renderRoot.querySelector('.probe')!, this);
    this.requestUpdate();
  };
}
