/**
 * The tenant's own script: the evergreen one with the profile in front, so that a page needs one round trip to show
 * everything. Its chunks import what they share from the script that is on the page, so they come under its name too.
 */
import type { Profile } from '../../contract/tenants.ts';

/** The text of a value as a script may hold it, wherever the script may stand. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** `script` is `/embed/v1.js` as built; `slug` has nothing but letters, digits and hyphens. */
export function toTenantScript(script: string, slug: string, profile: Profile): string {
  const known = literal({ lang: profile.locale, profile });
  const first = `((globalThis[Symbol.for('huixin')]??={}).profiles??={})[${literal(slug)}]=${known};\n`;
  return first + script.replaceAll('./chunks/', `./${slug}/chunks/`);
}

/** `chunk` is a file of `/embed/chunks/` as built. */
export function toTenantChunk(chunk: string, slug: string): string {
  return chunk.replaceAll('../v1.js', `../../${slug}.js`);
}
