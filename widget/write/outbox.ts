import type { Receipt, SubmitLetter } from '../../contract/letters.ts';
import { type Failure, failureOf } from '../api/client.ts';

export type OutgoingLetter = Omit<SubmitLetter, 'challenge'>;

/** What the sending is waiting for; `until` is when it tries again by itself. */
export interface Waiting {
  cause: 'offline' | 'busy' | 'tooMany';
  until: Date;
}

export type Sent =
  | { result: 'sent'; receipt: Receipt; letter: OutgoingLetter }
  | { result: 'refused'; failure: Failure }
  | { result: 'held' };

interface Edges {
  /** One POST. Rejects with a `Failure`. */
  post(letter: SubmitLetter, key: string): Promise<Receipt>;
  challenge: { answer(): Promise<string>; renew(): void };
  onWaiting(waiting: Waiting | null): void;
  /** Whether the person could see the receipt; until then nothing is tried by the clock. */
  inPage(): boolean;
}

const BACK_OFF_SECONDS_MAX = 60;
const CHALLENGES_MAX = 3;

/** 128 bits from the browser's generator, as hex. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Sends a letter exactly once: every try carries the same key, so whether an unanswered try arrived or not, the service
 * makes one letter of all of them. Gives up only on a refusal or when the person takes the letter back.
 */
export class Outbox {
  private readonly edges: Edges;
  /** Versions of the letter that may have arrived under the present key, oldest first. */
  private versions: OutgoingLetter[] = [];
  /** Whether the service itself named the time. */
  private patience = false;
  private wake: ((why: 'now' | 'hold') => void) | null = null;

  constructor(edges: Edges) {
    this.edges = edges;
  }

  async send(letter: OutgoingLetter, key: string): Promise<Sent> {
    const text = JSON.stringify(letter);
    const older = this.versions.filter((version) => JSON.stringify(version) !== text);
    this.versions = [...older, letter];

    // An older version's turn comes only when the service says that another letter has this key.
    let sent = await this.deliver(letter, key);
    while (sent.result === 'refused' && sent.failure.code === 'idempotency_mismatch' && older.length)
      sent = await this.deliver(older.pop()!, key);
    if (sent.result === 'sent') this.versions = [];
    return sent;
  }

  /** Tries at once instead of when the wait is over. */
  now(): void {
    this.wake?.('now');
  }

  /** Tries now that the line may be back, unless the service asked for patience. */
  resume(): void {
    if (!this.patience) this.now();
  }

  /** Takes the letter back to be edited. */
  hold(): void {
    this.wake?.('hold');
  }

  private async deliver(letter: OutgoingLetter, key: string): Promise<Sent> {
    let challenges = 0;
    for (let attempt = 0; ; attempt++) {
      try {
        const challenge = await this.edges.challenge.answer();
        const receipt = await this.edges.post({ ...letter, challenge }, key);
        this.edges.challenge.renew();
        return { result: 'sent', receipt, letter };
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code.startsWith('challenge_') && ++challenges <= CHALLENGES_MAX)
          this.edges.challenge.renew();
        else if (!failure.passing) return { result: 'refused', failure };
        else if ((await this.wait(failure, attempt)) === 'hold') return { result: 'held' };
      }
    }
  }

  private async wait(failure: Failure, attempt: number): Promise<'now' | 'hold'> {
    const seconds = failure.retryAfter ?? Math.min(2 ** (attempt + 1), BACK_OFF_SECONDS_MAX);
    const cause = failure.status === 429 ? 'tooMany' : failure.status === 0 ? 'offline' : 'busy';
    this.patience = failure.retryAfter !== null;
    this.edges.onWaiting({ cause, until: new Date(Date.now() + seconds * 1000) });
    const why = await new Promise<'now' | 'hold'>((resolve) => {
      const timer = setTimeout(() => {
        this.patience = false;
        if (this.edges.inPage()) resolve('now');
      }, seconds * 1000);
      this.wake = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
    });
    this.wake = null;
    this.edges.onWaiting(null);
    return why;
  }
}
