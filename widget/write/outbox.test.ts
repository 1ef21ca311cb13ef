import { describe, expect, test } from 'vitest';
import type { Receipt, SubmitLetter } from '../../contract/letters.ts';
import { Failure } from '../api/client.ts';
import { newKey, Outbox, type OutgoingLetter, type Waiting } from './outbox.ts';

const LETTER: OutgoingLetter = { kind: 'inquiry', title: '标题', body: '正文', publish: false };
const RECEIPT = { number: 'JM-2026-000001' } as Receipt;

/** An outbox whose posts meet these answers in turn. */
function outboxMeeting(...answers: (Receipt | Failure)[]) {
  const posts: { letter: SubmitLetter; key: string }[] = [];
  const waits: Waiting[] = [];
  let challenge = 1;
  const outbox: Outbox = new Outbox({
    challenge: { answer: async () => `answer ${challenge}`, renew: () => void challenge++ },
    inPage: () => true,
    async post(letter, key) {
      posts.push({ letter, key });
      const answer = answers.shift();
      if (answer instanceof Failure) throw answer;
      if (!answer) throw new Error('one post too many');
      return answer;
    },
    onWaiting(waiting) {
      if (!waiting) return;
      waits.push(waiting);
      queueMicrotask(() => outbox.now());
    },
  });
  return { outbox, posts, waits };
}

const offline = () => new Failure(0, {});
const refused = (code: string, status = 400) => new Failure(status, { code });

describe('the outbox', () => {
  test('tries again under the same key until there is an answer', async () => {
    const { outbox, posts, waits } = outboxMeeting(offline(), refused('internal', 503), RECEIPT);
    const sent = await outbox.send(LETTER, 'key');
    expect(sent).toMatchObject({ result: 'sent', receipt: RECEIPT });
    expect(posts.map(({ key }) => key)).toEqual(['key', 'key', 'key']);
    expect(waits.map(({ cause }) => cause)).toEqual(['offline', 'busy']);
  });

  test('waits as long as it is told to', async () => {
    const { outbox, waits } = outboxMeeting(new Failure(429, { code: 'too_many_requests' }, 90), RECEIPT);
    const before = Date.now();
    await outbox.send(LETTER, 'key');
    expect(waits[0]!.cause).toBe('tooMany');
    expect(waits[0]!.until.getTime() - before).toBeGreaterThanOrEqual(90_000);
  });

  test('replaces a challenge that is spent or too old, but not for ever', async () => {
    const { outbox, posts } = outboxMeeting(
      refused('challenge_spent'),
      refused('challenge_expired'),
      RECEIPT,
    );
    expect((await outbox.send(LETTER, 'key')).result).toBe('sent');
    expect(posts.map(({ letter }) => letter.challenge)).toEqual(['answer 1', 'answer 2', 'answer 3']);
    const endless = outboxMeeting(...Array.from({ length: 4 }, () => refused('challenge_invalid')));
    expect((await endless.outbox.send(LETTER, 'key')).result).toBe('refused');
  });

  test('takes a refusal as an answer', async () => {
    const { outbox, posts } = outboxMeeting(refused('bad_request'));
    expect(await outbox.send(LETTER, 'key')).toMatchObject({
      result: 'refused',
      failure: { code: 'bad_request' },
    });
    expect(posts).toHaveLength(1);
  });

  test('gets the receipt of an earlier version that had arrived after all', async () => {
    const { outbox, posts } = outboxMeeting(
      offline(),
      refused('bad_request'),
      refused('idempotency_mismatch', 422),
      RECEIPT,
    );
    await outbox.send(LETTER, 'key');
    const changed = { ...LETTER, title: '改过的标题' };
    const sent = await outbox.send(changed, 'key');
    expect(sent).toMatchObject({ result: 'sent', letter: LETTER });
    expect(posts.map(({ letter }) => letter.title)).toEqual(['标题', '标题', '改过的标题', '标题']);
  });

  test('makes keys of 128 bits that differ', () => {
    const keys = new Set(Array.from({ length: 100 }, newKey));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
