/** What the mocked service keeps of files, webhooks, deliveries and retention. */
import { applyRedactions, proposeRedactions } from '../../core/redaction.rules.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { AttachedFile } from '../../contract/uploads.ts';
import type { Delivery, Webhook } from '../../contract/webhooks.ts';
import { NOW, after, letter } from './console-mock.data.ts';

const file = (place: number, more: Partial<AttachedFile> = {}): AttachedFile => ({
  id: `file${place}`.padEnd(25, '0'),
  name: `JM-2026-000140-${place}.jpg`,
  ...{ type: 'image/jpeg', bytes: 1_843_200, width: 1600, height: 1200, released: false, scanned: false },
  ...more,
});
const pdf = { type: 'application/pdf', bytes: 482_000, width: null, height: null } as const;

export const WITH_FILES: StaffLetter = letter('JM-2026-000140', {
  title: '楼上漏水，天花板塌了一块',
  files: [file(1), file(2, { ...pdf, name: 'JM-2026-000140-2.pdf', scanned: true })],
  supplements: [
    { at: '2026-11-15T08:00:00+08:00', body: '补一张昨天拍的。', files: [file(3, { bytes: 920_000 })] },
  ],
  accesses: [{ at: '2026-11-16T09:30:00+08:00', kind: 'file_viewed', by: '周敏' }],
  may: ['reply', 'note', 'contact', 'new-key', 'erase-contact'],
});

const answered = after(letter('JM-2026-000141'), 'reply');
const answer = `${answered.replies[0]!.body}证明人手机13912345678。`;
const masked = (text: string, writersText: boolean) =>
  applyRedactions(text, proposeRedactions(text, { writersText }));
export const TO_RELEASE: StaffLetter = {
  ...answered,
  proposed: { title: answered.title, body: masked(answered.body, true), reply: masked(answer, false) },
  files: [file(1, { name: 'JM-2026-000141-1.jpg' })],
  replies: answered.replies.map((reply) => ({
    ...reply,
    body: answer,
    files: [file(2, { ...pdf, id: 'reply2'.padEnd(25, '0'), name: 'JM-2026-000141-2.pdf' })],
  })),
};

const hook = (id: string, more: Partial<Webhook> = {}): Webhook => ({
  id,
  url: `https://${id}.example.gov.cn/huixin`,
  ...{ events: null, createdAt: '2026-06-01T09:00:00+08:00', disabledAt: null, disabledFor: null },
  oldSecretUntil: null,
  ...more,
});
export const webhooks: Webhook[] = [
  hook('sms', { events: ['letter.accepted', 'letter.info_requested', 'letter.replied'] }),
  hook('orders', { disabledAt: '2026-11-18T03:12:00+08:00', disabledFor: 'failing' }),
];

const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  id,
  ...{
    channel: 'mail',
    kind: 'receipt',
    number: 'JM-2026-000121',
    webhook: null,
    state: 'dead',
    attempts: 12,
  },
  ...{ createdAt: '2026-11-16T09:12:00+08:00', nextAt: null, endedAt: '2026-11-19T09:12:00+08:00' },
  note: 'smtp-550',
  ...more,
});
export const deliveries: Delivery[] = [
  delivery('d1'),
  delivery('d2', {
    ...{ channel: 'webhook', kind: 'letter.replied', webhook: 'https://orders.example.gov.cn/huixin' },
    ...{ number: 'JM-2026-000101', attempts: 10, note: 'http-503' },
  }),
  delivery('d3', { kind: 'digest-daily', number: null, note: 'unreachable' }),
  delivery('d4', { state: 'pending', attempts: 2, nextAt: NOW, endedAt: null, note: 'unreachable' }),
  delivery('d5', { state: 'sent', attempts: 1, note: null, kind: 'reply' }),
  delivery('d6', { state: 'dropped', attempts: 0, note: 'no-address', kind: 'accepted' }),
];

export const attempts = [
  {
    ...{ delivery: 'msg_1', type: 'letter.replied', attempt: 2 },
    at: NOW,
    ok: false,
    status: 503,
    ms: 812,
    note: 'http-503',
  },
  {
    ...{ delivery: 'msg_2', type: 'webhook.test', attempt: 1 },
    at: NOW,
    ok: true,
    status: 204,
    ms: 38,
    note: null,
  },
];
