import type { ReactiveController, TemplateResult } from 'lit';
import type { FeedItem, FeedPage, PublishedLetter } from '../../contract/letters.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { type Failure, failureOf } from '../api/client.ts';
import { late } from '../base/late.ts';
import type { View, ViewHost } from '../base/view.ts';
import { lateWords } from '../locales/late.ts';
import { repliesWords, type RepliesWords } from '../locales/replies.ts';
import { repliesStyles } from './replies.styles.ts';
import { repliesTemplate } from './replies.template.ts';

const PAGE = 10;

/** What the service answers to a reader's mark. */
interface Marks {
  endorsements: number;
  answers: number;
  doesNot: number;
}

/** Published letters with their replies: searched, narrowed, opened in place. */
export class RepliesView implements View, ReactiveController {
  readonly styles = repliesStyles;
  readonly host: ViewHost;

  items: FeedItem[] = [];
  counts: FeedPage['counts'] | null = null;
  cursor: string | null = null;
  loading = false;
  failure: Failure | null = null;
  q = '';
  kind: Kind | '' = '';
  /** Whether the list that is shown was searched or narrowed. */
  narrowed = false;
  /** Letters opened so far; null while one is fetched. */
  readonly letters = new Map<string, PublishedLetter | Failure | null>();
  readonly open = new Set<string>();

  /** What is said under a letter after a reader's mark. */
  readonly said = new Map<string, string>();

  private wanted = '';
  private turn = 0;

  constructor(host: ViewHost) {
    this.host = host;
    host.addController(this);
  }

  get words(): RepliesWords {
    return repliesWords[this.host.language];
  }

  hostUpdate(): void {
    const { tenant, language, kind = '', department = '', limit } = this.host;
    const wanted = JSON.stringify([tenant, language, kind, department, limit]);
    if (wanted === this.wanted || !tenant) return;
    this.wanted = wanted;
    this.kind = KINDS.includes(kind as Kind) ? (kind as Kind) : '';
    this.letters.clear();
    void this.load();
  }

  render(): TemplateResult {
    return repliesTemplate(this);
  }

  /** The first page anew, or the page after what is shown. */
  async load(more = false): Promise<void> {
    const { host, q, kind } = this;
    const turn = ++this.turn;
    this.loading = true;
    this.failure = null;
    host.requestUpdate();
    try {
      const query = {
        limit: host.limit ?? PAGE,
        kind,
        department: host.department,
        q: q.trim(),
        cursor: more ? (this.cursor ?? undefined) : undefined,
      };
      const page = await host.api.tenant<FeedPage>(host.tenant, '/letters', { query });
      if (turn !== this.turn) return;
      const first = this.items.length;
      this.items = more ? [...this.items, ...page.items] : page.items;
      this.cursor = page.nextCursor;
      this.counts = page.counts;
      this.narrowed = Boolean(query.q || kind);
      if (more) host.focusLater(`.letters > li:nth-child(${first + 1}) button`);
      else host.emit('ready');
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.failure = failureOf(thrown);
      host.emit('error', { code: this.failure.code });
    }
    this.loading = false;
    host.requestUpdate();
  }

  async toggle(number: string): Promise<void> {
    const { host, open, letters } = this;
    if (open.delete(number)) return host.requestUpdate();
    open.add(number);
    if (!letters.get(number) || letters.get(number) instanceof Error) {
      letters.set(number, null);
      host.requestUpdate();
      const path = `/letters/${encodeURIComponent(number)}`;
      letters.set(number, await host.api.tenant<PublishedLetter>(host.tenant, path).catch(failureOf));
    }
    host.requestUpdate();
  }

  /** A released file; the service sends it as a download. */
  fileAddress(number: string, id: string): string {
    const { api, tenant } = this.host;
    const path = [tenant, 'letters', number, 'files', id].map(encodeURIComponent).join('/');
    return `${api.base}/v1/tenants/${path}`;
  }

  /** Joins a letter, or says whether its reply answers it. */
  async mark(
    letter: PublishedLetter,
    path: 'endorsements' | 'verdicts',
    body: { answers?: boolean } = {},
  ): Promise<void> {
    const { host, said } = this;
    said.set(letter.number, this.words.marking);
    host.requestUpdate();
    try {
      const { Challenge } = await late(() => import('../challenge/challenge.ts'));
      const challenge = new Challenge(
        () => host.api,
        () => host.tenant,
      );
      const counts = await host.api.tenant<Marks>(host.tenant, `/letters/${letter.number}/${path}`, {
        body: { ...body, challenge: await challenge.answer() },
      });
      const { endorsements, answers, doesNot } = counts;
      this.letters.set(letter.number, { ...letter, endorsements, verdicts: { answers, doesNot } });
      said.set(letter.number, this.words.marked);
    } catch (thrown) {
      const failure = failureOf(thrown);
      const words = lateWords[host.language];
      said.set(letter.number, failure.status === 0 ? words.offline : failure.message || words.failed);
    }
    host.requestUpdate();
  }
}
