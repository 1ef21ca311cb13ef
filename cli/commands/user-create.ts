import { z } from 'zod';
import { member } from '../../contract/staff.ts';
import { profile } from '../../contract/tenants.ts';
import { STAFF_ROLES } from '../../contract/vocabulary.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { type Client, environmentClient } from '../client.ts';
import { type CliCommand, Failure, UsageError } from '../io.ts';

const created = member.extend({ password: z.string().nullish() });

export const userCreate: CliCommand = {
  summary: 'Creates a member of staff',
  help: `huixin user create --email ADDRESS --name NAME --role officer|coordinator|central
                   [--tenant SLUG] [--department NAME …] [--jurisdiction CODE] [--password PASSWORD]

  --role          officer and coordinator belong to a --tenant, central to a --jurisdiction (42, 4208, 420822)
  --department    an officer's department, by name or id; once for each
  --password      10 characters or more; one is made and shown once where left out`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      tenant: { type: 'string' },
      jurisdiction: { type: 'string' },
      department: { type: 'string', multiple: true },
      password: { type: 'string' },
    });
    positionals(given, []);
    const role = STAFF_ROLES.find((known) => known === values.role);
    if (!role) throw new UsageError(`--role must be one of ${STAFF_ROLES.join(', ')}.`);
    const wanted = {
      email: required(values.email, '--email'),
      name: required(values.name, '--name'),
      role,
      ...(role === 'central'
        ? { jurisdiction: required(values.jurisdiction, '--jurisdiction') }
        : { tenant: required(values.tenant, '--tenant') }),
      ...(values.password !== undefined && { password: values.password }),
    };
    const names = values.department ?? [];
    if (role === 'officer' && names.length === 0)
      throw new UsageError('--department is missing for an officer.');
    if (role !== 'officer' && names.length > 0) throw new UsageError('--department is for officers only.');

    const client = await environmentClient(io.env);
    const departments = await departmentIds(client, values.tenant ?? '', names);
    const made = created.parse(await client.post('/v1/staff/members', { ...wanted, departments }));
    io.out(`Created ${made.email} (${made.name}) as ${made.role}.`);
    if (made.password) io.out(`Password, shown this once: ${made.password}`);
    return 0;
  },
};

async function departmentIds(client: Client, tenant: string, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { departments } = profile.parse(await client.get(`/v1/tenants/${encodeURIComponent(tenant)}`));
  return names.map((name) => {
    const found = departments.find((one) => one.id === name || one.name === name);
    if (found) return found.id;
    const known = departments.map((one) => one.name).join(', ');
    throw new Failure(`${tenant} has no department “${name}”. It has: ${known}.`);
  });
}
