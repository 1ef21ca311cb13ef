import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { setTimeout as pause } from 'node:timers/promises';
import { Ledger, type Acknowledged, type Sent } from './ledger.ts';

/** Under `npm start` one address may send 600 letters a minute; what must be repeated needs room below. */
const LETTERS_PER_MINUTE = 450;
const CLIENTS = 24;
/** Letters that still change. */
const RECENT = 30;

type CommandSpec = [path: string, kind: string, body: Record<string, unknown>, writes?: true];

const nextSteps: Record<string, string[]> = {
  submitted: ['accept'],
  accepted: ['reply', 'merge'],
  replied: ['publish', 'ratings'],
  closed: ['publish', 'consent'],
};

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Everything people do with a service at the same time: they write, answer, rate, revoke and read. */
export class Load {
  readonly ledger = new Ledger();
  readonly #base: string;
  readonly #tenant: string;
  readonly #staff: Record<string, string>;
  readonly #random: () => number;
  #stopping = false;
  #counter = 0;
  #askedAt: number[] = [];

  /** @param staff headers of a coordinator of the tenant; @param random numbers in [0, 1) */
  constructor(base: string, tenant: string, staff: Record<string, string>, random: () => number) {
    this.#base = base;
    this.#tenant = tenant;
    this.#staff = staff;
    this.#random = random;
  }

