/**
 * Mails made to be slow: each aims at one loop or one pattern that would take more than linear time if it
 * were written carelessly. Used by `bench.mjs --linear`, by the fuzzer and by the tests.
 */

const line = (name, value) => `${name}: ${value}\n`;
const head = (fields = {}) =>
  Object.entries({
    'Return-Path': '<>',
    From: 'Mail Delivery System <mailer-daemon@mx.example.com>',
    To: 'training@company.example',
    Subject: 'Undelivered Mail Returned to Sender',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  })
    .map(([name, value]) => line(name, value))
    .join('') + '\n';
const GREETING = 'This is the mail system. Your message could not be delivered to:\n\n';
/** A mail that is taken for a bounce, with this text. */
const bounce = (text, fields) => head(fields) + GREETING + text;

/** As often as it fits. */
const repeat = (piece, bytes) => piece.repeat(Math.max(1, Math.ceil(bytes / piece.length)));
/** Numbered pieces, so that none equals another. */
const numbered = (piece, bytes) => {
  const pieces = [];
  for (let size = 0, n = 0; size < bytes; n++) {
    const next = piece(n);
    pieces.push(next);
    size += next.length;
  }
  return pieces.join('');
};
/** Lines of this length below the lengths at which the readers stop reading a line. */
const lines = (start, filling, end, length, bytes) =>
  repeat(start + repeat(filling, length - start.length - end.length) + end + '\n', bytes);

const report = (text, ...parts) =>
  head({ 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }) +
  `--b\n\n${GREETING}${text}\n` +
  parts.map((part) => `--b\nContent-Type: message/delivery-status\n\n${part}\n`).join('') +
  '--b--\n';
const block = (n, more = '') =>
  `Final-Recipient: rfc822; u${n}@example.com\nAction: failed\nStatus: 5.1.1\n${more}\n`;
/** A text may be read up to a limit, so a long one comes in pieces: half of the bytes each, at most 200,000. */
const slices = (bytes, make) => {
  const size = Math.min(bytes / 2, 200_000);
  return Array.from({ length: Math.round(bytes / size) }, (_, n) => make(size, n));
};
const statusParts = (make, bytes) => {
  let n = 0;
  return slices(bytes, (size) => numbered(() => make(n++), size));
};
/** An encoding that nobody knows: such mails are left to the library that reads all the rest. */
const UNREAD = 'Content-Transfer-Encoding: x-unheard-of\n';
const left = (body) => head({ 'Content-Transfer-Encoding': 'x-unheard-of' }) + GREETING + body;
const html = (body) => head({ 'Content-Type': 'text/html; charset=utf-8' }) + body;

