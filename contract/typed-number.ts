/** A letter's number as it is written: `jm 2026 000123` is JM-2026-000123. */
export function tidyNumber(typed: string): string {
  const number = typed.normalize('NFKC').toUpperCase().trim();
  const parts = /^([A-Z0-9]{2,8}?)[^A-Z0-9]*(20\d{2})[^A-Z0-9]*(\d{6,9})$/.exec(number);
  return parts ? parts.slice(1).join('-') : number;
}
