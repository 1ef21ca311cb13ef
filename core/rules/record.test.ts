import { describe, expect, test } from 'vitest';
import { factsOf } from '../facts.ts';
import {
  accepted,
  coordinator,
  finalReply,
  officer,
  rating,
  replied,
  reader,
  system,
  writer,
} from '../test/story.ts';

const eraseContact = (required: boolean) => ({ name: 'erase-contact', required }) as const;
const erase = { name: 'erase' } as const;
const look = { name: 'view-contact' } as const;

/** Rated well, and so at rest. */
function closed() {
  const story = replied(finalReply());
  story.does(writer, rating(5), '2026-03-06');
  return story;
}

describe('contact details', () => {
  test('that were given freely go at once; what was attached stays with an open letter', () => {
    const story = accepted();
    expect(story.does(writer, eraseContact(false), '2026-03-04')).toEqual(['contact_erased']);
    expect(story.events.at(-1)).toMatchObject({ kind: 'contact_erased', withFiles: false, role: 'writer' });
  });

  test('that are required stay until the letter is at rest, whoever asks', () => {
    const story = accepted();
    for (const actor of [writer, coordinator, system])
      expect(story.refuses(actor, eraseContact(true), '2026-03-04')).toBe('still_open');
    const done = closed();
    expect(done.does(system, eraseContact(true), '2026-04-01')).toEqual(['contact_erased']);
    expect(done.events.at(-1)).toMatchObject({ withFiles: true });
  });

  test('are nobody’s to look at afterwards, and nobody else’s to erase', () => {
    const story = closed();
    for (const actor of [officer, reader])
      expect(story.refuses(actor, eraseContact(false), '2026-04-01')).toBe('forbidden');
    story.does(writer, eraseContact(false), '2026-04-01');
    expect(story.refuses(officer, look, '2026-04-02')).toBe('already_erased');
  });

  test('leave the figures and the letter as they were', () => {
    const story = closed();
    const { facts, letter } = { facts: factsOf(story.events), letter: story.letter };
    story.does(system, eraseContact(true), '2026-04-01');
    expect(factsOf(story.events)).toEqual(facts);
    const { seq: _seq, lastAt: _at, contactErased, ...rest } = story.letter;
    expect(contactErased).toBe(true);
    expect(letter).toMatchObject(rest);
  });

  test('of an erased letter are gone already', () => {
    const story = closed();
    story.does(coordinator, erase, '2026-04-01');
    expect(story.refuses(writer, eraseContact(false), '2026-04-02')).toBe('already_erased');
  });
});
