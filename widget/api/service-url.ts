/**
 * Where the service lives, told from the address of its script: everything before `/embed/`. So a site may serve both
 * under a name or a path of its own (product.md §11).
 */
export function serviceUrl(scriptUrl: string): string {
  const path = scriptUrl.replace(/[?#].*$/, '');
  const cut = path.lastIndexOf('/embed/');
  return cut < 0 ? new URL(scriptUrl).origin : path.slice(0, cut);
}
