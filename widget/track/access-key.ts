/** An access key as it is sent: hyphens and spaces gone, and what people mistake in Crockford's base32 put right. */
export function tidyAccessKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** A letter's number as it is written: `jm 2026 000123` is JM-2026-000123. */
export function tidyNumber(typed: string): string {
  const number = typed.normalize('NFKC').toUpperCase().trim();
  const parts = /^([A-Z0-9]{2,8}?)[^A-Z0-9]*(\d{4})[^A-Z0-9]*(\d{6,9})$/.exec(number);
  return parts ? parts.slice(1).join('-') : number;
}
