import { type TemplateResult, html, nothing } from 'lit';
import { ApiError, asApiError } from '../lib/api.ts';
import { ConsoleElement } from '../lib/element.ts';
import { bring, online } from '../lib/line.ts';
import { type Route, route, to } from '../lib/router.ts';
import {
  chooseRole,
  loadSession,
  postponeSignIn,
  renewing,
  role,
  roleChoice,
  session,
  signOut,
} from '../lib/session.ts';
import { lookForUndelivered, undelivered } from '../lib/undelivered.ts';
import { chooseLang, lang, langOf, t } from '../words/index.ts';
import { homeOf, isPage, pageFor, type Section, sectionsFor } from '../pages/registry.ts';
import '../pages/letter-page.ts';
import { loadFailure, loadingLines } from './problems.ts';
import './keys-help.ts';
import './line-banner.ts';
import './sign-in.ts';

interface Place {
  title: string;
  view: TemplateResult;
}

/** The whole console: header, the page of the address, and the sign-in over it where a session ended. */
export class ConsoleApp extends ConsoleElement {
  static override properties = { failed: { state: true }, signOutFailed: { state: true } };
  declare failed: ApiError | null;
  declare signOutFailed: boolean;
  /** The address whose heading took the focus last. */
  #arrived = '';
  /** Which coordinator of which tenant sits here. */
  #desk = '';

