import { origin } from '../../contract/tenants.ts';
import { positionals, readArguments } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

export const tenantAllow: CliCommand = {
  summary: 'Lets a website embed a tenant’s letterbox',
  help: `huixin tenant allow SLUG ORIGIN

  SLUG    the tenant
  ORIGIN  scheme, host and port of the website, https://www.example.gov.cn`,
  async run(args, io) {
    const { positionals: given } = readArguments(args, {});
    const { SLUG, ORIGIN } = positionals(given, ['SLUG', 'ORIGIN']);
    if (!origin.safeParse(ORIGIN).success) throw new UsageError(originWords(ORIGIN));
    const client = await environmentClient(io.env);
    await client.post(`/v1/central/tenants/${encodeURIComponent(SLUG)}/origins`, { origin: ORIGIN });
    io.out(`${ORIGIN} may embed ${SLUG}. To paste into its pages:`);
    io.out(`<script type="module" src="${client.baseUrl}/embed/v1.js"></script>`);
    io.out(
      `<huixin-letterbox tenant="${SLUG}"><a href="${client.baseUrl}/s/${SLUG}">给市政府写信</a></huixin-letterbox>`,
    );
    return 0;
  },
};

function originWords(given: string): string {
  const meant = URL.canParse(given) && /^https?:/.test(given) ? new URL(given).origin : null;
  const advice = meant
    ? `Did you mean ${meant}?`
    : 'Write it like https://www.example.gov.cn, without a path.';
  return `“${given}” is not an origin. ${advice}`;
}
