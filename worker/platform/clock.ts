/** The one place that knows what time it is. Rules get it as `now`. */
export const now = (): number => Date.now();
