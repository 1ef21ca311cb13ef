/** One letter of the data set of eight tenants, lived through the API at times of its own. */
import { vi } from 'vitest';
import type { Receipt, WriterLetter } from '../../../contract/letters.ts';
import type { Level, Outcome, Solved } from '../../../contract/vocabulary.ts';
import { addDays, dayOf } from '../../../core/index.ts';
import { call, fromAnywhere, send, solved } from '../app.ts';

export type Headers = Record<string, string>;
export const DAY = 86_400_000;

/** Lets the service's clock stand at a time; only `Date.now` is moved, timers go on. */
export const stand = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

export interface Place {
  slug: string;
  officer: Headers;
  coordinator: Headers;
}

export class Life {
  readonly place: Place;
  /** When it began; every step says how many days after that it happens. */
  readonly begun: number;
  private receipt!: Receipt;

  constructor(place: Place, begun: number) {
    this.place = place;
    this.begun = begun;
  }

  get number(): string {
    return this.receipt.number;
  }

  /** A letter through the public door. */
  async sent(more: Record<string, unknown> = {}): Promise<this> {
    stand(this.begun);
    this.receipt = await send(this.place.slug, {
      department: 'd01',
      contact: { name: '王小二', phone: '13800001111' },
      ...more,
    });
    return this;
  }

  /** Another letter of the same place, begun some days later. */
  async another(days: number, more: Record<string, unknown> = {}): Promise<Life> {
    return new Life(this.place, this.begun + days * DAY).sent(more);
  }

  /** A step by the coordinator. */
  async staff(days: number, command: string, body: object = {}, by = this.place.coordinator): Promise<void> {
    stand(this.begun + days * DAY);
    await this.ask(`/v1/staff/letters/${this.number}/${command}`, by, body);
  }

  officer(days: number, command: string, body: object = {}): Promise<void> {
    return this.staff(days, command, body, this.place.officer);
  }

  async writer(days: number, what: string, body: object = {}): Promise<void> {
    stand(this.begun + days * DAY);
    const headers = { Authorization: `Letter ${this.receipt.accessKey}`, ...fromAnywhere() };
    await this.ask(`/v1/letters/${this.number}/${what}`, headers, body);
  }

  async reader(days: number, what: 'endorsements' | 'verdicts', body: object = {}): Promise<void> {
    stand(this.begun + days * DAY);
    const challenge = await solved(this.place.slug);
    const path = `/v1/tenants/${this.place.slug}/letters/${this.number}/${what}`;
    await this.ask(path, fromAnywhere(), { ...body, challenge });
  }

  accept(days: number, department = 'd01'): Promise<void> {
    return this.staff(days, 'accept', { department });
  }

  reply(days: number, outcome: Outcome, promisedIn?: number): Promise<void> {
    const promisedFor = addDays(dayOf(this.begun + days * DAY, 'Asia/Shanghai'), promisedIn ?? 0);
    return this.staff(days, 'reply', {
      type: 'final',
      body: `关于${this.number}反映的档案保管费：经查，依据人社部发〔2014〕90号，保管费已于当月取消，已通知窗口执行。`,
      outcome,
      ...(promisedIn === undefined ? {} : { promisedFor }),
    });
  }

  rate(days: number, level: Level, answer: Solved): Promise<void> {
    return this.writer(days, 'ratings', { level, solved: answer });
  }

  /** As its writer sees it. */
  async mine(days: number): Promise<WriterLetter> {
    stand(this.begun + days * DAY);
    const headers = { Authorization: `Letter ${this.receipt.accessKey}` };
    return (await call(`/v1/letters/${this.number}`, { headers })).json<WriterLetter>();
  }

  /** Accepted, and its files looked at. */
  async open(days: number): Promise<void> {
    await this.accept(days);
    const path = `/v1/staff/letters/${this.number}`;
    const { files } = await (
      await call(path, { headers: this.place.coordinator })
    ).json<{ files: { id: string }[] }>();
    for (const { id } of files) await call(`${path}/files/${id}`, { headers: this.place.coordinator });
  }

  private async ask(path: string, headers: Headers, json: object): Promise<void> {
    const answer = await call(path, { headers, json });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}
