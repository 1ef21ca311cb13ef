import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'external_id,received_at,kind,title,body';

describe('readRows', () => {
  it('reads the same rows with and without a byte order mark', () => {
    const text = `${HEAD}\na,2026-01-05,inquiry,标题,正文\n`;
    const plain = readRows('x.csv', bytes(text), 'letters');
    expect(plain.complaints).toEqual([]);
    expect(plain.rows).toEqual([
      {
        line: 2,
        values: { external_id: 'a', received_at: '2026-01-05', kind: 'inquiry', title: '标题', body: '正文' },
      },
    ]);
    expect(readRows('x.csv', bytes(`\ufeff${text}`), 'letters')).toEqual(plain);
  });

  it('names the line a row begins on, whatever line breaks and blank lines stand before it', () => {
    const text = `${HEAD}\r\na,d,k,t,"one\r\ntwo\r\n\r\nfour"\r\n\r\nb,d,k,t,x\r\n`;
    const { rows } = readRows('x.csv', bytes(text), 'letters');
    expect(rows.map(({ line }) => line)).toEqual([2, 7]);
    expect(rows[0]?.values['body']).toBe('one\ntwo\n\nfour');
  });

  it('names every unknown, missing and doubled column', () => {
    const { rows, complaints } = readRows(
      'x.csv',
      bytes('external_id,titel,kind,kind,body,second\n'),
      'letters',
    );
    expect(rows).toEqual([]);
    expect(complaints.map(({ column, reason }) => `${column}: ${reason.split(';')[0]}`)).toEqual([
      'titel: unknown column',
      'second: unknown column',
      'kind: named twice',
      'received_at: missing',
      'title: missing',
    ]);
  });

  it('reports a row of another length and goes on', () => {
    const { rows, complaints } = readRows('x.csv', bytes(`${HEAD}\na,b\nb,d,k,t,x\n`), 'letters');
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(complaints).toEqual([{ line: 2, column: 'row', reason: '2 fields where the first line names 5' }]);
  });

  it('reports a quote that is never closed', () => {
    const { complaints } = readRows('x.csv', bytes(`${HEAD}\na,d,k,t,"x\n`), 'letters');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]?.reason).toContain('Quote Not Closed');
  });

  it('reads NDJSON by its ending or its first character', () => {
    const text = '\ufeff{"external_id":1,"second":{"outcome":"resolved"}}\n\n{"external_id":2}\n';
    const named = readRows('x.ndjson', bytes(text), 'letters');
    expect(named.rows.map(({ line }) => line)).toEqual([1, 3]);
    expect(named.complaints).toEqual([]);
    expect(readRows('export', bytes(text), 'letters')).toEqual(named);
  });

  it('reports a line that is no object and an unknown field of NDJSON', () => {
    const { complaints } = readRows('x.ndjson', bytes('[1]\n{"extern_id":1}\n{bad\n'), 'letters');
    expect(complaints.map(({ line, column }) => [line, column])).toEqual([
      [1, 'row'],
      [2, 'extern_id'],
      [3, 'row'],
    ]);
  });

  it('refuses two rows of one external_id, which would silently become one letter', () => {
    const { complaints } = readRows('x.csv', bytes(`${HEAD}\na,d,k,t,x\nb,d,k,t,x\na,d,k,t,y\n`), 'letters');
    expect(complaints).toEqual([{ line: 4, column: 'external_id', reason: 'the same as in line 2' }]);
  });

  it('says so when a file is not UTF-8', () => {
    const { complaints } = readRows('x.csv', new Uint8Array([0xbe, 0xa3, 0xc3, 0xc5]), 'letters');
    expect(complaints[0]?.reason).toContain('not UTF-8');
  });

  it('knows the columns of notices', () => {
    const text = 'department,published_at,title,body\n市旅游局,2011-03-01,标题,正文\n';
    expect(readRows('n.csv', bytes(text), 'notices').rows).toHaveLength(1);
    expect(readRows('n.csv', bytes(`${HEAD}\n`), 'notices').complaints.map(({ column }) => column)).toContain(
      'kind',
    );
  });
});
