import type { ReactiveControllerHost } from 'lit';
import { type ApiError, asApiError } from './api.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';

export type Values = Record<string, string>;
export type Errors = Record<string, string>;

export interface FormOptions<V extends Values> {
  /** Unique on the page; ids of fields begin with it. */
  id: string;
  initial: V;
  /** Where typed text is kept for this tab: a letter's number, a page. Left out: nowhere. */
  scope?: string;
  /** Fields that are never stored: contact details, passwords. */
  secret?: readonly (keyof V & string)[];
}

/** What a person typed into one form, what is wrong with it, and its way to the service. All values are texts; a ticked box is `yes`. */
export class Form<V extends Values> {
  values: V;
  errors: Errors = {};
  problem: ApiError | null = null;
  busy = false;
  readonly id: string;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FormOptions<V>;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions<V>) {
    this.#host = host;
    this.#options = options;
    this.id = options.id;
    const kept = options.scope === undefined ? null : readDraft(options.scope, options.id);
    this.values = { ...options.initial, ...kept };
  }

  set(name: keyof V & string, value: string): void {
    this.values = { ...this.values, [name]: value };
    this.#keep();
    this.correct(name);
  }

  /** What was wrong with a field that isn't typed into has been seen to. */
  correct(name: string): void {
    const { [name]: _fixed, ...rest } = this.errors;
    this.errors = rest;
    this.#host.requestUpdate();
  }

  #keep(): void {
    const { scope, secret = [], initial } = this.#options;
    if (scope === undefined) return;
    const open = Object.entries(this.values).filter(([name]) => !secret.includes(name));
    if (open.some(([name, value]) => value !== initial[name]))
      writeDraft(scope, this.id, Object.fromEntries(open));
    else dropDraft(scope, this.id);
  }

  /** The problem is being looked into: what was typed stays. */
  forgive(): void {
    this.problem = null;
    this.#host.requestUpdate();
  }

  /** Empties the form and forgets its draft. */
  reset(): void {
    this.values = { ...this.#options.initial };
    this.errors = {};
    this.problem = null;
    if (this.#options.scope !== undefined) dropDraft(this.#options.scope, this.id);
    this.#host.requestUpdate();
  }

  /**
   * Checks, then sends. Whatever goes wrong, the text stays where it is and the summary takes the focus.
   * @returns what the service answered, or null.
   */
  async submit<T>(check: () => Errors, sending: () => Promise<T>): Promise<T | null> {
    const answer = await this.ask(check, sending);
    if (answer !== null) this.reset();
    return answer;
  }

  /** The same where what was typed goes on being worked with. */
  async ask<T>(check: () => Errors, sending: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null;
    this.problem = null;
    this.errors = check();
    if (Object.keys(this.errors).length > 0) return this.#fail();
    this.busy = true;
    this.#host.requestUpdate();
    try {
      const answer = await sending();
      this.busy = false;
      this.#host.requestUpdate();
      return answer;
    } catch (error) {
      this.busy = false;
      this.problem = asApiError(error);
      for (const { path, message } of this.problem.problem.errors ?? []) this.errors[path] ??= message;
      return this.#fail();
    }
  }

  async #fail(): Promise<null> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector<HTMLElement>(`#${this.id}-problems`)?.focus();
    return null;
  }
}
