/** What a webmaster pastes (interface.md "On a page"). The service's address is the console's own. */

/** Names come from the directory and go into markup somebody pastes: escaped. */
function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const script = () => `<script type="module" src="${location.origin}/embed/v1.js"></script>`;

export function letterboxSnippet(tenant: string, linkText: string): string {
  const link = `<a href="${hostedAddress(tenant)}">${escape(linkText)}</a>`;
  return `${script()}\n<huixin-letterbox tenant="${escape(tenant)}">${link}</huixin-letterbox>`;
}

export function elementSnippet(element: 'feed' | 'badge' | 'notices', tenant: string): string {
  return `<huixin-${element} tenant="${escape(tenant)}"></huixin-${element}>`;
}

export const stillSnippet = () =>
  'huixin-letterbox { display: block; min-height: 1240px }\n@media (max-width: 600px) { huixin-letterbox { min-height: 1500px } }';

export const cspSnippet = () => `script-src ${location.origin}; connect-src ${location.origin}`;

export function hostedAddress(tenant: string): string {
  return `${location.origin}/s/${encodeURIComponent(tenant)}`;
}
