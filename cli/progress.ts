import type { Io } from './io.ts';

/** Tells how far something is: on a terminal in one line that is rewritten, else a line for every tenth. */
export function progress(io: Io, what: string, total: number): { at(done: number): void; end(): void } {
  let tenth = 0;
  const line = (done: number) => `${what}: ${done} of ${total}`;
  return {
    at(done) {
      if (io.rewrite) return io.rewrite(line(done));
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (reached <= tenth) return;
      tenth = reached;
      io.err(`${line(done)} (${reached * 10} %)`);
    },
    end() {
      if (io.rewrite) io.err('');
    },
  };
}
