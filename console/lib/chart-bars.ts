/** How long bars are and what stands at their axis. Parts are drawn in per cent of the room, so that they fit every screen. */

/** A round number that is not below the largest value: what the axis ends with. At least 1. */
export function axisEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10) * power;
}

export interface Part {
  /** Where it begins and how long it is, in per cent. */
  at: number;
  size: number;
}

/** Values one behind the other; what has no size has no part. */
export function stacked(values: readonly number[], end: number): Part[] {
  let at = 0;
  return values.map((value) => {
    const part = { at: round((at / end) * 100), size: round((value / end) * 100) };
    at += value;
    return part;
  });
}

/** A hundredth of a per cent can't be seen, and long fractions only make the page longer. */
const round = (percent: number): number => Math.round(percent * 100) / 100;
