/** A letter as its submission leaves it. */
import type { EventOf } from './events.ts';
import type { Letter } from './letter.ts';

export function newLetter(event: EventOf<'submitted'>): Letter {
  const { at, department, clock } = event;
  return {
    seq: event.seq,
    lastAt: at,
    status: 'submitted',
    kind: event.letterKind,
    channel: event.channel,
    receivedAt: at,
    ruleVersion: event.ruleVersion,
    department,
    namedDepartment: department,
    heldSince: at,
    tenant: null,
    consent: event.consent,
    acceptBy: event.acceptBy,
    acceptedAt: null,
    round: 1,
    clock,
    stretches: [],
    waitUntil: null,
    waits: [],
    asked: 0,
    extended: false,
    transfers: 0,
    forced: false,
    objected: false,
    draft: null,
    firstResponseAt: null,
    finalReplyAt: null,
    firstFinalReplyAt: null,
    outcome: null,
    promise: null,
    ratings: [],
    contactBy: null,
    contactedAt: null,
    closedAt: null,
    contested: false,
    colour: null,
    mergedInto: null,
    release: 'none',
    endorsements: 0,
    erased: false,
  };
}
