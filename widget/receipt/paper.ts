/** Taking a receipt along, with what a strict CSP and a plain-http page leave: no blob, no clipboard API, no inline style. */

/** Copies by the old command; `near` lends its tree a place for the selection. Tells whether it worked. */
export function copyText(text: string, near: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.className = 'hidden-visually';
  field.value = text;
  near.after(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  near.focus();
  return done;
}

/** Looks of the printed slip. Its own sheet, because the print-out is a page of its own. */
const PRINT = `
  body { margin: 2cm; font: 12pt/1.75 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000 }
  h3 { font-size: 16pt; margin: 0 0 8pt }
  dl { margin: 0; border-top: 1pt solid #000 }
  dl > div { display: flex; padding: 5pt 0; border-bottom: .5pt solid #999 }
  dt { flex: none; width: 9em }
  dd { margin: 0; overflow-wrap: anywhere }
  .key { font: 600 15pt/1.5 ui-monospace, Consolas, monospace; letter-spacing: .04em }
`;

/** Prints the slip alone, from an empty frame inside the widget; the page itself stays as it is. */
export function printSlip(slip: Element, lang: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'hidden-visually';
  frame.title = slip.querySelector('h3')?.textContent ?? '';
  frame.onload = () => {
    const page = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!page) return;
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(PRINT);
    page.document.adoptedStyleSheets = [sheet];
    page.document.documentElement.lang = lang;
    page.document.title = frame.title;
    page.document.body.append(page.document.importNode(slip, true));
    page.onafterprint = () => frame.remove();
    page.print();
  };
  slip.after(frame);
}
