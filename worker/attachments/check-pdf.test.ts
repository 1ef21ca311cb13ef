import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { ascii, asText, folded, join, noise, objectStream, pdf } from './test/fixtures.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const fault = (bytes: Bytes): string => {
  const checked = checkFile(bytes);
  return checked.ok ? 'ok' : checked.reason;
};
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

describe('a PDF', () => {
  it('is taken as it is, without what follows its end', () => {
    const document = pdf();
    const checked = checkFile(join(document, 'PK\x03\x04 hidden'));
    expect(checked).toMatchObject({ ok: true, type: 'application/pdf', width: null, height: null });
    expect(checked.ok && asText(checked.bytes)).toBe(asText(document).trimEnd());
  });

  it('may have links, an outline, a page to open at, object streams and compressed pictures', async () => {
    const objects = await objectStream('5 0 << /Type /Page /A << /S /URI /URI (https://a.test) >> >>');
    const picture = await folded(noise(5000));
    const image = join(
      `<< /Subtype /Image /Filter /FlateDecode /Length ${picture.length} >>\nstream\n`,
      picture,
      '\nendstream',
    );
    const outline = '<< /Type /Outlines /First 5 0 R /Last 5 0 R >>';
    expect(fault(pdf('/OpenAction [3 0 R /FitH 842]', [outline, image, objects, image]))).toBe('ok');
    expect(fault(pdf('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>', [outline]))).toBe('ok');
    expect(fault(pdf('/OpenAction 5 0 R', ['<< /S /GoTo /D [3 0 R /Fit] >>']))).toBe('ok');
  });

  it('cut off is told so', () => {
    const document = pdf();
    expect(fault(document.slice(0, document.length - 20))).toBe('file_incomplete');
  });

  it('that is encrypted is told so, whatever else it may hold', async () => {
    const unreadable = await objectStream('x', '/Filter /Crypt');
    const trailer = asText(pdf('', [unreadable])).replace('/Size 9', '/Size 9 /Encrypt 8 0 R');
    expect(fault(ascii(trailer))).toBe('pdf_encrypted');
    expect(fault(ascii(trailer.replace('/Encrypt', '/En#63rypt')))).toBe('pdf_encrypted');
  });
});

