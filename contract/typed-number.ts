const withSerial = (digits: string) =>
  new RegExp(`^([A-Z0-9]{2,8}?)[^A-Z0-9]*(20\\d{2})[^A-Z0-9]*(\\d{${digits}})$`);

/** Serials have six digits, and more only beyond 999999: read the usual way first, `WH202026000001` has one meaning. */
const SHAPES = [withSerial('6'), withSerial('7,9')];

/** A letter's number as it is written: `jm 2026 000123` is JM-2026-000123. */
export function tidyNumber(typed: string): string {
  const number = typed.normalize('NFKC').toUpperCase().trim();
  for (const shape of SHAPES) {
    const parts = shape.exec(number);
    if (parts) return parts.slice(1).join('-');
  }
  return number;
}
