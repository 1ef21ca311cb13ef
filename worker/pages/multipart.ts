/**
 * Reads `multipart/form-data` (RFC 7578) piece by piece as it arrives: a form with five photos never stands in memory as a
 * whole, as it would with `request.formData()`. Whoever takes a part reads what they want of it; the rest is passed over.
 */
export interface Part {
  name: string;
  /** null where the part is a field; '' where it is a file nobody chose. */
  fileName: string | null;
  pieces: AsyncIterable<Uint8Array>;
}

/** Not a form as browsers send it. */
export class Malformed extends Error {}

const headersMax = 8 * 1024;
const encoder = new TextEncoder();
const blankLine = encoder.encode('\r\n\r\n');
const carriageReturn = 13;

/** What stands between the parts; null where the type is another. */
export const boundaryOf = (contentType = ''): string | null =>
  /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
    .exec(contentType)
    ?.slice(1)
    .find(Boolean) ?? null;

/** @throws Malformed, also where the body ends too early; whatever the stream throws */
export async function* partsIn(body: ReadableStream<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  // The first delimiter has no line before it.
  const source = new Source(body, encoder.encode('\r\n'));
  const delimiter = encoder.encode(`\r\n--${boundary}`);
  await pass(source.until(delimiter));
  for (;;) {
    const next = await source.take(2);
    if (next === '--') return pass(source.rest());
    if (next !== '\r\n') throw new Malformed('no part behind the delimiter');
    const head = await headOf(source);
    const pieces = source.until(delimiter);
    yield { ...head, pieces };
    await pass(pieces);
  }
}

async function headOf(source: Source): Promise<Omit<Part, 'pieces'>> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of source.until(blankLine)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > headersMax) throw new Malformed('headers without end');
  }
  const line = text.split('\r\n').find((one) => /^content-disposition\s*:/i.test(one)) ?? '';
  const name = parameter(line, 'name');
  if (name === null) throw new Malformed('a part without a name');
  return { name, fileName: parameter(line, 'filename') };
}

/** As the HTML standard writes it: line ends and quotes as percent signs with two digits, everything else as it is. */
function parameter(line: string, name: string): string | null {
  const value = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(line)?.[1];
  return (
    value?.replace(/%(0D|0A|22)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) ?? null
  );
}

async function pass(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

/** A stream with what was read ahead of it. */
class Source {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #ahead: Uint8Array;
  constructor(body: ReadableStream<Uint8Array>, ahead: Uint8Array) {
    this.#reader = body.getReader();
    this.#ahead = ahead;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    if (!value) return !done;
    const joined = new Uint8Array(this.#ahead.length + value.length);
    joined.set(this.#ahead);
    joined.set(value, this.#ahead.length);
    this.#ahead = joined;
    return true;
  }

  /** So many characters. */
  async take(count: number): Promise<string> {
    while (this.#ahead.length < count)
      if (!(await this.#more())) throw new Malformed('the body ends in a delimiter');
    const taken = String.fromCharCode(...this.#ahead.subarray(0, count));
    this.#ahead = this.#ahead.subarray(count);
    return taken;
  }

  /** What comes before the mark, which is passed over. Asked again after its end it gives nothing. */
  until(mark: Uint8Array): AsyncIterable<Uint8Array> {
    const pieces = this.#until(mark);
    // A loop that leaves early would close a generator; the rest has to be passed over later.
    return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
  }

  async *#until(mark: Uint8Array): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const at = find(this.#ahead, mark);
      const sure = at ?? Math.max(0, this.#ahead.length - mark.length + 1);
      const piece = this.#ahead.subarray(0, sure);
      this.#ahead = this.#ahead.subarray(sure + (at === null ? 0 : mark.length));
      if (piece.length > 0) yield piece;
      if (at !== null) return;
      if (!(await this.#more())) throw new Malformed('the body ends in a part');
    }
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    do yield this.#ahead;
    while (((this.#ahead = new Uint8Array(0)), await this.#more()));
  }
}

/** Every mark begins with a carriage return, which is quickly found. */
function find(bytes: Uint8Array, mark: Uint8Array): number | null {
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) {
    let same = 1;
    while (same < mark.length && bytes[at + same] === mark[same]) same++;
    if (same === mark.length) return at;
  }
  return null;
}
