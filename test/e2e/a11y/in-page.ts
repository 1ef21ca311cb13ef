/**
 * Questions put to a page from inside, shadow roots included. Each function travels to the browser as it is written,
 * so it stands alone.
 */

/** What lies beyond the right edge, or is cut off where nobody can get at it. */
export function lost(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  const named = (element: Element) =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}`;
  const field = (element: Element) => /^(?:input|textarea|select|option|html|body)$/.test(element.localName);

  /** Words that begin left of where a clip begins. */
  const clippedWords = (element: Element, from: number) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      range.selectNodeContents(node);
      const left = Math.min(...[...range.getClientRects()].map((rect) => rect.left));
      if (/[\p{L}\p{N}]/u.test(node.textContent!) && left < from - 1)
        found.push(`begins ${Math.round(from - left)} px too far left: ${node.textContent}`);
    }
  };
  const look = (element: Element, style: CSSStyleDeclaration, scrolled: boolean) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.right < 0 || box.bottom < 0) return;
    const words = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.textContent!),
    );
    const inset = /^inset\(0px 0px 0px (\d+)px\)$/.exec(style.clipPath);
    if (inset) clippedWords(element, box.left + Number(inset[1]));
    const wide = element.scrollWidth - element.clientWidth;
    if (!scrolled && (words || field(element)) && box.right > width + 1)
      found.push(`beyond the edge by ${Math.round(box.right - width)} px: ${named(element)}`);
    if (field(element)) return;
    const cuts =
      /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`) && style.webkitLineClamp === 'none';
    if (cuts && (wide > 1 || element.scrollHeight > element.clientHeight + 1))
      found.push(`cut off: ${named(element)}`);
    if (words && style.display !== 'inline' && style.overflowX === 'visible' && wide > 2)
      found.push(`runs out of its box by ${wide} px: ${named(element)}`);
  };
  const walk = (element: Element, scrolled: boolean) => {
    const style = getComputedStyle(element);
    if (style.display !== 'contents' && !element.checkVisibility()) return;
    // Kept for screen readers, or for machines.
    if (style.overflow === 'hidden' && element.clientWidth <= 1 && element.clientHeight <= 1) return;
    if (style.display !== 'contents') look(element, style, scrolled);
    const within = scrolled || /auto|scroll/.test(style.overflowX);
    const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedElements() : [];
    for (const child of [...(element.shadowRoot?.children ?? element.children), ...slotted])
      walk(child, within);
  };
  walk(document.body, false);
  const over = document.scrollingElement!.scrollWidth - width;
  if (over > 0) found.unshift(`the page scrolls sideways by ${over} px`);
  return [...new Set(found)].slice(0, 8);
}

/** Controls that are too small to hit, or that something else lies upon; links within a sentence may be as small as its letters. */
export function unreachable(least: number): string[] {
  const found: string[] = [];
  // Nobody comes to what lies under an open dialog.
  const modal = document.querySelector('dialog:modal');
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (modal && !modal.contains(element)) continue;
      if (!element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary')) continue;
      if (element.closest('[hidden], [aria-hidden=true]') || !element.checkVisibility()) continue;
      const target = element.matches('[type=radio], [type=checkbox]')
        ? (element.closest('label') ?? element)
        : element;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = target.getBoundingClientRect();
      if (box.right <= 0 || box.bottom <= 0 || box.width <= 1) continue;
      const name = `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent || element.getAttribute('name') || element.getAttribute('aria-label') || '').trim().slice(0, 30)}`;
      const style = getComputedStyle(target);
      const inSentence =
        style.display === 'inline' &&
        [...(target.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.textContent!),
        );
      if (!inSentence && (box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5))
        found.push(`${Math.round(box.width)} × ${Math.round(box.height)} px: ${name}`);
      const [first] = target.getClientRects();
      const [x, y] = first
        ? [first.left + first.width / 2, first.top + Math.min(first.height / 2, 12)]
        : [0, 0];
      if (y < 0 || y > innerHeight) continue;
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; inner;) {
        hit = inner;
        inner = hit.shadowRoot?.elementFromPoint(x, y) ?? null;
        if (inner === hit) break;
      }
      if (hit && !target.contains(hit) && !hit.contains(target))
        found.push(`covered by <${hit.localName} class="${hit.getAttribute('class') ?? ''}">: ${name}`);
    }
  };
  visit(document);
  scrollTo(0, 0);
  return found;
}

