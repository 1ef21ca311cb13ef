/** A frozen bulletin as a page or a file. What writes .docx and .xlsx is large and seldom needed: it is loaded when it is. */
import type { BulletinFormat, BulletinTableId } from '../../contract/bulletins.ts';
import { BULLETIN_ROWS_SHOWN } from '../../contract/bulletins.ts';
import type { Env } from '../platform/env.ts';
import { Refused } from '../http/problem.ts';
import { toPage, pageStyle } from './bulletin-page.view.ts';
import { shortened } from './bulletin.view.ts';
import { toCsv } from './csv.ts';
import type { BulletinDocument } from './document.ts';
import { readBulletin } from './read.actions.ts';

export const fileTypes: Record<BulletinFormat, string> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const files = [
  ['docx', '下载 Word 文档（.docx）'],
  ['xlsx', '下载电子表格（.xlsx）'],
  ['csv', '下载数据（.csv）'],
] as const;

/** @throws Refused while it is being made */
export async function bulletinFile(
  env: Env,
  id: string,
  format: BulletinFormat,
  table: BulletinTableId | null,
): Promise<Response> {
  const { content, label, title, blocks, correctedBy, jurisdiction, year, issue } = await readBulletin(
    env,
    id,
    Infinity,
  );
  if (!content || label === null) throw new Refused('bulletin_unfinished');
  const { recipients, issuer, dated } = content;
  const document: BulletinDocument = { label, title, recipients, issuer, dated, blocks };
  const headers = new Headers({ 'Content-Type': fileTypes[format], 'Cache-Control': 'no-store' });
  if (format === 'html') {
    headers.set('Content-Security-Policy', await policy());
    const short = shortened(blocks, BULLETIN_ROWS_SHOWN);
    const page = { ...document, blocks: short, correctedBy: correctedBy?.label ?? null, files };
    return new Response(String(await toPage(page)), { headers });
  }
  const ascii = `bulletin-${jurisdiction}-${year}-${issue}${table ? `-${table}` : ''}.${format}`;
  const name = encodeURIComponent(`${title}${label}.${format}`);
  headers.set('Content-Disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${name}`);
  return new Response(await bytesOf(document, format, table), { headers });
}

async function bytesOf(
  document: BulletinDocument,
  format: Exclude<BulletinFormat, 'html'>,
  table: BulletinTableId | null,
): Promise<BodyInit> {
  if (format === 'csv') return toCsv(document, table);
  if (format === 'xlsx') return (await import('./workbook.ts')).toWorkbook(document);
  const short = shortened(document.blocks, BULLETIN_ROWS_SHOWN);
  return (await import('./word.ts')).toWord({ ...document, blocks: short });
}

async function policy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pageStyle));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
