import fc from 'fast-check';
import { inputOf } from '../../../src/campaign/observe';
import { utf16be, utf16le, bounce } from '../../engine/write-mail';
import { piecesIn, summaryOf } from '../read-files';

const HEAD = 'email,event,reason';
const cellsIn = async (text: string | Uint8Array, size?: number) => {
  const { pieces, leftOut } = await piecesIn({ name: 'a.csv', text }, size);
  return { cells: pieces.map(({ cells }) => cells), leftOut, places: pieces.map(({ place }) => place) };
};

describe('a table', () => {
  test('is read row by row, wherever the bytes are cut', async () => {
    const text = `${HEAD}\r\na@example.com,bounce,"550 no, ""really""\nnot"\r\nb@example.com,drop,x\r\n`;
    for (const size of [1, 2, 3, 7, 4096])
      expect(await cellsIn(text, size)).toEqual({
        cells: [
          ['a@example.com', 'bounce', '550 no, "really"\nnot'],
          ['b@example.com', 'drop', 'x'],
        ],
        leftOut: [],
        places: [2, 4],
      });
  });

  test.each([
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${HEAD}\nü@example.com,bounce,für\n`)],
    ['UTF-16', utf16le(`\ufeff${HEAD}\nü@example.com,bounce,für\n`)],
    ['UTF-16, the other way', utf16be(`\ufeff${HEAD}\nü@example.com,bounce,für\n`)],
    ['Windows-1252', new Uint8Array(Buffer.from(`${HEAD}\nü@example.com,bounce,für\n`, 'latin1'))],
  ])('is read in %s', async (_, bytes) =>
    expect((await cellsIn(bytes, 5)).cells).toEqual([['ü@example.com', 'bounce', 'für']]),
  );

  const NAMES = 'Gönderen;Alıcı;Konu;Sebep';
  const rowsFor = (count: number) =>
    Array.from({ length: count }, (_, n) => `info@a.example;u${n}@b.example;Mail;550 5.1.1 User unknown`);

  test('with one byte of another charset keeps its names', async () => {
    const text = `${NAMES}\n${rowsFor(3).join('\n')}\n`;
    const [before = '', after = ''] = text.split('u1@');
    const utf8 = (part: string) => Buffer.from(part, 'utf8');
    const bytes = Buffer.concat([utf8(before), Buffer.from('ü1@', 'latin1'), utf8(after)]);
    const { pieces } = await piecesIn({ name: 'a.csv', text: new Uint8Array(bytes) });
    expect(pieces.map(({ names, cells }) => [names, cells?.[1]])).toEqual(
      ['u0', 'ü1', 'u2'].map((local) => [NAMES.split(';'), `${local}@b.example`]),
    );
  });

  test.each([65_536, 262_144])('keeps its names where a character is cut at byte %i', async (size) => {
    const [names, rows] = [`${NAMES}\n`, `${rowsFor(9000).join('\n')}\n`].map((text) =>
      Buffer.from(text),
    ) as [Buffer, Buffer];
    const cut = rows.lastIndexOf('Mail', size - names.length - 1);
    const before = Buffer.concat([names, rows.subarray(0, cut)]);
    // `M` becomes letters up to the cut, and one of two bytes across it.
    const letters = `${'M'.repeat(size - 1 - before.length)}ğ`;
    const bytes = new Uint8Array(Buffer.concat([before, Buffer.from(letters), rows.subarray(cut + 1)]));
    expect(bytes[size - 1]).toBe(0xc4);
    const { pieces, kind } = await piecesIn({ name: 'a.csv', text: bytes }, size);
    expect([kind, pieces.length]).toEqual(['table', 9000]);
    expect(pieces.at(-1)?.names).toEqual(NAMES.split(';'));
  });

  test('with a quote that never closes loses no row', async () => {
    const { cells, leftOut } = await cellsIn(
      `${HEAD}\na@example.com,bounce,"550 no\nb@example.com,bounce,550 no\nc@example.com,bounce,"550 no"\n`,
    );
    expect(cells.map((row) => row?.[0])).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
    expect(leftOut).toEqual([{ leftOut: 'quote-not-closed', count: 1, place: 2 }]);
  });

  test('with a quote that never closes in a long file loses no row', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `u${n}@example.com,bounce,${n === 7 ? '"' : ''}550 no`,
    );
    const { places, leftOut } = await cellsIn(`${HEAD}\n${rows.join('\n')}\n`);
    expect(places).toEqual(rows.map((_, n) => n + 2));
    expect(leftOut).toEqual([{ leftOut: 'quote-not-closed', count: 1, place: 9 }]);
  });

  test('of a million columns is read by the names that are known', async () => {
    const names = `email,event,reason,${Array.from({ length: 1e5 }, (_, n) => `c${n}`).join(',')}`;
    const { cells, leftOut } = await cellsIn(
      `${names}\na@example.com,bounce,no${',x'.repeat(1e5)}\n`,
      65_536,
    );
    expect(cells).toEqual([['a@example.com', 'bounce', 'no']]);
    expect(leftOut).toEqual([{ leftOut: 'columns', count: 1e5, place: 1 }]);
  });

  test('with a row too long to read says so, and reads the others', async () => {
    const { cells, leftOut } = await cellsIn(
      `${HEAD}\na@example.com,bounce,no\nb@example.com,bounce,${'x'.repeat(3_000_000)}\nc@example.com,bounce,no\n`,
      65_536,
    );
    expect(cells.map((row) => row?.[0])).toEqual(['a@example.com', 'c@example.com']);
    expect(leftOut).toEqual([{ leftOut: 'row-too-long', count: 1, place: 3 }]);
  });

  test.each(['', '"'])('with a last row that never ends (%s) says so once', async (quote) => {
    const { cells, leftOut } = await cellsIn(
      `${HEAD}\na@example.com,bounce,no\nb@example.com,bounce,${quote}${'x'.repeat(3_000_000)}`,
      65_536,
    );
    expect(cells.map((row) => row?.[0])).toEqual(['a@example.com']);
    expect(leftOut).toEqual([{ leftOut: 'row-too-long', count: 1, place: 3 }]);
  });

  test('gives the rows that were written, whatever stands in their cells', async () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\0\ufeff]/g, '') + '.');
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (cells, size) => {
          const rows = cells.map((text, n) => [`u${n}@example.com`, 'bounce', text]);
          const text = [
            HEAD,
            ...rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')),
          ];
          expect((await cellsIn(`${text.join('\n')}\n`, size)).cells).toEqual(rows);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a log', () => {
  const log = (...lines: string[]) => piecesIn({ name: 'a.log', text: lines.join('\n') + '\n' });
  const postfix = (queue: string, said: string) => `Nov 23 09:12:00 mx postfix/smtp[71]: ${queue}: ${said}`;

  test('holds the lines about one mail together, with others between them', async () => {
    const { pieces, kind } = await log(
      postfix('4F1A2B3', 'message-id=<1@example.org>'),
      postfix('5F1A2B3', 'message-id=<2@example.org>'),
      postfix(
        '4F1A2B3',
        'to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)',
      ),
      postfix(
        '5F1A2B3',
        'to=<b@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=2.0.0, status=sent (250 ok)',
      ),
      postfix('4F1A2B3', 'removed'),
    );
    expect(kind).toBe('log');
    expect(pieces.map(({ place, records }) => [place, records])).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });

  test('of mixed shapes is read line by line, and each line is accounted for', async () => {
    const lines = (n: number) => [
      postfix(
        `${(0xabcdef00 + n).toString(16).toUpperCase()}`,
        `to=<p${n}@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)`,
      ),
      `2026-11-23 10:51:22 1s6nPk-0004Xq-2M ** e${n}@example.com R=dnslookup T=remote_smtp: 550 5.1.1 User unknown`,
      `Email to s${n}@example.com dropped: bounced address`,
      `{"event":"bounce","email":"j${n}@example.com","reason":"550 5.1.1 User unknown","timestamp":1791011022}`,
      `2026-11-23 09:12:00,c${n}@example.com,bounced,550 5.1.1 User unknown`,
    ];
    const text = Array.from({ length: 200 }, (_, n) => lines(n).join('\n')).join('\n') + '\n';
    const { pieces } = await piecesIn({ name: 'a.log', text });
    expect(pieces.reduce((sum, { records }) => sum + records, 0)).toBe(1000);
    expect([...(await summaryOf([{ name: 'a.log', text }])).rows]).toHaveLength(1000);
  });

  test('holds a line and the answer that stands below it together', async () => {
    const { pieces } = await log(
      '2026-11-23 09:12:00 Sending mail to user@example.com',
      '2026-11-23 09:12:01 could not send: 551 no such user',
      '2026-11-23 09:13:00 Sending mail to other@example.com',
    );
    expect(pieces.map(({ records }) => records)).toEqual([2, 1]);
  });

  test('says how many lines are too long', async () => {
    const { pieces, leftOut } = await log(
      'Email to a@example.com dropped: bounced address',
      'x'.repeat(2_000_000),
      'Email to b@example.com dropped: bounced address',
    );
    expect(pieces).toHaveLength(2);
    expect(leftOut).toEqual([{ leftOut: 'line-too-long', count: 1, place: 2 }]);
  });
});

