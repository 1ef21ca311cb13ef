import { describe, expect, test } from 'vitest';
import {
  accepted,
  coordinator,
  finalReply,
  officer,
  rating,
  reader,
  reopened,
  replied,
  Story,
  submitted,
  writer,
} from '../test/story.ts';

const publish = { name: 'publish' } as const;
const withhold = { name: 'withhold', grounds: 'privacy' } as const;
const takeDown = { name: 'take-down', grounds: 'third-party' } as const;
const consent = (publish: boolean) => ({ name: 'consent', publish }) as const;
const endorse = { name: 'endorse' } as const;
const verdict = { name: 'verdict', answers: false } as const;

function published(): Story {
  const story = replied();
  story.does(officer, publish, '2026-03-05');
  return story;
}

function withoutConsent(): Story {
  const story = accepted({ consent: false });
  story.does(officer, finalReply(), '2026-03-04');
  return story;
}

describe('publishing', () => {
  test('needs an answer', () => {
    expect(submitted().refuses(officer, publish, '2026-03-02')).toBe('nothing_to_publish');
    expect(accepted().refuses(officer, publish, '2026-03-04')).toBe('nothing_to_publish');
    expect(published().letter.release).toBe('published');
  });

  test('of a decline is possible, like a reply', () => {
    const story = submitted();
    story.does(coordinator, { name: 'decline', grounds: 'petition' }, '2026-03-03');
    expect(story.does(officer, publish, '2026-03-04')).toEqual(['published']);
  });

  test('of the first reply stays possible while a reopened round runs', () => {
    expect(reopened().does(officer, publish, '2026-03-06')).toEqual(['published']);
  });

  test('needs the writer’s consent', () => {
    const story = withoutConsent();
    expect(story.refuses(officer, publish, '2026-03-05')).toBe('no_consent');
    expect(story.refuses(coordinator, withhold, '2026-03-05')).toBe('no_consent');
    story.does(writer, consent(true), '2026-03-05');
    expect(story.does(officer, publish, '2026-03-05')).toEqual(['published']);
  });

  test('again is a correction, and says so', () => {
    const story = published();
    story.does(officer, publish, '2026-03-06');
    expect(story.events.filter(({ kind }) => kind === 'published')).toMatchObject([
      { correction: false },
      { correction: true },
    ]);
  });

  test('of an erased letter is impossible', () => {
    const story = replied();
    story.does(writer, rating(5), '2026-03-05');
    story.does(coordinator, { name: 'erase' }, '2026-03-06');
    expect(story.refuses(officer, publish, '2026-03-06')).toBe('nothing_to_publish');
  });
});

describe('withholding and taking down', () => {
  test('withholding comes before publication, once, and can be thought better of', () => {
    const story = replied();
    story.does(coordinator, withhold, '2026-03-05');
    expect(story.letter.release).toBe('withheld');
    expect(story.refuses(coordinator, withhold, '2026-03-05')).toBe('unchanged');
    story.does(officer, publish, '2026-03-06');
    expect(story.events.at(-1)).toMatchObject({ correction: false });
    expect(story.refuses(coordinator, withhold, '2026-03-07')).toBe('already_published');
  });

  test('taking down comes after', () => {
    expect(replied().refuses(coordinator, takeDown, '2026-03-05')).toBe('not_published');
    const story = published();
    story.does(coordinator, takeDown, '2026-03-06');
    expect(story.letter.release).toBe('taken_down');
    expect(story.refuses(coordinator, takeDown, '2026-03-06')).toBe('not_published');
    expect(story.refuses(coordinator, withhold, '2026-03-06')).toBe('unchanged');
    story.does(officer, publish, '2026-03-07');
    expect(story.events.at(-1)).toMatchObject({ correction: true });
  });

  test('both are the coordinator’s', () => {
    expect(replied().refuses(officer, withhold, '2026-03-05')).toBe('forbidden');
    expect(published().refuses(officer, takeDown, '2026-03-06')).toBe('forbidden');
  });
});

describe('consent', () => {
  test('is revocable at any time, and takes the publication with it', () => {
    const story = published();
    story.does(writer, consent(false), '2026-09-01');
    expect(story.letter).toMatchObject({ consent: false, release: 'none' });
    expect(story.refuses(writer, consent(false), '2026-09-01')).toBe('unchanged');
    expect(story.refuses(reader, endorse, '2026-09-01')).toBe('not_published');
  });

  test('is the writer’s alone', () => {
    expect(withoutConsent().refuses(coordinator, consent(true), '2026-03-05')).toBe('forbidden');
  });
});

describe('readers', () => {
  test('join and judge what is published', () => {
    const story = published();
    expect(story.does(reader, endorse, '2026-03-06')).toEqual(['endorsed']);
    expect(story.does(reader, verdict, '2026-03-06')).toEqual(['verdict']);
    expect(story.letter.endorsements).toBe(1);
  });

  test('neither what isn’t, nor any more', () => {
    const taken = published();
    taken.does(coordinator, takeDown, '2026-03-06');
    for (const story of [replied(), taken])
      for (const command of [endorse, verdict])
        expect(story.refuses(reader, command, '2026-03-07')).toBe('not_published');
  });
});

describe('records', () => {
  const erase = { name: 'erase' } as const;
  const viewContact = { name: 'view-contact' } as const;
  const newKey = { name: 'new-key' } as const;

  test('notes, views of the contact details and new keys are kept as events', () => {
    const story = accepted();
    expect(story.does(officer, { name: 'note' }, '2026-03-04')).toEqual(['noted']);
    expect(story.does(officer, viewContact, '2026-03-04')).toEqual(['contact_viewed']);
    expect(story.does(officer, newKey, '2026-03-04')).toEqual(['key_renewed']);
    expect(story.letter).toMatchObject({ ...accepted().letter, seq: 5, lastAt: story.letter.lastAt });
  });

  test('a text is erased once the letter is at rest, and once', () => {
    expect(accepted().refuses(coordinator, erase, '2026-03-04')).toBe('still_open');
    expect(replied().refuses(coordinator, erase, '2026-03-05')).toBe('still_open');
    const story = submitted();
    story.does(writer, { name: 'withdraw' }, '2026-03-03');
    story.does(coordinator, erase, '2026-03-04');
    expect(story.letter.erased).toBe(true);
    expect(story.refuses(coordinator, erase, '2026-03-05')).toBe('already_erased');
    expect(story.refuses(officer, viewContact, '2026-03-05')).toBe('already_erased');
    expect(story.refuses(officer, newKey, '2026-03-05')).toBe('already_erased');
  });
});
