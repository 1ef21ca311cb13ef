/** What went wrong, said where it happened: of a form, of a page that could not be fetched. */
import { type TemplateResult, html, nothing } from 'lit';
import type { ApiError } from '../lib/api.ts';
import type { Form, Values } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { fieldId } from './fields.ts';

/** The service's own words where it gave some; else what happened and what to do. */
export function failureWords(error: ApiError): string {
  const words = t().errors;
  if (error.failure === 'offline') return words.offline;
  if (error.failure === 'lost') return words.lost;
  if (error.failure === 'signed-out') return words.signedOut;
  if (error.conflict) return words.conflict;
  if (error.status === 404) return words.gone;
  if (error.failure === 'refused') return error.problem.detail ?? words.refused;
  return words.broken;
}

export interface ProblemOptions {
  /** Fetches what the form is about again, where it may have changed. */
  reload?: () => void;
  /** What to do where no answer came and it may have been done: there is nothing to reload. */
  lost?: string;
}

/** The summary above a form, focused when it appears, with a way to each field. */
export function formProblems<V extends Values>(
  form: Form<V>,
  { reload, lost }: ProblemOptions = {},
): TemplateResult | typeof nothing {
  const errors = Object.entries(form.errors);
  const { problem } = form;
  if (errors.length === 0 && !problem) return nothing;
  const mayReload =
    problem && reload && (problem.status === 409 || problem.status === 412 || problem.failure === 'lost');
  // The button goes with the problem: the form's next stop takes the focus.
  const again = (event: Event) => {
    (event.target as Element).closest('form')?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    form.forgive();
    reload?.();
  };
  return html`<div class="problems" id="${form.id}-problems" role="alert" tabindex="-1">
    ${problem ? html`<p>${(problem.failure === 'lost' && lost) || failureWords(problem)}</p>` : nothing}
    ${problem?.failure === 'broken' ? requestId(problem) : nothing}
    ${mayReload ? html`<button type="button" class="quiet-button" @click=${again}>${t().errors.reload}</button>` : nothing}
    ${errors.length > 0 ? html`<p>${t().common.sum(errors.length)}</p>` : nothing}
    ${
      errors.length > 0
        ? html`<ul>
            ${errors.map(([name, message]) => html`<li>${errorLink(form, name, message)}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

function errorLink(form: { id: string }, name: string, message: string): TemplateResult {
  const focus = () => document.getElementById(fieldId(form, name))?.focus();
  return html`<button type="button" class="link" @click=${focus}>${message}</button>`;
}

function requestId(error: ApiError): TemplateResult | typeof nothing {
  const id = error.problem.requestId;
  return id ? html`<p class="quiet">${t().errors.requestId(id)}</p>` : nothing;
}

/** Stands in for a list that could not be fetched, or for a page: then its title is the page's heading. */
export function loadFailure(title: string, error: ApiError, retry: () => void, page = false): TemplateResult {
  const gone = error.failure === 'offline' || error.failure === 'lost';
  const missing = error.status === 404;
  const words = gone
    ? t().signIn.unreachable
    : error.failure === 'broken' || missing
      ? ''
      : failureWords(error);
  const heading = page
    ? html`<h1 class="state-title">${title}</h1>`
    : html`<p class="state-title">${title}</p>`;
  if (missing) return html`<div class="state" role="alert">${heading}</div>`;
  // The button goes while it is tried again; the page keeps the focus.
  const again = (event: Event) => {
    (event.target as Element).closest('main')?.focus();
    retry();
  };
  return html`<div class="state" role="alert">
    ${heading} ${words ? html`<p>${words}</p>` : nothing} ${requestId(error)}
    <button type="button" class="button" @click=${again}>${t().common.retry}</button>
  </div>`;
}

/** Grey lines where text will be; spoken once. */
export function loadingLines(lines: number): TemplateResult {
  return html`<div class="loading">
    <p class="unseen" role="status">${t().common.loading}</p>
    ${Array.from({ length: lines }, () => html`<div class="loading-line" aria-hidden="true"></div>`)}
  </div>`;
}
