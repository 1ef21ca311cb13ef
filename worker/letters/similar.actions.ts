/**
 * Letters like the one in hand. Two bounded looks: into the index of what is published, of any department, and at what the letter's
 * own department answered last, published or not. Whoever may see the letter may see these: an officer sees letters of their
 * departments only. Each look takes a fixed number of rows, so that it costs the same at any size.
 */
import type { SimilarLetter } from '../../contract/templates.ts';
import { likenesses, phrasesLike, SIMILAR_MIN, type Matter } from '../../core/similar.rules.ts';
import { shard } from '../platform/d1.ts';
import type { LetterRow } from '../schema/letters.ts';
import { answeredBy, publishedLike, repliesOf } from './similar.store.ts';
import { matterOf, toSimilar } from './similar.view.ts';
import type { Scope } from './staff.actions.ts';

const shownMax = 5;
const hitsMax = 60;
/** Fewer hits of the surer phrases than these, and the index is asked for less. */
const hitsEnough = 15;
const answeredMax = 100;
const shareOfBest = 0.5;

export async function findSimilar({ env, tenant, row, holder }: Scope): Promise<SimilarLetter[]> {
  const db = shard(env, tenant.shard);
  const asked = { title: row.title, body: row.body };
  const hits = await publishedLike(db, tenant.slug, phrasesLike(asked, 3), hitsMax);
  if (hits.length < hitsEnough)
    hits.push(...(await publishedLike(db, tenant.slug, phrasesLike(asked, 2), hitsMax)));
  const answered =
    // Who holds another tenant's letter sees no more of that tenant than anyone.
    row.department === null || holder !== null
      ? []
      : await answeredBy(db, tenant.slug, row.department, row.id, answeredMax);
  const others = new Map([...hits, ...answered].map((one) => [one.id, one]));
  others.delete(row.id);
  // A few more than are shown: of some nothing may be left to show.
  const alike = likest(asked, [...others.values()]).slice(0, 2 * shownMax);
  const sent = await repliesOf(
    db,
    tenant.slug,
    alike.map(({ id }) => id),
  );
  return alike.flatMap((other) => toSimilar(other, sent.get(other.id), tenant) ?? []).slice(0, shownMax);
}

/** Those that stand out: beside a letter about the same matter, one that only names the same street is none. Each title once. */
function likest(asked: Matter, others: readonly LetterRow[]): LetterRow[] {
  const matters = others.map(matterOf);
  const scores = likenesses(asked, matters);
  const scored = others
    .map((other, index) => ({ other, title: matters[index]!.title, score: scores[index]! }))
    .sort((a, b) => b.score - a.score || latest(b.other) - latest(a.other));
  const least = Math.max(SIMILAR_MIN, shareOfBest * (scored[0]?.score ?? 0));
  const titles = new Set<string>();
  return scored.flatMap(({ other, title, score }) => {
    if (score < least || titles.has(title)) return [];
    titles.add(title);
    return [other];
  });
}

const latest = ({ answeredAt }: LetterRow): number => answeredAt ?? 0;
