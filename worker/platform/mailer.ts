/**
 * How a message leaves: an SMTP server, Cloudflare's e-mail binding, or, in the demonstration, a table to look at. The only file
 * that knows any of them. Nothing here logs, and what a server answers goes no further than its number: it may quote an address.
 */
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { keptMail } from '../schema/directory.ts';
import { now } from './clock.ts';
import { commit, directory } from './d1.ts';
import { linksOrigin, type Env } from './env.ts';

export interface Message {
  /** Names the message for good: the same at every attempt. */
  id: string;
  /** What the sender is called; the address is a setting. */
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export type Sent =
  | { ok: true }
  /** `final`: another attempt would fare no better. `down`: nor would another message, now. */
  | { ok: false; note: string; final?: boolean; down?: boolean };

export interface Mailer {
  send(message: Message): Promise<Sent>;
}

/** One address and nothing else, in letters every server takes: no quotes, comments, lists or line breaks. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,63}$/i.test(text);

/** @returns null where mail is off: no transport, no sender, or no address for the links in it */
export function mailerOf(env: Env): Mailer | null {
  if (linksOrigin(env) === null) return null;
  const from = env.HUIXIN_MAIL_FROM ?? '';
  if (env.HUIXIN_SMTP_URL) return isAddress(from) ? overSmtp(env.HUIXIN_SMTP_URL, from) : null;
  if (env.EMAIL) return isAddress(from) ? overBinding(env.EMAIL, from) : null;
  return env.HUIXIN_DEMO === '1' ? toTable(env, isAddress(from) ? from : 'letters@demo.test') : null;
}

type Server = {
  host: string;
  port: number;
  secure: boolean;
  plain: boolean;
  auth?: { user: string; pass: string };
};

/** `?tls=none` leaves `smtp://` in the clear: for a server on the same machine. Else TLS is required, never merely tried. */
function serverOf(url: string): Server {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  if (!secure && protocol !== 'smtp:') throw new Error('HUIXIN_SMTP_URL is neither smtp: nor smtps:');
  const auth = username
    ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
    : {};
  const plain = !secure && searchParams.get('tls') === 'none';
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(port) || (secure ? 465 : 587), secure, plain, ...auth };
}

const composed = (from: string, message: Message) => ({
  from: { name: message.from, address: from },
  to: { name: '', address: message.to },
  subject: message.subject,
  text: message.text,
  html: message.html,
  // Whatever somebody wrote can't be taken for a line of the protocol.
  textEncoding: 'base64' as const,
  messageId: `<${message.id}@${from.split('@')[1]}>`,
  date: new Date(now()),
  headers: message.headers,
  disableFileAccess: true,
  disableUrlAccess: true,
});

function overSmtp(url: string, from: string): Mailer {
  return {
    async send(message) {
      if (!isAddress(message.to)) return { ok: false, note: 'bad-address', final: true };
      const { plain, ...server } = serverOf(url);
      const transport = createTransport({
        ...server,
        requireTLS: !plain,
        ignoreTLS: plain,
        greetingTimeout: 15_000,
        socketTimeout: 30_000,
        getSocket: (_options: unknown, done: Connected) => connected(server, done),
      });
      try {
        await transport.sendMail(composed(from, message));
        return { ok: true };
      } catch (error) {
        return failureOf(error as SmtpError);
      } finally {
        transport.close();
      }
    },
  };
}

type Connected = (error: Error | null, socket?: { connection: Socket; secured: boolean }) => void;

/** By the name of the server: nodemailer would look it up itself, and the runtime's look-up asks somebody else's resolver. */
function connected({ host, port, secure }: Omit<Server, 'plain'>, done: Connected): void {
  const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port });
  const timer = setTimeout(() => failed(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })), 15_000);
  const failed = (error: Error) => {
    clearTimeout(timer);
    socket.destroy();
    done(error);
  };
  socket.once('error', failed);
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    clearTimeout(timer);
    socket.removeListener('error', failed);
    done(null, { connection: socket, secured: secure });
  });
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/** Refused for good is only what the server says of this recipient or this message; the rest is the server's trouble, or ours. */
function failureOf({ code, responseCode, command }: SmtpError): Sent {
  if (code === 'ETLS') return { ok: false, note: 'no-tls', down: true };
  const ofThis = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  if (responseCode && ofThis) return { ok: false, note: `smtp-${responseCode}`, final: responseCode >= 500 };
  if (responseCode) return { ok: false, note: `smtp-${responseCode}`, down: true };
  return { ok: false, note: 'unreachable', down: true };
}

/** The platform makes Date, Message-ID and the parts itself, and takes only headers it knows. */
function overBinding(binding: SendEmail, from: string): Mailer {
  return {
    async send({ from: name, to, subject, text, html, headers }) {
      if (!isAddress(to)) return { ok: false, note: 'bad-address', final: true };
      try {
        await binding.send({ from: { name, email: from }, to, subject, text, html, headers });
        return { ok: true };
      } catch (error) {
        return bindingFailure(error as SmtpError);
      }
    },
  };
}

/** https://developers.cloudflare.com/email-service/ names the codes. Limits, and what has no code, will fare no better now. */
function bindingFailure({ code, message }: SmtpError): Sent {
  const named = /\bE_[A-Z_]+\b/.exec(`${code ?? ''} ${message}`)?.[0];
  if (!named) return { ok: false, note: 'unreachable', down: true };
  const note = named.toLowerCase().replaceAll('_', '-');
  return { ok: false, note, final: named === 'E_RECIPIENT_SUPPRESSED', down: named.includes('LIMIT') };
}

const keptMax = 200;

/** What would have gone out, as it would have gone out. */
function toTable(env: Env, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(message) {
      if (!isAddress(message.to)) return { ok: false, note: 'bad-address', final: true };
      const { message: raw } = await transport.sendMail(composed(from, message));
      const [head = ''] = String(raw).split('\r\n\r\n', 1);
      const { to: recipient, subject, text, html } = message;
      const db = directory(env);
      const old = sql`${keptMail.id} <= (SELECT max(id) - ${keptMax} FROM ${keptMail})`;
      await commit(db, [
        db.insert(keptMail).values({ at: now(), recipient, subject, head, text, html }),
        db.delete(keptMail).where(old),
      ]);
      return { ok: true };
    },
  };
}
