import { writeFile } from 'node:fs/promises';
import { BULLETIN_FORMATS, bulletinId, type BulletinFormat } from '../../contract/bulletins.ts';
import { positionals, readArguments, required } from '../arguments.ts';
import { environmentClient } from '../client.ts';
import { type CliCommand, UsageError } from '../io.ts';

export const bulletinGet: CliCommand = {
  summary: 'Downloads a bulletin as .docx, .xlsx, .csv or .html',
  help: `huixin bulletin get --id ID --out FILE

  --id   of the bulletin, as the list of bulletins tells it
  --out  where to write it; the ending chooses the form: ${BULLETIN_FORMATS.map((one) => `.${one}`).join(', ')}`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      id: { type: 'string' },
      out: { type: 'string' },
    });
    positionals(given, []);
    const id = required(values.id, '--id').toLowerCase();
    const out = required(values.out, '--out');
    if (!bulletinId.safeParse(id).success) throw new UsageError(`“${id}” is not the id of a bulletin.`);
    const client = await environmentClient(io.env);
    const bytes = await client.download(`/v1/central/bulletins/${id}/${formatOf(out)}`);
    await writeFile(out, bytes);
    io.out(`${out}: ${bytes.length} bytes`);
    return 0;
  },
};

function formatOf(file: string): BulletinFormat {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const format = BULLETIN_FORMATS.find((one) => one === ending);
  if (!format)
    throw new UsageError(
      `The name of the file must end in ${BULLETIN_FORMATS.map((one) => `.${one}`).join(', ')}: ${file}`,
    );
  return format;
}
