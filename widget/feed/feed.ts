import { late } from '../base/late.ts';
import { LateElement } from '../base/late-element.ts';
import type { ViewClass } from '../base/view.ts';

/**
 * Published letters and replies.
 *
 * @element huixin-feed
 * @slot - What shows where scripts, the browser or the service fail.
 * @event {CustomEvent<{}>} huixin-ready - The first page is there.
 * @event {CustomEvent<{code: string}>} huixin-error - It could not be read.
 * @csspart form - The search.
 * @csspart field - A question with its label.
 * @csspart label - A label.
 * @csspart input - A text field or a list.
 * @csspart button - A button.
 * @csspart item - A letter.
 * @csspart timeline - The way of an opened letter.
 * @csspart status - What came of a letter.
 */
export class HuixinFeed extends LateElement {
  static override properties = { limit: { type: Number }, kind: {}, department: {} };

  /** Letters to a page, 1–50. */
  limit = 10;
  /** Narrows the list to one kind. */
  kind = '';
  /** Narrows the list to one department. */
  department = '';

  protected async fetchView(): Promise<ViewClass> {
    return (await late(() => import('../replies/replies.view.ts'))).RepliesView;
  }
}
