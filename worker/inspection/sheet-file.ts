/** A workbook on its way to who asked for it. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @param ascii its name for programs that know no other letters; both without the ending */
export function toSheet(bytes: Uint8Array<ArrayBuffer>, ascii: string, name: string): Response {
  const full = encodeURIComponent(`${name}.xlsx`);
  return new Response(bytes, {
    headers: {
      'Content-Type': sheetType,
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${ascii}.xlsx"; filename*=UTF-8''${full}`,
    },
  });
}