/** The least spacing of text that a page must bear: WCAG 2.2, 1.4.12. Taken back with `false`. */
export function spaceOut(on: boolean): void {
  const key = 'spacing';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  Object.assign(sheet, { [key]: true });
  const apply = (root: Document | ShadowRoot) => {
    const others = root.adoptedStyleSheets.filter((one) => !(key in one));
    root.adoptedStyleSheets = on ? [...others, sheet] : others;
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) apply(element.shadowRoot);
  };
  apply(document);
}

/**
 * What keeps colours of its own where the person forces theirs: the browser sees to the contrast of everything else
 * (axe reads colours before they are forced, so it can't tell).
 */
export function unforced(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const { forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      // What a search found has system colours of its own.
      if (forcedColorAdjust !== 'auto' && element.checkVisibility() && !element.closest('svg, mark'))
        found.push(
          `keeps its own colours: <${element.localName} class="${element.getAttribute('class') ?? ''}">`,
        );
    }
  };
  visit(document);
  return found;
}

/**
 * Chinese words that screen readers are told are in another language. Names within an English sentence are let pass, as
 * WCAG 3.1.2 does, and so is what is typed or can be picked from a list.
 */
export function mislabelled(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot, around: string) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!;
      const said = parent.closest('[lang]')?.getAttribute('lang') ?? around;
      const text = parent.textContent!;
      if (!/\p{Script=Han}/u.test(node.textContent!) || /[a-z]{2}/i.test(text) || said.startsWith('zh'))
        continue;
      if (parent.closest('option, textarea, script, style, title')) continue;
      if (parent.checkVisibility())
        found.push(
          `said to be ${said}: <${parent.localName} class="${parent.className}"> ${node.textContent!.trim().slice(0, 30)}`,
        );
    }
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot)
        visit(element.shadowRoot, element.closest('[lang]')?.getAttribute('lang') ?? around);
  };
  visit(document, document.documentElement.lang);
  return found;
}

/** Things that move though the person asked for less of it. */
export function moving(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const { transitionDuration, animationDuration, animationName, scrollBehavior } =
        getComputedStyle(element);
      const moves =
        /[1-9]/.test(transitionDuration) || (animationName !== 'none' && /[1-9]/.test(animationDuration));
      if (moves || scrollBehavior === 'smooth')
        found.push(`moves: <${element.localName} class="${element.getAttribute('class') ?? ''}">`);
    }
  };
  visit(document);
  return [...new Set(found)];
}

/**
 * Begins to note what a screen reader would say unasked: what comes into live regions that were there before, and
 * alerts, which are said wherever they appear. Read it with `heard`.
 */
export function listen(): void {
  const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
  const say = (text: string | null) => {
    const words = (text ?? '').replace(/\s+/g, ' ').trim();
    if (words && heard.at(-1) !== words) heard.push(words);
  };
  const hear = (changes: MutationRecord[]) => {
    const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    const isNew = (element: Element) => [...added].some((node) => node.contains(element));
    for (const node of added)
      if (node instanceof Element)
        for (const alert of [node, ...node.querySelectorAll('[role=alert]')])
          if (alert.matches('[role=alert]')) say(alert.textContent);
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const live = element?.closest('[role=status], [role=alert], [aria-live]');
      if (live && !isNew(live) && live.checkVisibility()) say(live.textContent);
    }
  };
  const observe = (root: Document | ShadowRoot) => {
    new MutationObserver(hear).observe(root, { childList: true, characterData: true, subtree: true });
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) observe(element.shadowRoot);
  };
  observe(document);
}

export const heard = (): string[] => (window as unknown as { heard: string[] }).heard;

export interface Focused {
  /** What it is, for messages. */
  what: string;
  /** A number that stays with the element. */
  id: number;
  /** A ring at least 2 px wide around it or the label it stands in. */
  ringed: boolean;
  /** At least partly on screen and under nothing else. */
  inSight: boolean;
}

/** What has the focus, in whichever shadow root; null where it is the page itself. */
export function focused(): Focused | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const seen = ((window as unknown as { seen?: WeakMap<Element, number> }).seen ??= new WeakMap());
  const counter = window as unknown as { count?: number };
  if (!seen.has(element)) seen.set(element, (counter.count = (counter.count ?? 0) + 1));
  const ring = (one: Element | null) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
  };
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const name =
    element.getAttribute('name') ??
    element.getAttribute('aria-label') ??
    element.textContent?.trim().slice(0, 30);
  return {
    what: `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${name}`,
    id: seen.get(element)!,
    ringed: ring(element) || ring(element.closest('label')),
    inSight: inside && box.width > 0,
  };
}
