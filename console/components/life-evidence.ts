/** A tenant's activity: the level as shape, word and colour, each sign in a sentence, every time it was judged by. */
import { type TemplateResult, html, nothing, svg } from 'lit';
import type { Liveness, LivenessSign } from '../../contract/liveness.ts';
import { dayFull, dayOf, momentWords } from '../lib/dates.ts';
import { to } from '../lib/router.ts';
import { t } from '../words/index.ts';

const shapes: Record<Liveness['level'], TemplateResult> = {
  dormant: svg`<path d="M8 1.5 15 14.5H1z"/>`,
  slow: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 2a6 6 0 0 1 0 12z"/>`,
  active: svg`<path d="M6.5 13 1.8 8.3l1.6-1.6 3.1 3.1 6.1-6.1 1.6 1.6z"/>`,
};

export function levelMark(level: Liveness['level']): TemplateResult {
  return html`<span class="level level-${level}"
    ><svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="currentColor">
      ${shapes[level]}</svg
    >${t().life.liveness.levels[level]}</span
  >`;
}

export function signWords({ sign, since, never, letters }: LivenessSign): string {
  const { signs } = t().life.liveness;
  const day = dayFull(dayOf(since));
  if (sign === 'unanswered') return signs.unanswered(day, letters ?? 0);
  if (sign === 'silent') return signs.silent(day, letters ?? 0, never);
  if (sign === 'empty') return signs.empty(day);
  return signs[sign](day, never);
}

const LINKS: Partial<Record<LivenessSign['sign'], [keyof Todo, string]>> = {
  unanswered: ['inbox', to('inbox')],
  silent: ['inbox', to('inbox')],
  unseen: ['embed', to('embed')],
  empty: ['embed', to('embed')],
  unpublished: ['publish', to('inbox', { view: 'to-publish' })],
  unannounced: ['notices', to('notices')],
};
type Todo = Record<'inbox' | 'embed' | 'publish' | 'notices', string>;

/** @param own with what to do about each, for those who can */
export function signList({ signs }: Liveness, own: boolean): TemplateResult {
  const words = t().life.liveness;
  if (signs.length === 0) return html`<p class="quiet">${words.noSigns}</p>`;
  return html`<ul class="signs">
    ${signs.map((found) => {
      const link = LINKS[found.sign];
      return html`<li>
        <p>${signWords(found)}</p>
        ${
          own
            ? html`<p class="quiet">
                ${words.todo[found.sign]}
                ${link ? html`<a href=${link[1]}>${words.todoLinks[link[0]]}</a>` : nothing}
              </p>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

const TIMES = [
  'lastReceivedAt',
  'lastAnsweredAt',
  'lastPublishedAt',
  'lastNoticeAt',
  'lastSignInAt',
  'lastSeenAt',
  'createdAt',
] as const;

export function lifeTimes(life: Liveness): TemplateResult {
  const words = t().life.liveness;
  return html`<dl class="life-times">
      ${TIMES.map((name) => {
        const at = life[name];
        return html`<div>
          <dt>${words.times[name]}</dt>
          <dd>${at === null ? html`<span class="quiet">${words.never}</span>` : dayFull(dayOf(at))}</dd>
        </div>`;
      })}
    </dl>
    <p>${words.waiting(life.overdue, life.unanswered)} ${words.people(life.members, life.origins)}</p>
    <p class="quiet">${words.asOf(momentWords(life.asOf))}</p>`;
}

export function lifeRules(): TemplateResult {
  const words = t().life.liveness;
  return html`<details class="life-rules">
    <summary>${words.rules}</summary>
    <ul>
      ${words.rulesList.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}
