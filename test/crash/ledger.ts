import type { Row, Shard } from './consistency.ts';

/** A letter as it was sent: the same bytes go again until somebody acknowledges them. */
export interface Sent {
  path: string;
  headers: Record<string, string>;
  key: string;
  title: string;
  body: string;
}

export interface Acknowledged extends Sent {
  number: string;
  accessKey: string;
  /** The last event of it that anybody was told of, and what it said the status was. */
  version: number;
  status: string;
}

interface Done {
  number: string;
  /** Of the event that was acknowledged, which is this one or one before. */
  version: number;
  kind: string;
  /** What was written with it, never twice the same. */
  text: string | null;
}

/** What the service said it had done: after a crash it must still be true. */
export class Ledger {
  readonly unanswered = new Map<string, Sent>();
  readonly letters: Acknowledged[] = [];
  readonly done: Done[] = [];
  /** Texts whose command was not answered: written once or not at all. */
  readonly uncertain: { number: string; text: string }[] = [];
  readonly faults: string[] = [];
  requests = 0;

  acknowledge(sent: Sent, receipt: { number: string; accessKey: string }): void {
    const { number, accessKey } = receipt;
    this.unanswered.delete(sent.key);
    const before = this.letters.find((letter) => letter.key === sent.key);
    if (!before) this.letters.push({ ...sent, number, accessKey, version: 1, status: 'submitted' });
    else if (before.number !== number || before.accessKey !== accessKey)
      this.faults.push(`${before.number} was answered again as ${number}`);
  }

  /** Whatever the databases say otherwise. */
  compare(shards: readonly Shard[]): string[] {
    const rows = shards.flatMap(({ letters }) => letters);
    const events = shards.flatMap((shard) => shard.events);
    const byTitle = Map.groupBy(rows, (row) => row['title']);
    const idOf = new Map(rows.map((row) => [row['number'], row['id']]));
    const eventsOf = Map.groupBy(events, (row) => row['letter_id']);
    const timesWritten = (number: string, text: string) =>
      (eventsOf.get(idOf.get(number) ?? '') ?? []).filter(({ texts }) => bodyIn(texts) === text).length;

    const faults = this.letters.flatMap((letter) => faultsOf(letter, byTitle.get(letter.title) ?? []));
    for (const { title } of this.unanswered.values())
      if ((byTitle.get(title)?.length ?? 0) > 1) faults.push(`${title}: is there twice`);
    for (const { number, version, kind, text } of this.done) {
      const own = eventsOf.get(idOf.get(number) ?? '') ?? [];
      if (!own.some((event) => event['kind'] === kind && Number(event['seq']) <= version))
        faults.push(`${number}: ${kind} was acknowledged and is lost`);
      if (text !== null && timesWritten(number, text) !== 1)
        faults.push(`${number}: what was ${kind} is there ${timesWritten(number, text)} times`);
    }
    for (const { number, text } of this.uncertain)
      if (timesWritten(number, text) > 1) faults.push(`${number}: ${text} is there twice`);
    return [...this.faults, ...faults];
  }
}

const bodyIn = (texts: Row[string] | undefined): string | undefined =>
  typeof texts === 'string' ? (JSON.parse(texts) as { body?: string }).body : undefined;

function faultsOf({ number, title, version }: Acknowledged, rows: readonly Row[]): string[] {
  if (rows.length !== 1) return [`${number}: is there ${rows.length} times`];
  const [row] = rows as [Row];
  if (row['number'] !== number) return [`${title}: was ${number} and is ${row['number']}`];
  return Number(row['seq']) < version ? [`${number}: ends at ${row['seq']}, ${version} was told`] : [];
}
