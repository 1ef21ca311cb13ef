import { late } from '../base/late.ts';
import { LateElement } from '../base/late-element.ts';
import type { ViewClass } from '../base/view.ts';

/**
 * What an organisation publishes unasked.
 *
 * @element huixin-notices
 * @slot - What shows where scripts, the browser or the service fail.
 * @event {CustomEvent<{}>} huixin-ready - The first page is there.
 * @event {CustomEvent<{code: string}>} huixin-error - It could not be read.
 * @csspart item - A notice.
 * @csspart button - A button.
 */
export class HuixinNotices extends LateElement {
  static override properties = { limit: { type: Number }, department: {} };

  /** Notices to a page. */
  limit = 10;
  /** Narrows the list to one department. */
  department = '';

  protected async fetchView(): Promise<ViewClass> {
    return (await late(() => import('./notices.view.ts'))).NoticesView;
  }
}
