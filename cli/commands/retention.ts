import { limits } from '../../contract/limits.ts';
import { retention } from '../../contract/staff.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

const { retentionMonthsMin, retentionMonthsMax } = limits;

export const retentionShow: CliCommand = {
  summary: 'Tells for how long contact details and attachments are kept',
  help: `huixin retention show --tenant SLUG

  --tenant  whose setting; its coordinator and the centre may ask

Contact details and attachments are erased so many months after their letter came to rest.`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, { tenant: { type: 'string' } });
    positionals(given, []);
    const tenant = required(values.tenant, '--tenant');
    const client = await environmentClient(io.env);
    const answer = await client.get(`/v1/staff/retention?tenant=${encodeURIComponent(tenant)}`);
    const { months, since } = retention.parse(answer);
    io.out(`${tenant}: ${monthWords(months)} after a letter came to rest${since ? `, since ${since}` : ''}`);
    return 0;
  },
};

export const retentionSet: CliCommand = {
  summary: 'Changes for how long contact details and attachments are kept',
  help: `huixin retention set --tenant SLUG MONTHS

  --tenant  whose setting
  MONTHS    ${retentionMonthsMin} to ${retentionMonthsMax}; 12 where nobody has said

A longer time holds for what is still there; a shorter one from now on, not backwards. The change is recorded.`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, { tenant: { type: 'string' } });
    const { MONTHS } = positionals(given, ['MONTHS']);
    const wanted = { tenant: required(values.tenant, '--tenant'), months: monthCount(MONTHS) };
    const client = await environmentClient(io.env);
    const { months } = retention.parse(await client.post('/v1/staff/retention', wanted));
    io.out(`${wanted.tenant}: ${monthWords(months)} after a letter came to rest, from now on`);
    return 0;
  },
};

const monthWords = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`;

function monthCount(text: string): number {
  const months = Number(text);
  if (!/^\d+$/.test(text) || months < retentionMonthsMin || months > retentionMonthsMax)
    throw new UsageError(
      `MONTHS must be a whole number from ${retentionMonthsMin} to ${retentionMonthsMax}, not “${text}”.`,
    );
  return months;
}
