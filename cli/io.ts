/** What a command may touch of the outside: tests give it a made-up one. */
export interface Io {
  env: Readonly<Record<string, string | undefined>>;
  /** Results, on standard output: one line. */
  out(line: string): void;
  /** Everything said along the way, on standard error: one line. */
  err(line: string): void;
  /** Rewrites the last line of standard error; null where that is no terminal. */
  rewrite: ((line: string) => void) | null;
}

export const processIo: Io = {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  rewrite: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\u001b[K${line}`) : null,
};

/** 0 done · 1 refused or failed · 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/** The command line or the environment is not as it must be. */
export class UsageError extends Error {}

/** Something was refused or failed, said in words already. */
export class Failure extends Error {}

export interface CliCommand {
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  help: string;
  run(args: string[], io: Io): Promise<ExitCode>;
}