describe('a PDF that acts is refused,', () => {
  const plain: [string, string, string[]][] = [
    ['with a script on opening', `/OpenAction ${script}`, []],
    ['with a script behind a reference', '/OpenAction 5 0 R', [script]],
    ['with a script on a page', '', [`<< /AA << /O ${script} >> >>`]],
    ['with an escaped script', '', ['<< /S /J#61vaScript /J#53 (x) >>']],
    ['with a wholly escaped script', '', ['<< /S /#4a#61#76#61#53#63#72#69#70#74 >>']],
    ['with scripts by name', '/Names << /JavaScript 5 0 R >>', []],
    ['with a program to launch', '', ['<< /S /Launch /F (cmd.exe) >>']],
    ['with an embedded file', '/Names << /EmbeddedFiles 5 0 R >>', ['<< /Type /EmbeddedFile >>']],
    ['with a form in XFA', '/AcroForm << /XFA [5 0 R] >>', []],
    ['that sends a form', '', ['<< /S /SubmitForm /F (https://a.test) >>']],
    ['that opens a web page', '/OpenAction << /S /URI /URI (https://a.test) >>', []],
    [
      'that opens a web page behind a reference',
      '/OpenAction 5 0 R',
      ['<< /S /URI /URI (https://a.test) >>'],
    ],
    ['that opens a file elsewhere', '', ['<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>']],
    ['with a film', '', ['<< /Subtype /RichMedia >>']],
    ['with a script in what looks like a comment', '', [`% stream\n${script}\n% endstream`]],
    ['with a script in what looks like a stream', '', [`<< /X (>>\nstream\n) /Y ${script} >>`]],
  ];
  it.each(plain)('%s', (_name, catalog, objects) => {
    expect(fault(pdf(catalog, objects))).toBe('pdf_active');
  });

  it('also where the script stands in an object stream', async () => {
    expect(fault(pdf('', [await objectStream(`5 0 ${script}`)]))).toBe('pdf_active');
    expect(fault(pdf('', [await objectStream('5 0 << /J#53 (x) >>')]))).toBe('pdf_active');
    expect(fault(pdf('', [await objectStream('5 0 << /OpenAction << /S /Named >> >>')]))).toBe('pdf_active');
  });

  it('where an object stream is hidden from those who look', async () => {
    const hidden = asText(await objectStream(`5 0 ${script}`));
    const ways = [
      hidden.replace('/ObjStm', '/Obj#53tm').replace('/FlateDecode', '/Flate#44ecode'),
      hidden.replace('/Type /ObjStm ', ''),
      hidden.replace('/First 4', '/First 4 % obj endobj\n'),
      hidden.replace('<< ', '<< /X (>>\nstream\n) '),
      hidden.replace('<< ', '<< % stream\n'),
      hidden.replace('/Filter', '% endstream\n/Filter'),
      hidden.replace('stream\n', 'stream\r\n'),
    ];
    for (const way of ways) expect(fault(pdf('', [ascii(way)]))).toBe('pdf_active');
  });

  it('where an object stream can’t be looked into', async () => {
    const codings = [
      '/Filter /LZWDecode',
      '/Filter [/ASCIIHexDecode /FlateDecode]',
      '/Filter [/FlateDecode /FlateDecode]',
      '/Filter [/FlateDecode /AHx]',
      '/Filter 8 0 R',
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
    ];
    for (const coding of codings)
      expect(fault(pdf('', [await objectStream('5 0 << /Type /Page >>', coding)]))).toBe('pdf_active');
    const damaged = asText(await objectStream('5 0 << /Type /Page >>')).replace('stream\nx', 'stream\nz');
    expect(fault(pdf('', [ascii(damaged)]))).toBe('pdf_active');
  });

  it('where an object stream goes on behind what looks like its end', async () => {
    // A stored block that holds the keyword, and behind it a compressed one with the script.
    const stored = ascii('5 0 << /X (endstream) >> ');
    const { length } = stored;
    const data = join(
      [0x78, 1, 0, length, 0, ~length & 255, 255],
      stored,
      await folded(ascii(script), 'deflate-raw'),
    );
    const head = '<< /Type /ObjStm /First 4 /Filter /FlateDecode /Length';
    const object = join(`${head} ${data.length} >>\nstream\n`, data);
    expect(asText(object)).not.toContain('JavaScript');
    expect(fault(pdf('', [join(object, '\nendstream')]))).toBe('pdf_active');
  });

  it('where object streams unfold to more than anybody needs, without unfolding them', async () => {
    const bomb = await folded(new Uint8Array(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(60_000);
    const head = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    expect(fault(pdf('', [join(head, bomb, '\nendstream')]))).toBe('pdf_active');
    const part = await objectStream(' '.repeat(9 * 1024 * 1024));
    expect(fault(pdf('', [part, part, part]))).toBe('ok');
    expect(fault(pdf('', [part, part, part, part]))).toBe('pdf_active');
  });

  it('but not where a program never finished its object stream', async () => {
    const whole = asText(await objectStream('5 0 << /Type /Page >>'));
    // Without the check sum at the end, and with a length that says so.
    const at = whole.indexOf('\nendstream');
    const length = Number(/Length (\d+)/.exec(whole)![1]) - 4;
    const unfinished = (whole.slice(0, at - 4) + whole.slice(at)).replace(/Length \d+/, `Length ${length}`);
    expect(fault(pdf('', [ascii(unfinished)]))).toBe('ok');
    expect(fault(pdf('', [ascii(unfinished.replace(/Length \d+/, 'Length 9 0 R'))]))).toBe('pdf_active');
  });
});
