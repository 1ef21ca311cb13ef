import { profile } from '../../contract/tenants.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

export const tenantCreate: CliCommand = {
  summary: 'Creates a tenant with its departments',
  help: `huixin tenant create SLUG --name NAME --jurisdiction CODE [--prefix JM] --department NAME [--department NAME …]

  SLUG            how the tenant is named in addresses: small letters, digits, hyphens
  --name          as citizens know it, 荆门市
  --jurisdiction  its code in GB/T 2260, 420800
  --prefix        first part of its letter numbers; made from SLUG where left out
  --department    a department that answers letters; once for each
  --phone         the number to call where the website fails`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      name: { type: 'string' },
      jurisdiction: { type: 'string' },
      prefix: { type: 'string' },
      department: { type: 'string', multiple: true },
      phone: { type: 'string' },
    });
    const { SLUG } = positionals(given, ['SLUG']);
    if (!values.department) throw new UsageError('--department is missing: name at least one.');
    const wanted = {
      slug: SLUG,
      name: required(values.name, '--name'),
      jurisdiction: required(values.jurisdiction, '--jurisdiction'),
      departments: values.department,
      ...(values.prefix !== undefined && { prefix: values.prefix }),
      ...(values.phone !== undefined && { phone: values.phone }),
    };
    const client = await environmentClient(io.env);
    const made = profile.parse(await client.post('/v1/central/tenants', wanted));
    io.out(`Created ${made.tenant} (${made.name}) with ${made.departments.length} departments:`);
    for (const { id, name } of made.departments) io.out(`  ${id}  ${name}`);
    io.out(`Its page: ${client.baseUrl}/s/${made.tenant}`);
    return 0;
  },
};
