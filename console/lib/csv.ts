/** Tables to take along, as spreadsheets open them (RFC 4180): UTF-8 with its mark, so that Chinese survives a double click. */

/** A cell that a spreadsheet would reckon as a formula is kept as text by an apostrophe (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
