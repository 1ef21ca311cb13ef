/** The little of Node's sockets that mailer.ts hands to nodemailer; Node's own types would clash with the platform's. */
declare module 'node:net' {
  export interface Socket {
    once(event: string, listener: (error: Error) => void): this;
    removeListener(event: string, listener: (error: Error) => void): this;
    destroy(): this;
  }
  export function connect(options: { host: string; port: number }): Socket;
}

declare module 'node:tls' {
  import type { Socket } from 'node:net';
  export function connect(options: { host: string; port: number; servername: string }): Socket;
}
