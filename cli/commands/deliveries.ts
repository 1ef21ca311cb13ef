import { type Delivery, delivery, deliveryPage } from '../../contract/webhooks.ts';
import { DELIVERY_STATES, type DeliveryState } from '../../contract/vocabulary.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

export const deliveriesList: CliCommand = {
  summary: 'Lists mail and webhook messages that found nobody',
  help: `huixin deliveries list --tenant SLUG [--state STATE]

  --tenant  whose messages; its coordinator may ask
  --state   ${DELIVERY_STATES.join(', ')}; dead where left out

A line a message, newest first: id, state, channel, kind, letter, attempts, when, why it failed last. Of mail no address
is shown; docs/operator.md and docs/webhooks.md say what the reasons mean.`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      tenant: { type: 'string' },
      state: { type: 'string' },
    });
    positionals(given, []);
    const tenant = required(values.tenant, '--tenant');
    const state = stateOf(values.state);
    const client = await environmentClient(io.env);
    let found = 0;
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ tenant, state, limit: '100', ...(cursor && { cursor }) });
      const page = deliveryPage.parse(await client.get(`/v1/staff/deliveries?${query}`));
      for (const item of page.items) io.out(lineOf(item));
      found += page.items.length;
      cursor = page.nextCursor;
    } while (cursor !== null);
    io.err(`${found} ${state}.`);
    return 0;
  },
};

export const deliveriesRedeliver: CliCommand = {
  summary: 'Sends again what found nobody, or a webhook message once more',
  help: `huixin deliveries redeliver --tenant SLUG ID [ID …]

  --tenant  whose messages
  ID        as \`huixin deliveries list\` shows it`,
  async run(args, io) {
    const { values, positionals: ids } = readArguments(args, { tenant: { type: 'string' } });
    const tenant = required(values.tenant, '--tenant');
    if (ids.length === 0) throw new UsageError('ID is missing.');
    const client = await environmentClient(io.env);
    for (const id of ids) {
      const path = `/v1/staff/deliveries/${encodeURIComponent(id)}/redeliver?${new URLSearchParams({ tenant })}`;
      io.out(lineOf(delivery.parse(await client.post(path, {}))));
    }
    return 0;
  },
};

function stateOf(given = 'dead'): DeliveryState {
  const state = DELIVERY_STATES.find((one) => one === given);
  if (!state) throw new UsageError(`--state must be one of ${DELIVERY_STATES.join(', ')}.`);
  return state;
}

/** Fields apart by tabs, so that other programs can read them. */
const lineOf = ({ id, state, channel, kind, number, attempts, createdAt, note }: Delivery): string =>
  [id, state, channel, kind, number ?? '-', attempts, createdAt, note ?? '-'].join('\t');
