/** Published replies as Atom 1.0 (RFC 4287) and JSON Feed 1.1. The same allow-listed rows as the list itself. */
import { formatInstant } from '../../core/index.ts';
import { toFeedItem, type FeedRow } from '../letters/public.view.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export interface FeedSource {
  tenant: Tenant;
  rows: readonly FeedRow[];
  origin: string;
  lang: string;
}

const titleOf = ({ tenant, lang }: FeedSource): string =>
  lang === 'en' ? `Replies of ${tenant.name}` : `${tenant.name}答复公开`;
const pageOf = ({ tenant, origin }: FeedSource, number: string): string =>
  `${origin}/s/${tenant.slug}/letters/${number}`;

/** Text for XML: markup escaped, characters that XML 1.0 forbids left out. */
const xml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);

export function toAtom(source: FeedSource): string {
  const { tenant, rows, origin, lang } = source;
  const self = `${origin}/v1/tenants/${tenant.slug}/feed.atom`;
  const updated = formatInstant(rows[0]?.answeredAt ?? 0, tenant.timeZone);
  const entries = rows.map((row) => {
    const item = toFeedItem(row, tenant, []);
    return [
      '<entry>',
      `<id>${xml(pageOf(source, item.number))}</id>`,
      `<title>${xml(item.title)}</title>`,
      `<link href="${xml(pageOf(source, item.number))}"/>`,
      `<published>${item.receivedAt}</published><updated>${item.repliedAt}</updated>`,
      `<category term="${item.kind}"/>`,
      item.departmentName ? `<author><name>${xml(item.departmentName)}</name></author>` : '',
      `<content type="text">${xml(`${row.publicBody ?? ''}\n\n${row.publicReply ?? ''}`)}</content>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(lang)}">`,
    `<id>${xml(self)}</id><title>${xml(titleOf(source))}</title><updated>${updated}</updated>`,
    `<author><name>${xml(tenant.name)}</name></author>`,
    `<link rel="self" href="${xml(self)}"/><link href="${xml(`${origin}/s/${tenant.slug}`)}"/>`,
    ...entries,
    '</feed>',
  ].join('\n');
}

export function toJsonFeed(source: FeedSource) {
  const { tenant, rows, origin, lang } = source;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(source),
    home_page_url: `${origin}/s/${tenant.slug}`,
    feed_url: `${origin}/v1/tenants/${tenant.slug}/feed.json`,
    language: lang,
    items: rows.map((row) => {
      const item = toFeedItem(row, tenant, []);
      return {
        id: pageOf(source, item.number),
        url: pageOf(source, item.number),
        title: item.title,
        content_text: `${row.publicBody ?? ''}\n\n${row.publicReply ?? ''}`,
        date_published: item.receivedAt,
        date_modified: item.repliedAt,
        tags: [item.kind],
        ...(item.departmentName ? { authors: [{ name: item.departmentName }] } : {}),
      };
    }),
  };
}
