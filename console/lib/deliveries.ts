/** What became of messages, in words: their kinds, and why one did not arrive (docs/webhooks.md, docs/operator.md). */
import type { Delivery } from '../../contract/webhooks.ts';
import { t } from '../words/index.ts';

export function noteWords(note: string, channel: Delivery['channel']): string {
  const words = t().settings;
  const [, family = '', code = ''] = /^(http|smtp|e)-(.+)$/.exec(note) ?? [];
  if (family === 'http') return words.http(code);
  if (family === 'smtp' || family === 'e') return words.smtp(code);
  if (note === 'unreachable' && channel === 'mail') return words.noMailServer;
  return words.notes[note] ?? words.otherNote(note);
}

/** Of a webhook message, its type. */
export function eventWords(type: string): string {
  const words = t().settings;
  if (type === 'webhook.test') return words.test;
  return (words.events as Record<string, string>)[type] ?? type;
}

export function messageWords({ channel, kind }: Pick<Delivery, 'channel' | 'kind'>): string {
  return channel === 'mail' ? (t().settings.mails[kind] ?? kind) : eventWords(kind);
}

/** What may be sent once more: what found nobody, and a call that another system wants again. */
export const mayGoAgain = ({ state, channel }: Delivery): boolean =>
  state === 'dead' || (state === 'sent' && channel === 'webhook');
