import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Lang } from '../../contract/vocabulary.ts';
import type { Api } from '../api/client.ts';

/** What a view may know of and do to the element that shows it. */
export interface ViewHost extends ReactiveControllerHost, HTMLElement {
  readonly tenant: string;
  readonly language: Lang;
  readonly api: Api;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Tells the page; see the events in the element's description. */
  emit(name: 'ready' | 'submitted' | 'rated' | 'error', detail?: Record<string, string>): void;
  /** Moves the focus once the next rendering is done. Only ever after something the person did. */
  focusLater(selector: string): void;
  /** Adds a late view's styles to the element's own. */
  adopt(styles: CSSResult): void;
  /** Turns to a letter whose access key is at hand. */
  openLetter?(number: string, accessKey: string): void;
  readonly letterAtHand?: { number: string; accessKey: string } | null;
  kind?: string;
  department?: string;
  number?: string;
  elder?: boolean;
  limit?: number;
}

/** One thing an element can show. It lives as long as the element, so what was typed outlives a change of tabs. */
export interface View {
  readonly styles: CSSResult;
  render(): TemplateResult;
}

export type ViewClass = new (host: ViewHost) => View;