describe('JSON', () => {
  const event = (n: number) => ({
    event: 'bounce',
    email: `u${n}@example.com`,
    reason: '550 5.1.1 User unknown',
  });
  const events = Array.from({ length: 50 }, (_, n) => event(n));
  const long = Array.from({ length: 1000 }, (_, n) => ({ ...event(n), details: 'x'.repeat(600) }));
  const lines = (all: object[]) => all.map((one) => JSON.stringify(one)).join('\n');
  const glued = (all: object[]) => all.map((one) => JSON.stringify(one)).join('');

  test.each([
    ['a list', JSON.stringify(events)],
    ['a list over lines', JSON.stringify(events, null, 2)],
    ['an object that holds a list', JSON.stringify({ '@odata.context': 'x', value: events }, null, 2)],
    ['an answer of Graph in one line', JSON.stringify({ '@odata.context': 'x', value: events })],
    ['an answer without its context', `${JSON.stringify({ value: events })}\n`],
    ['an answer that counts them', JSON.stringify({ TotalCount: 50, Bounces: events })],
    ['an answer with its pages', JSON.stringify({ paging: { next: 'x' }, items: events })],
    ['an answer of 700 kB in one line', JSON.stringify({ more: false, items: long })],
    [
      'an answer of 700 kB with its pages',
      JSON.stringify({ paging: { next: 'x' }, tags: ['x'], items: long }, null, 1),
    ],
    [
      'an answer with its pages over lines',
      JSON.stringify({ paging: { next: 'x' }, items: events }, null, 2),
    ],
    ['answers, a line each', lines([{ items: events.slice(0, 20) }, { items: events.slice(20) }])],
    ['answers, one behind the other', glued([{ items: events.slice(0, 20) }, { items: events.slice(20) }])],
    ['a line each', lines(events)],
    ['one behind the other', glued(events)],
    ['one behind the other, over lines', events.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ])('is read object by object: %s', async (_, text) => {
    const { pieces, leftOut } = await piecesIn({ name: 'a.json', text }, 100 + text.length / 50);
    expect(pieces.map((piece) => JSON.parse(String(inputOf(piece))) as unknown)).toEqual(
      text.length > 500_000 ? long : events,
    );
    expect(leftOut).toEqual([]);
  });

  test.each([
    ['lists of its own', { ...event(1), headers: [{ name: 'From', value: 'training@example.org' }] }],
    [
      'recipients in a list',
      { event: 'bounce', to: [{ email: 'a@example.com' }, { email: 'b@example.com' }] },
    ],
    ['a list of no people', { code: 550, details: [{ field: 'email' }, { field: 'name' }] }],
  ])('that is one event stays one: %s', async (_, one) => {
    const { pieces } = await piecesIn({ name: 'a.json', text: JSON.stringify(one) });
    expect(pieces.map((piece) => JSON.parse(String(inputOf(piece))) as unknown)).toEqual([one]);
  });

  test('in one line that is longer than what it is told from is read object by object', async () => {
    const items = Array.from({ length: 14_000 }, (_, n) => ({ ...event(n), details: 'x'.repeat(600) }));
    const text = JSON.stringify({ paging: { next: 'x' }, items });
    const { pieces, leftOut, kind } = await piecesIn({ name: 'a.json', text }, 1 << 20);
    expect([kind, pieces.length, leftOut]).toEqual(['json-object', items.length, []]);
  });

  test('of answers gives each person the own date and Message-ID', async () => {
    const items = [1, 2].map((n) => ({
      ...event(n),
      date: `2026-11-2${n}T09:00:00Z`,
      messageId: `<${n}@example.org>`,
    }));
    const { rows } = await summaryOf([{ name: 'a.json', text: JSON.stringify({ events: items }) }]);
    expect([...rows].map(({ lastSeen, originalMessageId }) => [lastSeen, originalMessageId])).toEqual([
      ['2026-11-21T09:00:00.000Z', '<1@example.org>'],
      ['2026-11-22T09:00:00.000Z', '<2@example.org>'],
    ]);
  });

  test('that was cut off is read as far as it goes', async () => {
    const { pieces, leftOut } = await piecesIn({
      name: 'a.json',
      text: JSON.stringify(events).slice(0, 1000),
    });
    expect(pieces.length).toBeGreaterThan(10);
    expect(leftOut).toEqual([{ leftOut: 'broken-json', count: 1, place: pieces.length + 1 }]);
  });
});

test.each([
  ['a mail', bounce(), 'mail'],
  ['a pasted bounce', 'Your message could not be delivered.\n\n<user@example.com>: User unknown\n', 'text'],
  ['an empty file', '', 'empty'],
  [
    'PowerShell’s list',
    'RecipientAddress : a@example.com\nStatus           : Failed\nSubject : x\n\nRecipientAddress : b@example.com\nStatus           : Failed\nSubject : x\n',
    'blocks',
  ],
  [
    'a queue',
    'C3B0DA5CC8     6590 Fri Nov 10 08:27:52  training@example.org\n    (connect to mx.example.com[192.0.2.1]:25: Connection timed out)\n                                         user@example.com\n',
    'blocks',
  ],
  [
    'a tracking log',
    '#Software: Exchange\n#Fields: date-time,event-id,recipient-address,recipient-status\n2026-11-23T09:12:00Z,FAIL,user@example.com,550 5.1.1 no\n',
    'table',
  ],
])('%s is known by its beginning', async (_, text, kind) =>
  expect((await piecesIn({ name: 'a.txt', text })).kind).toBe(kind),
);
