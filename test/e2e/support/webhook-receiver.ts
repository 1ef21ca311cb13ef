/**
 * Another system, in a process of its own: verifies what it is sent as the Standard Webhooks library does, and remembers it.
 * `POST /secret` sets the secret and the status to answer with, `GET /got` tells what came.
 */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const got: { verified: boolean; id: string; payload: unknown }[] = [];
let setting = { secret: '', status: 200 };

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    if (request.url === '/got') return response.end(JSON.stringify(got));
    if (request.url === '/secret') {
      setting = JSON.parse(body) as typeof setting;
      return response.end();
    }
    const id = String(request.headers['webhook-id']);
    try {
      const payload = new Webhook(setting.secret).verify(body, request.headers as Record<string, string>);
      got.push({ verified: true, id, payload });
    } catch {
      got.push({ verified: false, id, payload: body });
    }
    response.statusCode = setting.status;
    return response.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send!(typeof address === 'object' ? address!.port : 0);
});