  /** Loads the service until `until` resolves, then waits for the last answers, most of which won't come. */
  async during(until: () => Promise<void>): Promise<void> {
    this.#stopping = false;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!this.#stopping) await this.#act();
    });
    await until();
    this.#stopping = true;
    await Promise.all(clients);
  }

  /** From now on answers may fail: the service is about to be killed. */
  expectTheWorst(): void {
    this.#stopping = true;
  }

  /** Sends again what nobody acknowledged, with the same key, until somebody does. */
  async settle(): Promise<void> {
    for (const sent of this.ledger.unanswered.values()) {
      while (this.ledger.unanswered.has(sent.key)) await this.#post(sent);
    }
  }

  /** What is told about letters over HTTP: each opens with its key, and sending it again gives the same answer. */
  async check(letters: readonly Acknowledged[]): Promise<string[]> {
    const faults: string[] = [];
    const waiting = [...letters];
    const checkers = Array.from({ length: 8 }, async () => {
      for (let letter = waiting.pop(); letter; letter = waiting.pop()) {
        const { number, title, version, accessKey } = letter;
        const read = await this.#ask(`/v1/letters/${number}`, { headers: writerOf(accessKey) });
        const told = read?.body as { number?: string; title?: string; version?: number } | undefined;
        if (read?.status !== 200 || told?.number !== number || told.title !== title)
          faults.push(`${number}: opens with ${read?.status}`);
        else if (told.version! < version)
          faults.push(`${number}: ends at ${told.version}, ${version} was told`);
        await this.#post(letter);
      }
    });
    await Promise.all(checkers);
    return faults;
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  async #act(): Promise<void> {
    const letter = this.#pick(this.ledger.letters.slice(-RECENT));
    const dice = this.#random();
    if (!letter || dice < 0.4) await this.#write(dice < 0.05 && this.#mayAsk());
    else if (dice < 0.85) await this.#command(letter);
    else await this.#read(letter);
  }

  #mayAsk(): boolean {
    this.#askedAt = [...this.#askedAt.filter((at) => at > Date.now() - 60_000), Date.now()];
    return this.#askedAt.length < LETTERS_PER_MINUTE;
  }

  /** Proof of work keeps this machine busy and not the service: most letters come in at the counter. */
  async #write(byWidget: boolean): Promise<void> {
    const challenge = byWidget ? await this.#proof() : null;
    if (this.#stopping || (byWidget && challenge === null)) return;
    const title = `来信 ${++this.#counter} ${crypto.randomUUID()}`;
    const sent: Sent = {
      path: byWidget ? `/v1/tenants/${this.#tenant}/letters` : '/v1/staff/letters',
      headers: byWidget ? {} : this.#staff,
      key: crypto.randomUUID() + crypto.randomUUID(),
      title,
      body: JSON.stringify({
        kind: this.#pick(['inquiry', 'complaint', 'help']),
        title,
        body: '请问办公时间是几点到几点?周末办理吗?',
        contact: { phone: '13800001111' },
        publish: this.#random() < 0.8,
        ...(byWidget ? { challenge } : { channel: 'counter' }),
      }),
    };
    this.ledger.unanswered.set(sent.key, sent);
    await this.#post(sent);
  }

  async #proof(): Promise<string | null> {
    const asked = await this.#ask(`/v1/tenants/${this.#tenant}/challenge`);
    if (asked?.status !== 200) return null;
    const challenge = asked.body as unknown as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }

  async #post(sent: Sent): Promise<void> {
    const { path, headers, key, body } = sent;
    const json = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const answer = await this.#ask(path, { method: 'POST', headers: { ...headers, ...json }, body });
    if (answer?.status === 201)
      this.ledger.acknowledge(sent, answer.body as { number: string; accessKey: string });
    else if (answer?.status === 429) await pause(1000);
    else if (answer) this.ledger.faults.push(`a letter was answered with ${answer.status}`);
  }

  async #command(letter: Acknowledged): Promise<void> {
    const text = `说明 ${++this.#counter} ${crypto.randomUUID()}`;
    const into = this.#pick(this.ledger.letters.slice(-RECENT))!.number;
    const reply = { type: 'final', outcome: 'explained', phone: '0724-1234567' };
    const commands: CommandSpec[] = [
      ['accept', 'accepted', { department: 'd01' }],
      ['accept', 'accepted', { department: 'd02' }],
      ['reply', 'replied', { ...reply, body: text }, true],
      ['publish', 'published', { title: '公开标题', body: '公开正文' }],
      ['ratings', 'rated', { level: this.#pick([1, 3, 5]), solved: 'partly', comment: text }, true],
      ['merge', 'merged', { into }],
      ['note', 'noted', { body: text }, true],
      ['consent', 'consent_changed', { publish: this.#random() < 0.5 }],
      ['supplements', 'supplemented', { body: text }, true],
    ];
    // Mostly what comes next, so that letters get somewhere; else anything at all.
    const next = commands.filter(
      ([name]) => this.#random() < 0.8 && nextSteps[letter.status]?.includes(name),
    );
    const [path, kind, json, writes] = this.#pick(next) ?? this.#pick(commands)!;
    const byWriter = ['ratings', 'consent', 'supplements'].includes(path);
    const answer = await this.#ask(`/v1/${byWriter ? '' : 'staff/'}letters/${letter.number}/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(byWriter ? writerOf(letter.accessKey) : this.#staff),
      },
      body: JSON.stringify(json),
    });
    if (!answer && writes) this.ledger.uncertain.push({ number: letter.number, text });
    if (answer?.status === 200) {
      const version = Number(answer.body['version']);
      if (version >= letter.version) Object.assign(letter, { version, status: answer.body['status'] });
      this.ledger.done.push({ number: letter.number, version, kind, text: writes ? text : null });
    } else if (answer && answer.status !== 409 && answer.status !== 429)
      this.ledger.faults.push(`${path} was answered with ${answer.status}`);
  }

  async #read(letter: Acknowledged): Promise<void> {
    const tenant = `/v1/tenants/${this.#tenant}`;
    const [path, headers] = this.#pick<[string, Record<string, string>]>([
      [`${tenant}/letters?q=${encodeURIComponent('公开')}`, {}],
      [`${tenant}/stats`, {}],
      [tenant, {}],
      [`/s/${this.#tenant}`, {}],
      ['/v1/staff/letters', this.#staff],
      [`/v1/letters/${letter.number}`, writerOf(letter.accessKey)],
    ])!;
    const answer = await this.#ask(path, { headers });
    if (answer && answer.status !== 200)
      this.ledger.faults.push(`${path} was answered with ${answer.status}`);
  }

  /** @returns null where no whole answer came, or one that the killing made */
  async #ask(path: string, init: RequestInit = {}): Promise<Answer | null> {
    this.ledger.requests += 1;
    try {
      const response = await fetch(this.#base + path, { ...init, signal: AbortSignal.timeout(20_000) });
      const text = await response.text();
      if (response.status >= 500 && this.#stopping) return null;
      const json = response.headers.get('content-type')?.includes('json');
      return { status: response.status, body: json ? (JSON.parse(text) as Answer['body']) : {} };
    } catch (error) {
      if (!this.#stopping) this.ledger.faults.push(`${path}: ${String(error)}`);
      return null;
    }
  }
}

const writerOf = (accessKey: string) => ({ Authorization: `Letter ${accessKey}` });
