/** `huixin <command>`: talks to a running service over its API. */
import { bulletinGet } from './commands/bulletin-get.ts';
import { deliveriesRedeliver, deliveriesList } from './commands/deliveries.ts';
import { importFile } from './commands/import.ts';
import { retentionSet, retentionShow } from './commands/retention.ts';
import { tenantAllow } from './commands/tenant-allow.ts';
import { tenantCreate } from './commands/tenant-create.ts';
import { tokenCreate } from './commands/token-create.ts';
import { userCreate } from './commands/user-create.ts';
import { type CliCommand, type ExitCode, Failure, type Io, processIo, UsageError } from './io.ts';

const COMMANDS: Record<string, CliCommand> = {
  'tenant create': tenantCreate,
  'tenant allow': tenantAllow,
  'user create': userCreate,
  'token create': tokenCreate,
  import: importFile,
  'retention show': retentionShow,
  'retention set': retentionSet,
  'bulletin get': bulletinGet,
  'deliveries list': deliveriesList,
  'deliveries redeliver': deliveriesRedeliver,
};

const OVERVIEW = `huixin <command> --help

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(20)}  ${summary}`)
  .join('\n')}

Environment: HUIXIN_URL (http://127.0.0.1:8787 where not set) and HUIXIN_TOKEN, or HUIXIN_EMAIL and HUIXIN_PASSWORD.
Exit codes: 0 done, 1 refused or failed, 2 not understood.`;

/** Runs `huixin <args>`; answers the exit code. */
export async function main(args: readonly string[], io: Io = processIo): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    (first === undefined ? io.err : io.out)(OVERVIEW);
    return first === undefined ? 2 : 0;
  }
  const name = [args.slice(0, 2).join(' '), first].find((known) => Object.hasOwn(COMMANDS, known));
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || !command) return unknown(args, io);
  const rest = args.slice(name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, name, io);
  }
}

function unknown(args: readonly string[], io: Io): ExitCode {
  const group = Object.keys(COMMANDS).filter((name) => name.startsWith(`${args[0]} `));
  if (group.length > 0 && (args[1] === '--help' || args[1] === '-h')) {
    io.out(group.map((name) => COMMANDS[name]!.help).join('\n\n'));
    return 0;
  }
  io.err(
    group.length > 0
      ? `huixin: say which: ${group.map((name) => `huixin ${name}`).join(', ')}`
      : `huixin: there is no command “${args[0]}”.\n\n${OVERVIEW}`,
  );
  return 2;
}

function explain(error: unknown, name: string, io: Io): ExitCode {
  if (error instanceof UsageError) {
    io.err(`huixin ${name}: ${error.message}\nSee: huixin ${name} --help`);
    return 2;
  }
  if (error instanceof Failure) {
    io.err(`huixin ${name}: ${error.message}`);
    return 1;
  }
  io.err(
    `huixin ${name}: the service answered something this version doesn't understand, or a fault of ours:`,
  );
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
