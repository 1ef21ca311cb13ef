import type { Problem } from '../../contract/errors.ts';
import { Failure, failureOf } from '../api/client.ts';

/** A line that carries nothing for so long is taken for lost. */
const SILENCE_MS = 30_000;

interface Exchange {
  method: 'GET' | 'PUT' | 'POST';
  /** Of the upload; see contract/uploads.ts. */
  key: string;
  body?: Blob;
  signal: AbortSignal;
  /** Bytes that left so far. */
  onSent?(bytes: number): void;
}

/** One request about an upload. Not by `fetch`, which doesn't tell how far it is. Rejects with a `Failure`. */
export function exchange<T>(url: string, { method, key, body, signal, onSent }: Exchange): Promise<T> {
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  let silence = setTimeout(abort, SILENCE_MS);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(abort, SILENCE_MS);
  };
  return new Promise<T>((resolve, reject) => {
    request.open(method, url);
    request.responseType = 'json';
    request.setRequestHeader('Authorization', `Upload ${key}`);
    if (body) request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => {
      heard();
      onSent?.(loaded);
    };
    request.onprogress = heard;
    request.onloadend = () => {
      const { status, response } = request;
      // An answer cut off half way is no answer.
      if (status >= 200 && status < 300 && (status === 204 || response)) resolve(response as T);
      else if (status < 300) reject(failureOf(null));
      else reject(new Failure(status, (response ?? {}) as Partial<Problem>, secondsOf(request)));
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) reject(failureOf(null));
    else request.send(body);
  }).finally(() => {
    clearTimeout(silence);
    signal.removeEventListener('abort', abort);
  });
}

function secondsOf(request: XMLHttpRequest): number | null {
  const seconds = Number(request.getResponseHeader('Retry-After'));
  return seconds > 0 ? seconds : null;
}
