import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { at } from '../../../scripts/root.ts';
import type { Needle } from '../../leaks/needles.ts';

/**
 * What browser tests give away of people, for the search of the service's log at the end of the run (log-search.ts): numbers and
 * addresses are found in the tests themselves, so that a new one can't be forgotten; access keys are noted as they are issued.
 */

const specs = at('test/e2e');
const personal = /(?<![\w-])(?:1[3-9]\d{9}|[1-9]\d{16}[\dX]|[\w.]+@[\w.]+\.[a-z]{2,})(?![\w-])/g;
/** What is searched for in public stands in addresses, so that a list can be shared: no test may type a person's data there. */
const searches = /^.*(?:searchbox|name=q).*$/gm;
const typed = /\.fill\((?:'[^']+', )?'([^']{6,})'\)|(?:title|body): '([^']{6,})'/g;
const issuedKeys = (): string => join(process.env['HUIXIN_E2E_STATE'] ?? '', 'issued-keys.txt');

export function seeded(): Needle[] {
  const sources = readdirSync(specs).filter((name) => /\.(?:spec|fixture)\.ts$/.test(name));
  const found = sources.flatMap((name) => {
    const source = readFileSync(join(specs, name), 'utf8');
    const texts = [...source.replaceAll(searches, '').matchAll(typed)].map(
      ([, filled, given]) => filled ?? given!,
    );
    const values = [...source.matchAll(personal)].map(([value]) => value);
    return [...values, ...texts.filter((text) => /\p{Script=Han}{4}/u.test(text))].map((value) => ({
      is: name,
      value,
    }));
  });
  const keys = existsSync(issuedKeys()) ? readFileSync(issuedKeys(), 'utf8').split('\n').filter(Boolean) : [];
  return [...found, ...keys.map((value) => ({ is: 'an access key', value }))];
}

/** Notes every access key that the service issues to pages of this context. */
export function noteKeys(context: BrowserContext): void {
  context.on('response', (response) => {
    if (response.request().method() !== 'POST' || !response.ok()) return;
    // A page that is gone has taken its answer along.
    void response.text().then(note, () => undefined);
  });
}

function note(body: string): void {
  const key = /(?:"accessKey":|name="key" value=)"([0-9A-Z-]{24})"/.exec(body)?.[1];
  if (key !== undefined) appendFileSync(issuedKeys(), `${key}\n`);
}