  constructor() {
    super();
    this.failed = null;
    this.signOutFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const store of [route, session, renewing, roleChoice, undelivered, online]) this.watch(store);
    void this.#start();
  }

  async #start(): Promise<void> {
    this.failed = null;
    await loadSession().catch((error: unknown) => (this.failed = asApiError(error)));
  }

  override render() {
    document.documentElement.lang = lang.value;
    if (this.failed)
      return html`<main class="plain" tabindex="-1">
        ${loadFailure(t().frame.unreachable, this.failed, () => void this.#start(), true)}
      </main>`;
    if (session.value === undefined) return html`<main class="plain">${loadingLines(3)}</main>`;
    const [page = '', token = ''] = route.value.path;
    if (page === 'invitation') return this.#outside(t().invitation.title, invitation(token));
    if (session.value === null) return this.#signIn();
    const place = this.#place(route.value);
    this.#fetch(route.value);
    this.#sitDown();
    document.title = `${place.title} · ${t().frame.title}`;
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t().frame.skip}</a>
      ${this.#header()}
      <hx-line></hx-line>
      <main id="main" tabindex="-1">
        ${this.signOutFailed ? html`<p class="problems" role="alert">${t().frame.signOutFailed}</p>` : nothing}
        ${this.#tabs()} ${place.view}
      </main>
      <hx-keys></hx-keys>
      <dialog class="renew" aria-labelledby="sign-in-title" @cancel=${postponeSignIn}>
        ${renewing.value ? html`<hx-sign-in again></hx-sign-in>` : nothing}
      </dialog>`;
  }

  override updated(): void {
    const dialog = this.querySelector<HTMLDialogElement>('dialog.renew');
    if (dialog && renewing.value && !dialog.open) void this.#askAgain(dialog);
    if (dialog && !renewing.value && dialog.open) dialog.close();
    this.#arrive();
  }

  /** The address is known by then, so the password is what is asked for. */
  async #askAgain(dialog: HTMLDialogElement): Promise<void> {
    dialog.showModal();
    await dialog.querySelector<ConsoleElement>('hx-sign-in')?.updateComplete;
    dialog.querySelector<HTMLElement>('#sign-in-password')?.focus();
  }

  /** Pages come when they are first visited. */
  #fetch({ path: [page = '', , part = ''] }: Route): void {
    const acting = role()?.role;
    if (!acting) return;
    const load = part === 'publish' ? publishing : pageFor(acting, page || homeOf(acting))?.page.load;
    if (load) void bring(load);
  }

  /** What waits for a coordinator outside of the inbox. */
  #sitDown(): void {
    const acting = role();
    const desk = acting?.role === 'coordinator' ? `${session.value?.id}/${acting.tenant}` : '';
    if (desk === this.#desk) return;
    this.#desk = desk;
    if (acting?.tenant && desk) void lookForUndelivered(acting.tenant);
  }

  /** After a move the page takes the focus, so that a screen reader says where one is; not on the first page. */
  #arrive(): void {
    const address = session.value === null ? 'sign-in' : route.value.path.join('/') || '/';
    if (session.value === undefined || address === this.#arrived) return;
    const first = this.#arrived === '';
    this.#arrived = address;
    if (!first) this.querySelector('main')?.focus();
  }

  #signIn() {
    return this.#outside(t().signIn.title, html`<hx-sign-in></hx-sign-in>`);
  }

  /** For whoever isn't signed in. */
  #outside(title: string, view: TemplateResult) {
    document.title = title;
    return html`<header class="top">
        <div class="top-inner">
          <span class="brand">${brand()}${t().frame.product}</span>${this.#langButton()}
        </div>
      </header>
      <main class="plain" tabindex="-1">${view}</main>`;
  }

  #header() {
    const words = t().frame;
    return html`<header class="top">
      <div class="top-inner">
        <a class="brand" href="#/">${brand()}${words.product}</a>
        ${this.#tenant()}
        <nav aria-label=${words.nav}>${this.#links()}</nav>
        <div class="top-end">
          <span class="who" lang=${langOf(session.value?.name ?? '')}>${session.value?.name}</span>
          ${this.#langButton()}
          <button type="button" class="top-button" @click=${() => void this.#leave()}>
            ${words.signOut}
          </button>
        </div>
      </div>
    </header>`;
  }

  #tenant() {
    const roles = session.value?.roles ?? [];
    if (roles.length < 2) {
      const name = role()?.tenantName ?? '';
      return html`<span class="tenant" lang=${langOf(name)}>${name}</span>`;
    }
    return html`<select class="tenant" aria-label=${t().frame.acting} @change=${this.#switch}>
      ${roles.map((one, index) => html`<option value=${index} ?selected=${one === role()}>${one.tenantName ?? t().frame.tenants}</option>`)}
    </select>`;
  }

  #switch = (event: Event): void => {
    chooseRole(Number((event.target as HTMLSelectElement).value));
    location.hash = '#/';
  };

  #links() {
    const acting = role()?.role;
    if (!acting) return nothing;
    const [here = ''] = route.value.path;
    const current = here === 'letters' ? 'letters' : pageFor(acting, here || homeOf(acting))?.section.name;
    return sectionsFor(acting).map(
      (section) =>
        html`<a href=${to(addressOf(section))} aria-current=${section.name === current ? 'page' : nothing}
          >${nameOf(section)}${section.name === 'settings' ? undeliveredMark() : nothing}</a
        >`,
    );
  }

  /** The pages of a section, one beside the other, so that the navigation stays short. */
  #tabs() {
    const acting = role()?.role;
    const [here = '', id = ''] = route.value.path;
    const found = acting && pageFor(acting, here || homeOf(acting));
    if (!found || id) return nothing;
    const section = sectionsFor(acting).find(({ name }) => name === found.section.name);
    if (!section || section.pages.length < 2) return nothing;
    return html`<nav class="filters section-tabs" aria-label=${t().sections[section.name]}>
      ${section.pages.map(
        ({ path }) =>
          html`<a class="filter" href=${to(path)} aria-current=${path === found.page.path ? 'page' : nothing}
            >${t().pages[path]}</a
          >`,
      )}
    </nav>`;
  }

  #langButton() {
    const next = lang.value === 'en' ? 'zh-CN' : 'en';
    return html`<button type="button" class="top-button" lang=${next} @click=${() => chooseLang(next)}>
      ${t().frame.otherLang}
    </button>`;
  }

  async #leave(): Promise<void> {
    this.signOutFailed = false;
    await signOut().catch(() => (this.signOutFailed = true));
  }

  #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  };

  #place({ path }: Route): Place {
    const [page = '', id = '', part = ''] = path;
    const words = t().frame;
    const acting = role()?.role;
    if (!acting) return { title: words.title, view: message(words.noRole, '') };
    if (page === 'letters' && id && part === 'publish')
      return { title: id, view: html`<hx-publish-page number=${id}></hx-publish-page>` };
    if (page === 'letters' && id)
      return { title: id, view: html`<hx-letter-page number=${id}></hx-letter-page>` };
    const found = pageFor(acting, page || homeOf(acting));
    if (found) return { title: t().pages[found.page.path], view: found.page.view(id) };
    return {
      title: words.notFound,
      view: message(words.notFound, isPage(page) ? words.notForRole : words.notFoundHint),
    };
  }
}

/** Its code comes with it: hardly anybody needs it twice. */
function invitation(token: string): TemplateResult {
  void bring(() => import('../pages/invitation-page.ts'));
  return html`<hx-invitation-page token=${token}></hx-invitation-page>`;
}

const publishing = () => import('../pages/publish-page.ts');

/** Where a section's link leads: home has the empty address, and the settings show what wasn't delivered. */
function addressOf({ name, pages }: Section): string {
  if (name === 'settings' && undelivered.value > 0) return 'deliveries';
  const path = pages[0]!.path;
  return path === homeOf(role()!.role) ? '' : path;
}

const nameOf = ({ name, pages }: Section): string =>
  pages.length === 1 ? t().pages[pages[0]!.path] : t().sections[name];

function undeliveredMark(): TemplateResult | typeof nothing {
  const { value } = undelivered;
  if (value === 0) return nothing;
  return html`<span class="nav-mark" aria-hidden="true">${value}</span
    ><span class="unseen"> ${t().settings.undelivered(value)}</span>`;
}

function message(title: string, text: string): TemplateResult {
  return html`<div class="state">
    <h1 class="state-title">${title}</h1>
    <p>${text}</p>
    <a href="#/">${t().frame.backToInbox}</a>
  </div>`;
}

function brand(): TemplateResult {
  return html`<svg class="brand-mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path
      d="M3 6h18v12H3zM3.5 6.5 12 13l8.5-6.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linejoin="round"
    />
  </svg>`;
}

customElements.define('hx-console', ConsoleApp);
