import { describe, expect, test } from 'vitest';
import {
  accepted,
  at,
  coordinator,
  finalReply,
  importer,
  officer,
  rating,
  reader,
  reopened,
  replied,
  Story,
  submitted,
  writer,
} from '../test/story.ts';

function repliedTwice(): Story {
  const story = reopened();
  story.does(officer, finalReply('explained'), '2026-03-10');
  return story;
}

describe('a rating', () => {
  test.each([3, 4, 5] as const)('of %i closes the letter', (level) => {
    const story = replied();
    expect(story.does(writer, rating(level), '2026-03-06')).toEqual(['rated', 'closed']);
    expect(story.events.at(-1)).toMatchObject({ reason: 'rated' });
    expect(story.letter).toMatchObject({ status: 'closed', contested: false, closedAt: at('2026-03-06') });
  });

  test.each([1, 2] as const)(
    'of %i reopens the letter: contact in a working day, answer in 15 days',
    (level) => {
      const story = replied();
      expect(story.does(writer, rating(level, 'no'), '2026-03-06')).toEqual(['rated', 'reopened']);
      expect(story.letter).toMatchObject({ status: 'accepted', round: 2, contactBy: { day: '2026-03-09' } });
      expect(story.letter.clock).toMatchObject({
        unit: 'calendar',
        anchor: '2026-03-06',
        budget: 15,
        due: { day: '2026-03-23' },
      });
    },
  );

  test('comes once per final reply', () => {
    const story = replied();
    story.does(writer, rating(5), '2026-03-06');
    expect(story.refuses(writer, rating(1), '2026-03-06')).toBe('already_rated');
    expect(reopened().refuses(writer, rating(5), '2026-03-06')).toBe('already_rated');
  });

  test('needs a final reply', () => {
    expect(submitted().refuses(writer, rating(5), '2026-03-02')).toBe('not_rateable');
    expect(accepted().refuses(writer, rating(5), '2026-03-04')).toBe('not_rateable');
  });

  test('is possible for 15 days, whether or not anybody swept', () => {
    expect(replied().refuses(writer, rating(5), '2026-03-19 23:59')).toBeNull();
    expect(replied().refuses(writer, rating(5), '2026-03-20 00:00')).toBe('not_rateable');
  });

  test('comes from the writer', () => {
    for (const actor of [officer, coordinator, reader])
      expect(replied().refuses(actor, rating(5), '2026-03-05')).toBe('forbidden');
  });

  test('from a file may be older than the silence before closing', () => {
    const story = submitted({ channel: 'import' });
    story.does(importer, { name: 'accept', department: 'a' }, '2026-03-03');
    story.does(importer, finalReply('resolved'), '2026-03-04');
    expect(story.does(importer, rating(5), '2026-06-01')).toEqual(['rated', 'closed']);
  });
});

describe('a reopened letter', () => {
  test('rated well again closes', () => {
    const story = repliedTwice();
    expect(story.does(writer, rating(4), '2026-03-12')).toEqual(['rated', 'closed']);
    expect(story.letter).toMatchObject({ contested: false });
    expect(story.letter.ratings.map(({ round, level }) => [round, level])).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  test('rated badly again closes as contested', () => {
    const story = repliedTwice();
    expect(story.does(writer, rating(2, 'no'), '2026-03-12')).toEqual(['rated', 'closed']);
    expect(story.events.at(-1)).toMatchObject({ reason: 'contested' });
    expect(story.letter).toMatchObject({ status: 'closed', contested: true });
    expect(story.refuses(writer, rating(5), '2026-03-12')).toBe('already_rated');
  });

  test('records once that its writer was contacted', () => {
    const story = reopened();
    const contact = { name: 'contact' } as const;
    story.does(officer, contact, '2026-03-06');
    expect(story.letter.contactedAt).toBe(at('2026-03-06'));
    expect(story.refuses(officer, contact, '2026-03-06')).toBe('already_contacted');
    expect(accepted().refuses(officer, contact, '2026-03-04')).toBe('not_reopened');
    expect(replied().refuses(officer, contact, '2026-03-05')).toBe('not_reopened');
  });
});
