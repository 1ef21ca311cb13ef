import { describe, expect, test } from 'vitest';
import { canonicalEvent, canonicalJson } from './canonical.ts';
import { accepted, aPolicy, coordinator, finalReply, officer } from './test/story.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('sorts names by UTF-16 code units', () => {
    // The example of RFC 8785 §3.2.3; its last two names sort the other way by code point.
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object).slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson({ b: [1, true, null], a: { d: '', c: -0 } })).toBe(
      '{"a":{"c":0,"d":""},"b":[1,true,null]}',
    );
  });

  test('escapes only what must be', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\/')).toBe(String.raw`"€$\u000f\nA'B\"\\/"`);
  });

  test.each([[1.5], [Number.NaN], [2 ** 53], [undefined], [() => 1], ['\ud800'], [1n]])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('an event’s bytes', () => {
  test('name no member of the staff', () => {
    const story = accepted({}, aPolicy({ signOff: true }));
    story.does(officer, finalReply('resolved'), '2026-03-04');
    story.does(coordinator, { name: 'approve' }, '2026-03-05');
    for (const event of story.events) expect(canonicalEvent(event)).not.toMatch(/officer-a|"actor"|"author"/);
  });

  test('stay as they are: what was logged once must hash the same for ever', () => {
    const [received, taken] = accepted().events;
    expect(canonicalEvent(received!)).toBe(
      '{"acceptBy":{"before":1772553600000,"day":"2026-03-03","provisional":false},"at":1772424000000,"channel":"widget",' +
        '"clock":{"anchor":"2026-03-02","budget":5,"due":{"before":1773072000000,"day":"2026-03-09","provisional":false},' +
        '"stoppedOn":null,"unit":"working","used":0},"commitment":null,"consent":true,"department":"a","kind":"submitted",' +
        '"letterKind":"inquiry","role":"writer","ruleVersion":1,"seq":1}',
    );
    expect(canonicalEvent(taken!)).toBe(
      '{"at":1772510400000,"commitment":null,"department":"a","kind":"accepted","role":"coordinator","seq":2}',
    );
  });

  test('don’t depend on the order the fields were written in', () => {
    const [event] = accepted().events;
    const reversed = Object.fromEntries(Object.entries(event!).reverse()) as unknown as typeof event;
    expect(canonicalEvent(reversed!)).toBe(canonicalEvent(event!));
  });
});
