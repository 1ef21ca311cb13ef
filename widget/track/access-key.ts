/** An access key as it is sent: hyphens and spaces gone, and what people mistake in Crockford's base32 put right. */
export function tidyAccessKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
