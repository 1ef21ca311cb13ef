import {
  type CSSResult,
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { pickLang, type Lang } from '../../contract/vocabulary.ts';
import { Api } from '../api/client.ts';
import { baseStyles } from './base.styles.ts';
import { nextTask } from './next-task.ts';
import { themeAt, type Theme } from './theme.ts';

/**
 * What every element of ours is: a tenant, a language, a look that fits the page, events that reach it.
 *
 * @attr {'zh-CN' | 'en'} lang - Language of the words; the nearest one above where it is missing.
 * @cssproperty --huixin-color-accent - Buttons, links, marks.
 * @cssproperty --huixin-color-text - Words.
 * @cssproperty --huixin-color-surface - The ground.
 * @cssproperty --huixin-color-border - Lines and edges of fields.
 * @cssproperty --huixin-color-error - Faults and lateness.
 * @cssproperty --huixin-font-family - Instead of the page's font.
 * @cssproperty --huixin-font-size - Size of the running text; the browser's own by default.
 * @cssproperty --huixin-radius - Of corners, 6px by default.
 * @cssproperty --huixin-space - Between blocks, 24px by default.
 */
export abstract class HuixinElement extends LitElement {
  static override styles: CSSResultGroup = baseStyles;
  static override properties: PropertyDeclarations = { tenant: {} };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Slug of the organisation that is written to. */
  tenant = '';

  private theme: Theme = { dark: false, lightAccent: false, flush: false, ownFont: false };
  private client?: Api;
  private focusWanted = '';
  /** The nearest `lang`, its own included, when it was last rendered. */
  language: Lang = 'zh-CN';
  /** What the theme is read off. */
  private readonly probe = Object.assign(document.createElement('i'), { className: 'probe', hidden: true });
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  get api(): Api {
    const lang = this.language;
    return this.client?.lang === lang ? this.client : (this.client = new Api(lang));
  }

  override connectedCallback(): void {
    this.language = this.nearestLanguage();
    super.connectedCallback();
    this.scheme.addEventListener('change', this.restyle);
    if (this.hasUpdated) this.restyle();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.probe);
    return root;
  }

  /** The first rendering is a task of its own, after that of the script: both together would hold up a slow phone. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (!this.hasUpdated) return nextTask().then(() => this.renderFirst());
    this.language = this.nearestLanguage();
    return super.scheduleUpdate();
  }

  /** Reads the theme before there is anything that would have to be styled twice. */
  private renderFirst(): void {
    this.language = this.nearestLanguage();
    this.theme = themeAt(this.probe, this);
    super.scheduleUpdate();
  }

  private nearestLanguage(): Lang {
    return pickLang(this.closest('[lang]')?.getAttribute('lang'), document.documentElement.lang);
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
    void this.updateComplete.then(() => {
      this.dispatchEvent(event);
      if (name === 'ready')
        import('../beacon/beacon.ts').then(
          ({ beacon }) => beacon(this),
          () => {},
        );
    });
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
    return html`<div class=${classes} lang=${this.language} dir="ltr">${this.content()}</div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.focusWanted) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.focusWanted);
    this.focusWanted = '';
    target?.focus();
  }

  private readonly restyle = (): void => {
    this.theme = themeAt(this.probe, this);
    this.requestUpdate();
  };
}
