/** A fixed source of chance: the same seed gives the same demo on every machine. */
export interface Random {
  /** From 0 up to 1, which it never is. */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighed<K extends string | number>(weights: readonly (readonly [K, number])[]): K;
  shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32 over an FNV-1a hash of the seed. */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighed(weights) {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
    },
    shuffled(list) {
      const deck = [...list];
      for (let at = deck.length - 1; at > 0; at--) {
        const other = int(0, at);
        [deck[at], deck[other]] = [deck[other]!, deck[at]!];
      }
      return deck;
    },
  };
}
