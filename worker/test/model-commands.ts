/** What members and writers may ask of a letter: each as the rules' own command and as the call of the API that asks for it. */
import fc from 'fast-check';
import {
  DECLINE_GROUNDS,
  LEVELS,
  OUTCOMES,
  SOLVED,
  SPAM_GROUNDS,
  WITHHOLD_GROUNDS,
} from '../../contract/vocabulary.ts';
import { addDays, dayOf, type Command } from '../../core/index.ts';

export const arguments_ = fc.record({
  department: fc.constantFrom('d01', 'd02', 'd03', 'd99'),
  declined: fc.constantFrom(...DECLINE_GROUNDS),
  spam: fc.constantFrom(...SPAM_GROUNDS),
  withheld: fc.constantFrom(...WITHHOLD_GROUNDS),
  type: fc.constantFrom('interim', 'final', 'final', 'final'),
  outcome: fc.constantFrom(...OUTCOMES),
  promisedIn: fc.option(fc.integer({ min: -3, max: 60 })),
  days: fc.integer({ min: 1, max: 15 }),
  level: fc.constantFrom(...LEVELS),
  solved: fc.constantFrom(...SOLVED),
  yes: fc.boolean(),
  into: fc.constantFrom(0, 1),
});
type Arguments = typeof arguments_ extends fc.Arbitrary<infer T> ? T : never;

/** A merge names the other letter by its place among the two. */
export type Asked = Exclude<Command, { name: 'merge' }> | { name: 'merge'; into: number };

export interface Call {
  asked: Asked;
  by: 'staff' | 'writer';
  path: string;
  body: Record<string, unknown>;
}

const scores = { result: null, attitude: null, speed: null };
const reason = '职责所在';

/** By the name the rules have for it. */
const calls = {
  accept: ({ department }: Arguments) => staff('accept', { name: 'accept', department }, { department }),
  assign: ({ department }: Arguments) => staff('assign', { name: 'assign', department }, { department }),
  decline: ({ declined: grounds }: Arguments) =>
    staff(
      'decline',
      { name: 'decline', grounds },
      { grounds, explanation: '这件事请到信访局反映,谢谢。', goTo: '信访局' },
    ),
  spam: ({ spam: grounds }: Arguments) => staff('spam', { name: 'spam', grounds }, { grounds }),
  transfer: ({ department }: Arguments) =>
    staff('transfer', { name: 'transfer', department, tenant: null }, { department, reason }),
  object: () => staff('object', { name: 'object' }, { reason }),
  'request-info': () => staff('request-info', { name: 'request-info' }, { question: '请说明具体地点' }),
  reply: replyOf,
  approve: () => staff('approve', { name: 'approve' }, {}),
  return: () => staff('return', { name: 'return' }, { reason }),
  extend: ({ days }: Arguments) => staff('extend', { name: 'extend', days }, { days, reason }),
  publish: () => staff('publish', { name: 'publish' }, { title: '公开标题', body: '公开正文' }),
  withhold: ({ withheld: grounds }: Arguments) =>
    staff('withhold', { name: 'withhold', grounds }, { grounds }),
  'take-down': ({ withheld: grounds }: Arguments) =>
    staff('take-down', { name: 'take-down', grounds }, { grounds }),
  'follow-up': ({ yes: done }: Arguments) =>
    staff('follow-up', { name: 'follow-up', done }, { body: '已经办成了', done }),
  contact: () => staff('contacted', { name: 'contact' }, { note: '已通话' }),
  merge: ({ into }: Arguments) => staff('merge', { name: 'merge', into }, {}),
  note: () => staff('note', { name: 'note' }, { body: '内部备注' }),
  'view-contact': () => staff('contact', { name: 'view-contact' }, {}),
  'new-key': () => staff('new-key', { name: 'new-key' }, { proof: '身份证' }),
  erase: () => staff('erase', { name: 'erase' }, { reason }),
  supplement: () => writer('supplements', { name: 'supplement' }, { body: '补充说明' }),
  withdraw: () => writer('withdrawal', { name: 'withdraw' }, {}),
  rate: ({ level, solved }: Arguments) =>
    writer('ratings', { name: 'rate', level, solved, scores }, { level, solved }),
  consent: ({ yes: publish }: Arguments) => writer('consent', { name: 'consent', publish }, { publish }),
};
export type CallName = keyof typeof calls;
export const callNames = Object.keys(calls) as CallName[];

export function callOf(name: CallName, given: Arguments, now: number): Call {
  return (calls[name] as (given: Arguments, now: number) => Call)(given, now);
}

const staff = (path: string, asked: Asked, body: Call['body']): Call => ({ asked, by: 'staff', path, body });
const writer = (path: string, asked: Asked, body: Call['body']): Call => ({
  asked,
  by: 'writer',
  path,
  body,
});

function replyOf({ type, outcome, promisedIn }: Arguments, now: number): Call {
  const body = { type, body: '经查情况属实,已经安排处理。' };
  if (type === 'interim')
    return staff('reply', { name: 'reply', type, outcome: null, promisedFor: null }, body);
  const promisedFor = promisedIn === null ? null : addDays(dayOf(now, 'Asia/Shanghai'), promisedIn);
  const more = promisedFor === null ? { outcome } : { outcome, promisedFor };
  return staff('reply', { name: 'reply', type: 'final', outcome, promisedFor }, { ...body, ...more });
}
