/** Commands that would be granted if any of their name would, to find out what is possible. In the order a letter lives. */
import { DECLINE_GROUNDS } from '../../contract/vocabulary.ts';
import type { CommandName, CommandOf, Policy } from '../letter.ts';

type Samples = { [N in Exclude<CommandName, 'submit'>]: CommandOf<N>[] };

const scores = { result: null, attitude: null, speed: null };

/** `submit` makes letters; it isn't asked of one. */
export function samples({ departments }: Policy): Samples {
  return {
    accept: departments.map((department) => ({ name: 'accept', department })),
    assign: [
      ...departments.map((department) => ({ name: 'assign', department, tenant: null }) as const),
      { name: 'assign', department: null, tenant: 'another' },
    ],
    decline: DECLINE_GROUNDS.map((grounds) => ({ name: 'decline', grounds })),
    spam: [{ name: 'spam', grounds: 'advertising' }],
    transfer: [
      ...departments.map((department) => ({ name: 'transfer', department, tenant: null }) as const),
      { name: 'transfer', department: null, tenant: 'another' },
    ],
    object: [{ name: 'object' }],
    'request-info': [{ name: 'request-info' }],
    supplement: [{ name: 'supplement' }],
    extend: [{ name: 'extend', days: 1 }],
    reply: [{ name: 'reply', type: 'final', outcome: 'explained', promisedFor: null }],
    approve: [{ name: 'approve' }],
    return: [{ name: 'return' }],
    'follow-up': [{ name: 'follow-up', done: true }],
    merge: [{ name: 'merge', into: 'another', targetStatus: 'accepted', self: 'this', children: 0 }],
    join: [{ name: 'join' }],
    part: [{ name: 'part' }],
    'answer-merged': [{ name: 'answer-merged', outcome: 'explained', promisedFor: null }],
    withdraw: [{ name: 'withdraw' }],
    rate: [{ name: 'rate', level: 5, solved: 'yes', scores }],
    contact: [{ name: 'contact' }],
    publish: [{ name: 'publish' }],
    withhold: [{ name: 'withhold', grounds: 'privacy' }],
    'take-down': [{ name: 'take-down', grounds: 'privacy' }],
    consent: [true, false].map((publish) => ({ name: 'consent', publish })),
    endorse: [{ name: 'endorse' }],
    verdict: [{ name: 'verdict', answers: true }],
    note: [{ name: 'note' }],
    'view-contact': [{ name: 'view-contact' }],
    'view-file': [{ name: 'view-file', file: 1 }],
    'new-key': [{ name: 'new-key' }],
    erase: [{ name: 'erase' }],
    'erase-contact': [{ name: 'erase-contact', required: false }],
    succeed: departments.slice(0, 1).map((to) => ({ name: 'succeed', from: 'another', to, before: null })),
    recompute: [{ name: 'recompute' }],
    elapse: [{ name: 'elapse' }],
  };
}
