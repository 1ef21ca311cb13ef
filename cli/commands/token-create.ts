import { newToken } from '../../contract/staff.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

export const tokenCreate: CliCommand = {
  summary: 'Makes an API token for the account in use',
  help: `huixin token create --name NAME [--days DAYS]

  --name  what it is for
  --days  how long it is valid: 1 to 366, 90 where left out

The token alone is printed on standard output, this once.`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      name: { type: 'string' },
      days: { type: 'string' },
    });
    positionals(given, []);
    const wanted = {
      name: required(values.name, '--name'),
      ...(values.days !== undefined && { days: dayCount(values.days) }),
    };
    const client = await environmentClient(io.env);
    const made = newToken.parse(await client.post('/v1/staff/tokens', wanted));
    io.err(`“${made.name}” is valid until ${made.expiresAt}. Keep it now: it isn't shown again.`);
    io.out(made.token);
    return 0;
  },
};

function dayCount(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > 366)
    throw new UsageError('--days must be a whole number from 1 to 366.');
  return days;
}
