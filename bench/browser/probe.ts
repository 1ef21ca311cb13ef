/** Runs inside the page, before anything of its own; the functions here must stand alone. */
import type { Marks } from './subjects.ts';

/** What the page itself noticed. Times are milliseconds since the navigation began. */
export interface Noticed {
  /** A person could write: the fields are there, laid out and enabled. */
  usable: number | null;
  /** Everything that comes from the service is shown. */
  all: number | null;
  /** Scripts fetched until the form could be used. */
  scriptsUntilUsable: number;
  /** Durations of the tasks over 50 ms since the first script was there: the page's own come before. */
  longTasks: number[];
  cls: number;
}

declare global {
  interface Window {
    noticed: Noticed;
  }
}

/** Looks once a frame, in the same way for every subject. */
export function watch(marks: Marks): void {
  const noticed: Noticed = { usable: null, all: null, scriptsUntilUsable: 0, longTasks: [], cls: 0 };
  window.noticed = noticed;
  new PerformanceObserver((list) => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const begin = Math.min(...scripts.map((entry) => (entry as PerformanceResourceTiming).responseEnd));
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= begin) noticed.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      noticed.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const ready = (element: HTMLInputElement | null) =>
    Boolean(element && !element.disabled && element.getClientRects().length);
  const look = () => {
    const host = document.querySelector(marks.host);
    const scope = host?.shadowRoot ?? host;
    if (
      scope &&
      noticed.usable === null &&
      marks.usable.every((field) => ready(scope.querySelector(field)))
    ) {
      noticed.usable = performance.now();
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      noticed.scriptsUntilUsable = files.filter(
        ({ name, responseEnd }) => name.endsWith('.js') && responseEnd && responseEnd <= noticed.usable!,
      ).length;
    }
    if (
      scope &&
      noticed.usable !== null &&
      marks.all.every(([of, least]) => scope.querySelectorAll(of).length >= least)
    )
      if (!marks.figure || /\d/.test(scope.querySelector(marks.figure)?.textContent ?? ''))
        noticed.all = performance.now();
    if (noticed.all === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
