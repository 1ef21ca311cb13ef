let again = 0;

/**
 * A part of the widget that comes when it is needed. Browsers may remember a failed import for as long as the page
 * stands, so a part that a lost line kept away is asked for under an address of its own; the error names the first one.
 */
export async function late<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (thrown) {
    const address = /https?:\S+\.js/.exec(String(thrown));
    if (!address) throw thrown;
    return (await import(/* @vite-ignore */ `${address[0]}?${++again}`)) as T;
  }
}
