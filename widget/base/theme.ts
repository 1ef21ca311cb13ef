/** How a widget learns to look at home on a page, without touching it. */

export interface Theme {
  /** The page says `color-scheme: dark` (or lets the system say so) for where the widget stands. */
  dark: boolean;
  /** The page's own accent is light: dark words go on it. */
  lightAccent: boolean;
  /** The page is as white as our paper: words line up with the page's own, without a margin. */
  flush: boolean;
  /** The page's font is a bitmap or decorative one; ours takes its place. */
  ownFont: boolean;
}

const UNFIT_FONT =
  /^["']?(n?simsun|宋体|新宋体|fangsong|仿宋|kaiti|楷体|times|serif|cursive|fantasy|comic|papyrus|impact)/i;

/** Reads the theme off a probe whose colour is `CanvasText` and whose background is the page's accent. */
export function themeAt(probe: Element, host: Element): Theme {
  const { color, backgroundColor } = getComputedStyle(probe);
  const dark = (lightness(color) ?? 0) > 0.5;
  return {
    dark,
    flush: !dark && groundAt(host) > 0.99,
    lightAccent: (lightness(backgroundColor) ?? 0) > 0.45,
    ownFont: UNFIT_FONT.test(getComputedStyle(host).fontFamily),
  };
}

/** How light the page is where the host stands. */
function groundAt(host: Element): number {
  for (let element: Element | null = host; element; element = element.parentElement) {
    const ground = lightness(getComputedStyle(element).backgroundColor);
    if (ground !== null) return ground;
  }
  return 1;
}

/** 0 black … 1 white of an `rgb()` or `rgba()` colour; null where it is transparent. */
export function lightness(color: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? null : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
