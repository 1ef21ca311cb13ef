/** Files that came with a letter, a supplement or a reply: the event says how many, and nothing where there were none. */
export const withFiles = (files = 0): { files?: number } => (files > 0 ? { files } : {});
