/** Mail to the writer of a letter: what it says of an event, from the letter's record up to it. */
import { declineWords, outcomeWords } from '../../contract/words.ts';
import { formatDeadline, replay, type Deadline, type Rules } from '../../core/index.ts';
import { holderName, type Told } from '../hand-over/holder.view.ts';
import { longDay } from '../pages/dates.ts';
import type { Message } from '../platform/mailer.ts';
import type { EventRow, Texts } from '../schema/letters.ts';
import { toHtml, toText, type Block, type Layout } from './mail-layout.ts';
import { frameWords, mailWords, type FrameWords, type MailFacts, type MailWords } from './mail.words.ts';
import type { WriterMail } from './topics.ts';

export interface Occasion {
  kind: WriterMail;
  tenant: Told;
  number: string;
  /** The letter's record up to and including the event that is told. */
  rows: readonly EventRow[];
  rules: Rules;
  thisYear: string;
  /** The service's own origin. */
  origin: string;
  /** The page on which mail is stopped. */
  unsubscribe: string;
}

export type Content = Pick<Message, 'from' | 'subject' | 'text' | 'html' | 'headers'>;

export async function writerMail(occasion: Occasion): Promise<Content> {
  const { kind, tenant, number, rows, origin, unsubscribe } = occasion;
  const frame = frameWords[tenant.locale];
  const facts = factsOf(occasion);
  const words = mailWords[tenant.locale][kind](facts);
  const sender = frame.sender(tenant.name);
  const href = `${origin}/s/${tenant.slug}/track?number=${encodeURIComponent(number)}`;
  const layout: Layout = {
    lang: tenant.locale,
    sender,
    title: words.title,
    blocks: [
      { is: 'text', text: frame.greeting },
      ...words.lead.map((text): Block => ({ is: 'text', text })),
      ...quotes(words, rows.at(-1)?.texts ?? null, frame),
      ...(words.after ?? []).map((text): Block => ({ is: 'text', text })),
      ...(words.list ? [{ is: 'list', items: words.list } as const] : []),
      { is: 'button', label: words.button, href },
      { is: 'facts', rows: [[frame.number, number]] },
    ],
    foot: [
      frame.automatic(tenant.name),
      frame.why,
      ...(tenant.phone ? [`${frame.phone} ${tenant.phone}`] : []),
    ],
    link: { label: frame.stop, href: unsubscribe },
  };
  return {
    from: sender,
    subject: frame.subject(tenant.name, words.title, number),
    text: toText(layout),
    html: await toHtml(layout),
    headers: headersOf(unsubscribe),
  };
}

/** One click (RFC 8058) is for https only; mail to a person without it would still be mail nobody asked a machine to answer. */
function headersOf(unsubscribe: string): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (!unsubscribe.startsWith('https:')) return automatic;
  return {
    ...automatic,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function quotes({ quote }: MailWords, texts: Texts | null, { goTo }: FrameWords): Block[] {
  const said = texts?.body ?? texts?.reason ?? '';
  return [
    ...(quote && said ? [{ is: 'quote', label: quote, text: said } as const] : []),
    ...(texts?.goTo ? [{ is: 'quote', label: goTo, text: texts.goTo } as const] : []),
  ];
}

function factsOf({ tenant, rows, rules, thisYear }: Occasion): MailFacts {
  const { locale: lang } = tenant;
  const letter = replay(rows.map(({ data }) => data));
  const last = rows.at(-1)!;
  const dayOf = (deadline: Deadline | null): string =>
    deadline ? longDay(formatDeadline(deadline, tenant.timeZone), lang, thisYear) : '';
  return {
    tenant: tenant.name,
    department: holderName(tenant, letter) ?? frameWords[lang].department,
    acceptBy: dayOf(letter.acceptBy),
    due: dayOf(letter.clock.due),
    provisional: letter.clock.due.provisional,
    waitUntil: dayOf(letter.waitUntil),
    contactBy: dayOf(letter.contactBy),
    promised: letter.promise && longDay(letter.promise.for, lang, thisYear),
    outcome: letter.outcome && outcomeWords[lang][letter.outcome],
    grounds: last.data.kind === 'declined' ? declineWords[lang][last.data.grounds] : null,
    phone: last.texts?.phone || tenant.phone,
    again: letter.round === 2,
    silenceDays: rules.silenceDays,
    contactDays: rules.contactDays,
  };
}
