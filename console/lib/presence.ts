import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sayGone, sayPresent } from './inbox-calls.ts';

const BEAT_MS = 30_000;
/** A letter left open on an empty chair is nobody's work in hand, and must not keep a session awake. */
const IDLE_MS = 10 * 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'scroll'] as const;

/** Says that a letter is open here while somebody sits before it, and hears who else has it and whether it changed. */
export class PresenceController implements ReactiveController {
  others: readonly string[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #heard: (version: number) => void;
  #number = '';
  #timer = 0;
  #alive = Date.now();
  #said = false;

  /** @param heard told the letter's version each time */
  constructor(host: ReactiveControllerHost, heard: (version: number) => void) {
    this.#host = host;
    this.#heard = heard;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#live, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.#turn);
    addEventListener('pagehide', this.#leave);
    this.#timer = window.setInterval(this.#beat, BEAT_MS);
  }

  hostDisconnected(): void {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, this.#live, { capture: true });
    document.removeEventListener('visibilitychange', this.#turn);
    removeEventListener('pagehide', this.#leave);
    clearInterval(this.#timer);
    this.open('');
  }

  /** @param number '' for none */
  open(number: string): void {
    if (number === this.#number) return;
    this.#leave();
    this.#number = number;
    this.others = [];
    this.#beat();
  }

  #live = (): void => {
    const awake = Date.now() - this.#alive < IDLE_MS;
    this.#alive = Date.now();
    if (!awake) this.#beat();
  };

  #turn = (): void => (document.visibilityState === 'visible' ? this.#beat() : this.#leave());

  #beat = (): void => void this.#say();

  async #say(): Promise<void> {
    const number = this.#number;
    if (!number || document.visibilityState !== 'visible' || Date.now() - this.#alive > IDLE_MS) return;
    this.#said = true;
    // Whoever can't be told is told at the next beat; nobody is bothered with it.
    const heard = await sayPresent(number).catch(() => null);
    if (!heard || number !== this.#number) return;
    if (heard.others.join('\n') !== this.others.join('\n')) {
      this.others = heard.others;
      this.#host.requestUpdate();
    }
    this.#heard(heard.version);
  }

  #leave = (): void => {
    if (this.#said && this.#number) sayGone(this.#number);
    this.#said = false;
  };
}
