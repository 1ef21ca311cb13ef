/** A real SMTP server that keeps what it takes, parsed as a mail program would. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Taken {
  from: string;
  to: string[];
  raw: string;
  mail: Email;
}

export interface MailServer {
  taken: Taken[];
  /** Sessions begun, also those that were refused. */
  sessions: number;
  stop: () => Promise<void>;
}

interface Session {
  envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] };
}

/** @param refuses recipients it knows nothing of */
export async function mailServer(port: number, refuses: readonly string[] = []): Promise<MailServer> {
  const state: MailServer = { taken: [], sessions: 0, stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect(_session, done) {
      state.sessions++;
      done();
    },
    onRcptTo({ address }, _session, done) {
      const unknown = refuses.includes(address);
      done(unknown ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
    },
    onData: callbackify(async (stream: Readable, session: Session) => {
      const raw = await text(stream);
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom ? mailFrom.address : '';
      const mail = await PostalMime.parse(raw);
      state.taken.push({ from, to: rcptTo.map(({ address }) => address), raw, mail });
    }),
  });
  server.listen(port, '127.0.0.1');
  await once(server.server as Server, 'listening');
  state.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}

/** Takes connections and drops them at once, as a server that is being restarted. */
export async function brokenServer(port: number): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
