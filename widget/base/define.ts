/**
 * Gives a tag its element, unless a page that carries the script twice has it already, and unless the browser is too
 * old for our styles: then the link inside the element stays.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) || !('adoptedStyleSheets' in Document.prototype)) return;
  customElements.define(tag, element);
}