/** Name → makes a mail of about `bytes` bytes. */
const shapes = {
  'a long bounce, as a yardstick': (bytes) =>
    bounce(
      numbered((n) => `<user${n}@example.com>: host mx.example.com said: 550 5.1.1 User unknown\n\n`, bytes),
    ),
  'status blocks beside as many prose blocks': (bytes) =>
    report(
      numbered((n) => `<u${n}@example.com>: 550 no\n\n`, bytes / 2),
      ...statusParts((n) => block(n), bytes / 2),
    ),
  'answers that name nobody, all different': (bytes) =>
    bounce('Remote Server returned\n' + numbered((n) => `550 5.1.1 x${n}\n\n`, bytes)),
  'many failed recipients, one long answer': (bytes) =>
    bounce('The response was:\n550 ' + repeat('no such words here. ', bytes / 2), {
      'X-Failed-Recipients': numbered((n) => `u${n}@example.com,\n `, bytes / 2) + 'u@example.com',
    }),
  'many recipients, one reporter of many hosts': (bytes) =>
    report('', `Reporting-MTA: dns; ${repeat('a.b/', bytes / 10)}\n\n` + numbered((n) => block(n), bytes)),
  'final recipients of dots': (bytes) =>
    report('', ...slices(bytes, (size) => `Final-Recipient: rfc822; a${repeat('.', size)}x\n\n`)),
  'a file name of headers': (bytes) =>
    head({ 'Content-Type': 'multipart/mixed; boundary=b' }) +
    `--b\n${UNREAD}\n${GREETING}\n--b\nContent-Type: text/x; name="${repeat('headers', bytes)}"\n\nx\n--b--\n`,
  'dashes for an announcement': (bytes) => bounce(lines('', '-', 'x', 2990, bytes)),
  'announcements cut by a line separator': (bytes) =>
    bounce('The response was: 550 x\n' + repeat('server said:', bytes) + '\u2028x\n'),
  'supplementary info cut by a line separator': (bytes) =>
    report(
      '',
      ...slices(bytes, (size, n) => block(n, `X-Supplementary-Info: ${repeat('smtp;', size)}\u2028x\n`)),
    ),
  'wrapped answers that never close': (bytes) =>
    bounce('Generating server: mx.example.com\n' + lines('', '<a #5.1.1 smtp;', '', 3900, bytes)),
  'an answer with blanks behind it': (bytes) =>
    bounce('Generating server: mx.example.com\n' + lines('550 5.1.1 a', ' ', 'x', 3900, bytes)),
  'answers with tokens, to be sorted': (bytes) =>
    bounce(numbered((n) => `550 5.1.1 ${n} ${repeat('y ', 3900 - (n % 100))} RESOLVER.ADR\n\n`, bytes)),
  'log states that never close': (bytes) =>
    bounce(lines('user@example.com bounced ', 'status=a (', '', 3900, bytes), {
      'Auto-Submitted': 'auto-generated',
    }),
  'JSON that is none, line by line': (bytes) => head() + repeat('{\n', bytes),
  'JSON inside JSON': (bytes) => head() + repeat('[', bytes / 2) + repeat(']', bytes / 2),
  'sentences that share one paragraph': (bytes) =>
    bounce(
      numbered(
        (n) => `Unable to deliver message to: <u${n}@example.com>, ${repeat('no such words. ', 1900)}\n`,
        bytes,
      ),
    ),
  'leads of a sentence': (bytes) => bounce(lines('', 'deliver address ', 'x user@example.com', 140, bytes)),
  'at signs': (bytes) => bounce(lines('Generating server: ', '@', '', 650, bytes)),
  'address characters without an end': (bytes) =>
    bounce('Generating server:\n' + lines('a@-', 'a', '', 1900, bytes)),
  'one token of address characters': (bytes) => bounce(repeat('a', bytes) + '@example.com'),
  'addresses, nothing else': (bytes) => bounce(numbered((n) => `u${n}@example.com\n`, bytes)),
  'addresses in one line': (bytes) => bounce(numbered((n) => `u${n}@example.com `, bytes)),
  'words of the knowledge, over and over': (bytes) =>
    bounce('The response was:\n550 ' + repeat('user unknown, mailbox full, over quota, spam, ', bytes)),
  'first halves of wordings': (bytes) =>
    bounce('The response was:\n550 ' + repeat('domain recipient sender message user ', bytes)),
  'one line': (bytes) => bounce(repeat('word ', bytes)),
  'empty lines': (bytes) => bounce(repeat('\n', bytes)),
  'empty lines, oddly encoded': (bytes) => left(repeat('\n', bytes)),
  'short lines, oddly encoded': (bytes) => left(repeat('a\n', bytes)),
  'margins, oddly encoded': (bytes) => left(repeat('> > > >\n', bytes)),
  'parts, nothing in them, oddly encoded': (bytes) =>
    head({ 'Content-Type': 'multipart/mixed; boundary=b' }) + `--b\n${UNREAD}\n\n` + repeat('--b\n\n', bytes),
  'lines of one character': (bytes) => bounce(repeat('a\n', bytes)),
  blanks: (bytes) => bounce(repeat(' ', bytes) + 'x'),
  'lines that nearly begin a returned mail': (bytes) => bounce(repeat(' x-a: \n', bytes)),
  'a folded field': (bytes) => head({ 'X-Long': repeat('a\n ', bytes) + 'a' }) + GREETING,
  'many fields': (bytes) => numbered((n) => `X-${n}: a\n`, bytes) + head() + GREETING,
  'encoded words of no charset': (bytes) =>
    head({ Subject: repeat('=?none?Q?a?=\n ', bytes) + 'a' }) + GREETING,
  'encoded words that never close': (bytes) => head({ Subject: repeat('=?utf-8?Q?a', bytes) }) + GREETING,
  'blanks in From': (bytes) => head({ From: `"a"${repeat(' ', bytes)}x` }) + GREETING,
  'angle brackets in From': (bytes) => head({ From: repeat('<a@', bytes) }) + GREETING,
  'commas and quotes in To': (bytes) => head({ To: repeat('"a", <b>, ', bytes) }) + GREETING,
  'a content type of parameters': (bytes) =>
    head({ 'Content-Type': `text/plain; ${repeat('a=b; ', bytes)}` }) + GREETING,
  'tags that never close': (bytes) => html(repeat('<a ', bytes)),
  'quotes that never close': (bytes) => html(repeat('<a b="> <a b=\'>', bytes)),
  'comments that never close': (bytes) => html(repeat('<!-- ', bytes)),
  'scripts that never close': (bytes) => html(repeat('<script>a', bytes)),
  'links without an end': (bytes) => html(repeat(`<a ${' href ='.repeat(300)}>`, bytes)),
  'entities without an end': (bytes) => html(repeat('&amp&#1&#x', bytes)),
  'elements inside one another': (bytes) => html(repeat('<div>', bytes)),
  'parts inside one another': (bytes) => {
    let open = '';
    for (let n = 0; open.length < bytes; n++)
      open += `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`;
    return head({ 'Content-Type': 'multipart/mixed; boundary=b' }) + '--b\n' + open;
  },
  'parts, nothing in them': (bytes) =>
    head({ 'Content-Type': 'multipart/mixed; boundary=b' }) + repeat('--b\n\n', bytes),
  'lines that nearly are a boundary': (bytes) =>
    head({ 'Content-Type': 'multipart/mixed; boundary=b' }) + '--b\n\n' + repeat('--bx\n', bytes),
  'mails inside one another': (bytes) => {
    let open = '';
    for (let n = 0; open.length < bytes; n++)
      open += `Content-Type: multipart/mixed; boundary=c${n}\n\n--c${n}\nContent-Type: message/rfc822\n\nSubject: a\n`;
    return head({ 'Content-Type': 'multipart/mixed; boundary=b' }) + '--b\n' + open;
  },
  'attached bounces': (bytes) => {
    const inner = bounce(lines('<user@example.com>: ', 'said: 550 ', '', 500, bytes / 25));
    return (
      head({ 'Content-Type': 'multipart/mixed; boundary=b', Subject: 'Fwd: look' }) +
      `--b\nContent-Type: message/rfc822\n\n${inner}\n`.repeat(25) +
      '--b--\n'
    );
  },
  'pasted: rows of a table': (bytes) =>
    'Recipient,Status,Reason\n' + numbered((n) => `u${n}@example.com,bounced,550 no\n`, bytes),
  'pasted: fields without an end': (bytes) => 'Recipient,Status,Reason\n' + repeat(',', bytes),
  'pasted: quotes of a table that never close': (bytes) =>
    'Recipient,Status,Reason\n' + repeat('a,"b\n', bytes),
  'pasted: many events in one line': (bytes) =>
    '[' + numbered((n) => `{"event":"bounce","email":"u${n}@example.com","reason":"550 no"},`, bytes) + '{}]',
  'pasted: one event of many recipients': (bytes) =>
    `{"event":"bounce","reason":"550 no","recipients":[${numbered((n) => `"u${n}@example.com",`, bytes)}"u@example.com"]}`,
  'pasted: an event of many objects': (bytes) =>
    `{"event":"bounce","email":"u@example.com",${numbered((n) => `"a${n}":{"b":{"reason":"x"}},`, bytes)}"z":1}`,
  'pasted: forms of a webhook': (bytes) => repeat('to=u%40example.com&status=Error&reason=x\n', bytes),
  "pasted: lines of a server's log": (bytes) =>
    numbered(
      (n) => `to=<u${n}@example.com>, relay=mx.example.com, dsn=5.1.1, status=bounced (550 no)\n`,
      bytes,
    ),
  "pasted: a server's lines of keys": (bytes) => lines('to=<', 'to=a', ' status=bounced (', 7900, bytes),
  'pasted: replies in a line of Sendmail': (bytes) => lines('to=a, ', ', reply=', ' stat=x', 7900, bytes),
  'pasted: deliveries of qmail': (bytes) =>
    numbered(
      (n) => `starting delivery ${n}: msg 1 to remote u${n}@example.com\ndelivery ${n}: failure: no/\n`,
      bytes,
    ),
  'pasted: recipients that Python names': (bytes) =>
    'Refused: {' + numbered((n) => `'u${n}@example.com': (550, b'no'), `, bytes) + '}',
  'pasted: senders and arrows': (bytes) => lines('bounced ', 'a@example.com -> ', '', 3900, bytes),
  'equal signs of quoted-printable': (bytes) =>
    head({ 'Content-Transfer-Encoding': 'quoted-printable' }) + repeat('=\n=3D==4', bytes),
  'base64 that is none': (bytes) => head({ 'Content-Transfer-Encoding': 'base64' }) + repeat('*=a\n', bytes),
  'pasted: records of a log': (bytes) =>
    numbered(
      (n) => `to=<u${n}@example.com>, dsn=5.1.1, status=bounced (host mx.example.com said: 550 no)\n`,
      bytes,
    ),
  'pasted: one record': (bytes) => '550 5.1.1 <user@example.com> ' + repeat('to=<a status=b (', bytes),
  'quoted with a margin': (bytes) =>
    head({ Subject: 'Fwd: a' }) +
    '> From: Mail Delivery System <mailer-daemon@mx.example.com>\n> To: a\n> Subject: Undelivered Mail\n>\n' +
    repeat('> > > >\n', bytes),
};

module.exports = { shapes, repeat };
