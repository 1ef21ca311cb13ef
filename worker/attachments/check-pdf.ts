/**
 * PDF (ISO 32000-1): taken when nothing in it acts. Refused are scripts, actions that start, send or fetch something, embedded
 * files, forms in XFA, multimedia, and encryption, behind which all of that could hide.
 */
import { latin1, refused, type Checked } from './checked.ts';
import { readObjectStream, StreamDictionary } from './pdf-objects.ts';
import { readTokens } from './pdf-names.ts';

/** White space and line ends may follow the last `%%EOF`. */
const tailMax = 1024;

/** Long enough not to turn up in compressed data by chance: never, wherever they stand. */
const forbidden = new Set([
  ...['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'XFA'],
  ...['RichMedia', 'Rendition', 'Movie', 'SubmitForm', 'ImportData', 'GoToE', 'GoToR'],
]);
/** Outside the contents of streams. */
const forbiddenOutside = new Set(['JS', 'AA']);

export interface Findings {
  active: boolean;
  encrypted: boolean;
  /** Something happens on opening, said elsewhere in the file; and something in it leads to the web. */
  opens: boolean;
  links: boolean;
  /** Of all object streams together. */
  inflatedBytes: number;
  objectStreams: number;
}

export function checkPdf(bytes: Uint8Array<ArrayBuffer>): Checked {
  const end = endOfDocument(bytes);
  if (end === null) return refused('file_incomplete');
  const document = bytes.subarray(0, end);
  const found = readDocument(document);
  if (found.encrypted) return refused('pdf_encrypted');
  if (found.active || (found.opens && found.links)) return refused('pdf_active');
  return { ok: true, type: 'application/pdf', bytes: document, width: null, height: null };
}

function endOfDocument(bytes: Uint8Array): number | null {
  const start = Math.max(0, bytes.length - tailMax);
  const at = latin1(bytes, start, tailMax).lastIndexOf('%%EOF');
  return at < 0 ? null : start + at + 5;
}

function readDocument(bytes: Uint8Array): Findings {
  const found: Findings = {
    active: false,
    encrypted: false,
    opens: false,
    links: false,
    inflatedBytes: 0,
    objectStreams: 0,
  };
  const judge = (name: string, within: Uint8Array, at: number) => judgeName(name, within, at, found);
  let dictionary = new StreamDictionary();
  let inStream = false;
  readTokens(bytes, {
    name(name, at) {
      judge(name, bytes, at);
      if (!inStream && forbiddenOutside.has(name)) found.active = true;
      // Objects inside a stream that isn't made of objects: where it begins or ends is made up, to mislead.
      if (inStream && (name === 'ObjStm' || name === 'First')) found.active = true;
      if (!inStream) dictionary.add(name);
    },
    keyword(word, end) {
      if (word === 'obj') dictionary.beginObject(end);
      if (word === 'endstream' && inStream) {
        inStream = false;
        dictionary = new StreamDictionary();
      }
      if (word !== 'stream' || !isSpace(bytes[end]) || inStream) return;
      inStream = true;
      if (!dictionary.hasObjects) return;
      const objects = readObjectStream(bytes, dictionary, end, found);
      if (!objects) found.active = true;
      else readTokens(objects, { name: (name, at) => judgeObject(name, objects, at, found), keyword() {} });
    },
  });
  return found;
}

function judgeObject(name: string, bytes: Uint8Array, at: number, found: Findings): void {
  judgeName(name, bytes, at, found);
  if (forbiddenOutside.has(name)) found.active = true;
}

function judgeName(name: string, bytes: Uint8Array, at: number, found: Findings): void {
  if (name === 'Encrypt') found.encrypted = true;
  if (name === 'URI') found.links = true;
  if (forbidden.has(name)) found.active = true;
  if (name !== 'OpenAction') return;
  const text = latin1(bytes, at, 80);
  if (isReference.test(text)) found.opens = true;
  else if (!showsPage.test(text)) found.active = true;
}

const isReference = /^\/OpenAction\s+\d+\s+\d+\s+R/;
/** Opening at a certain page is harmless. */
const showsPage = /^\/OpenAction\s*(\[|<<\s*(\/Type\s*\/Action\s*)?\/S\s*\/GoTo[\s/>])/;

const isSpace = (code: number | undefined): boolean =>
  code === 9 || code === 10 || code === 13 || code === 32;
