/** Mails whose fields hold parameters, addresses, encoded words and dates that nobody should write. */

const PIECES = [
  ';',
  '=',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  ',',
  ':',
  '@',
  '*',
  "'",
  '%',
  '%41',
  '%zz',
  ' ',
  '\t',
  '\n ',
  '\n\t',
  '\0',
  '\u00fc',
  '\u00e9\u00ff',
  '*0',
  '*1',
  '*0*',
  '*22*',
  '*999',
  "utf-8''",
  "x'y'",
  'boundary',
  'boundary=b',
  'x-boundary=a',
  'charset',
  'charset=utf-8',
  'filename=',
  'filename*=',
  'name=',
  'filename*0="invoice.pdf"',
  'filename*1=".html"',
  'report-type=delivery-status',
  'a',
  'b',
  '--',
  '.html',
  '.exe',
  '=?utf-8?B?',
  '=?utf-8?Q?',
  '=?iso-2022-jp?B?',
  '?=',
  '====',
  'R3LDvMOf',
  '=C3',
  '_',
  '?',
  'a@example.com',
  '"x" <x@example.com>',
  '<@r.example:c@d.example>',
  'a@b:c@d;',
  '"System Administrator"@example.com',
  'multipart/report',
  'multipart/mixed',
  'text/html',
  '/',
];
const FIELDS = [
  'Content-Type',
  'Content-Disposition',
  'From',
  'To',
  'Subject',
  'Return-Path',
  'Authentication-Results',
  'X-Failed-Recipients',
  'Received',
  'Message-ID',
  'Date',
  'Content-Transfer-Encoding',
];

function value({ pick, size, maybe }) {
  let text = '';
  for (let n = 1 + size(40); n > 0; n--) text += pick(PIECES);
  return maybe(0.1) ? text + pick(PIECES).repeat(size(20_000)) : text;
}

/** @returns `{ bytes, label }` */
export function spoiltFields(luck) {
  const field = luck.pick(FIELDS);
  const usual =
    'Return-Path: <>\nFrom: Mail Delivery System <mailer-daemon@mx.example.com>\nSubject: Undelivered Mail\n';
  const type = 'Content-Type: multipart/report; boundary=b\n';
  const part = `--b\n${luck.maybe(0.5) ? `${luck.pick(['Content-Type', 'Content-Disposition'])}: ${value(luck)}\n` : ''}`;
  const mail = `${field}: ${value(luck)}\n${usual}${luck.maybe(0.5) ? type : ''}\n${part}\n<user@example.com>: 550 5.1.1 User unknown\n--b--\n`;
  return {
    bytes: new Uint8Array(Buffer.from(mail, luck.maybe(0.5) ? 'latin1' : 'utf8')),
    label: `field ${field}`,
  };
}
