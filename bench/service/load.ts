/** Sends requests over a few kept connections, as fast as they are answered. */
import { Agent, request } from 'node:http';
import type { Shot } from './scenarios.ts';

const CONNECTIONS = 8;

export interface Answered {
  status: number;
  body: Buffer;
}

/** @returns requests per second. @throws where an answer has another status than it should */
export async function fire(base: URL, shots: readonly Shot[], status: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = shots.values();
  const connection = async () => {
    for (const shot of waiting) {
      const answer = await send(base, shot, agent);
      if (answer.status !== status)
        throw new Error(`${shot.method} ${shot.path}: ${answer.status} ${answer.body.toString()}`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return shots.length / seconds;
}

function send(base: URL, { method, path, headers, body }: Shot, agent: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: base.hostname, port: base.port, method, path, headers },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('end', () => resolve({ status: answer.statusCode!, body: Buffer.concat(parts) }));
        answer.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}
