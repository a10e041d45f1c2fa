/* global TextEncoder */
/** Variants of one mail: what a forward, a client, a relay or a paste makes of it. */

const limit = 'variant-limit-7f3a';
const encoder = new TextEncoder();
const base64 = (bytes) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');

/** RFC 2045, 6.7; soft breaks fall anywhere, as with real encoders. */
function quotedPrintable(bytes) {
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  return lines
    .map((line) => {
      const pieces = [...line].map((char, at) => {
        const isPlain =
          char >= ' ' && char <= '~' && char !== '=' && !(char === ' ' && at === line.length - 1);
        return isPlain ? char : `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
      });
      let out = '';
      let column = 0;
      for (const piece of pieces) {
        if (column + piece.length > 75) {
          out += '=\r\n';
          column = 0;
        }
        out += piece;
        column += piece.length;
      }
      return out;
    })
    .join('\r\n');
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const toHtml = (text) =>
  `<html><body>${text
    .split('\n')
    .map((line) => `<div>${escape(line) || '<br>'}</div>`)
    .join('\n')}</body></html>`;

/** The mail's own page, unless it is a shell beside the text. */
const pageOf = (email) =>
  readable({ html: email.html }).length > email.readable.length / 2 ? email.html : toHtml(email.readable);

/** Field lines, folded ones whole, without those of the body. */
const outerFields = (email) =>
  email.headerLines
    .map(({ line }) => line)
    .filter((line) => !/^(?:content-|mime-version)/i.test(line))
    .map((line) => line.replace(/\r?\n/g, '\r\n'));

const mail = (fields, type, encoding, body) =>
  [
    ...fields,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
  ].join('\r\n');

const field = (email, name) => email.headers.find(({ key }) => key === name)?.value ?? '';
const person = ['From: Anna <anna@company.example>', 'To: helpdesk@company.example'];
const note = 'Hello, what does this mean?\n\nAnna\n\n';

const block = (email, title) =>
  [
    title,
    `From: ${field(email, 'from') || 'Mail Delivery System'}`,
    'Sent: Monday, November 23, 2026 9:00 AM',
    `To: ${field(email, 'to') || 'training@company.example'}`,
    `Subject: ${email.subject || '(no subject)'}`,
    '',
    email.readable,
  ].join('\n');

function reencoded(email, encode, encoding) {
  const type = field(email, 'content-type');
  const outer = /^multipart\/report/i.test(type)
    ? `multipart/report; report-type=${/report-type="?([\w-]+)/i.exec(type)?.[1] ?? 'delivery-status'}`
    : 'multipart/mixed';
  const parts = [
    ...(email.text ? [['text/plain; charset=utf-8', email.text]] : []),
    ...(email.html ? [['text/html; charset=utf-8', email.html]] : []),
    ...email.attachments.map(({ mimeType, content }) => [mimeType, content]),
  ];
  const written = parts.map(([mediaType, content]) => {
    const bytes = typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content);
    return `--${limit}\r\nContent-Type: ${mediaType}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encode(bytes)}\r\n`;
  });
  return mail(
    outerFields(email),
    `${outer}; boundary="${limit}"`,
    '7bit',
    `${written.join('')}--${limit}--\r\n`,
  );
}

const withLineEnds = (bytes, end) =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/\r\n|\n|\r/g, end),
    'latin1',
  );
const utf8 = 'text/plain; charset=utf-8';

/**
 * Each makes an input of a parsed mail (`email`, with its readable text) and its bytes; null where it would
 * make nothing new. What `isLoss` leaves out is asked for only as far as it still stands in the text.
 */
export const emailVariants = [
  { name: 'pasted text', isLoss: true, make: ({ email }) => email.readable },
  {
    name: 'no status part',
    isLoss: true,
    make: ({ email }) =>
      email.attachments.some(({ mimeType }) => /delivery-status/.test(mimeType))
        ? mail(outerFields(email), utf8, '8bit', email.readable)
        : null,
  },
  {
    name: 'HTML only',
    isLoss: true,
    make: ({ email }) => mail(outerFields(email), 'text/html; charset=utf-8', '8bit', pageOf(email)),
  },
  {
    name: 'forwarded, quoted',
    isLoss: true,
    make: ({ email }) => {
      const text = block(email, '-----Original Message-----').replace(/^/gm, '> ');
      return mail([...person, `Subject: Fwd: ${email.subject ?? ''}`], utf8, '8bit', note + text);
    },
  },
  {
    name: 'forwarded, Outlook',
    isLoss: true,
    make: ({ email }) =>
      mail(
        [...person, `Subject: FW: ${email.subject ?? ''}`],
        utf8,
        '8bit',
        note + block(email, '_'.repeat(32)),
      ),
  },
  {
    name: 'attached',
    make: ({ bytes }) => {
      const inner = Buffer.from(bytes).toString('latin1');
      const body = `--${limit}\r\nContent-Type: text/plain\r\n\r\n${note}\r\n--${limit}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--${limit}--\r\n`;
      const all = mail(
        [...person, 'Subject: FW: what is this?'],
        `multipart/mixed; boundary="${limit}"`,
        '8bit',
        body,
      );
      return new Uint8Array(Buffer.from(all, 'latin1'));
    },
  },
  { name: 'CRLF', make: ({ bytes }) => new Uint8Array(withLineEnds(bytes, '\r\n')) },
  { name: 'LF', make: ({ bytes }) => new Uint8Array(withLineEnds(bytes, '\n')) },
  { name: 'CR', make: ({ bytes }) => new Uint8Array(withLineEnds(bytes, '\r')) },
  { name: 'quoted-printable', make: ({ email }) => reencoded(email, quotedPrintable, 'quoted-printable') },
  { name: 'base64', make: ({ email }) => reencoded(email, base64, 'base64') },
  {
    name: 'in pieces, HTML',
    isLoss: true,
    make: ({ email }) => pieces(email, pageOf(email), email.readable),
  },
  { name: 'in pieces, text', isLoss: true, make: ({ email }) => pieces(email, null, email.readable) },
  {
    name: 'in pieces, no headers',
    isLoss: true,
    make: ({ email }) => ({ ...pieces(email, pageOf(email), null), headers: null }),
  },
];

const pieces = (email, html, text) => ({
  headers: outerFields(email).join('\r\n'),
  subject: email.subject ?? '',
  from: email.from?.address ?? null,
  html,
  text,
  attachments: [],
});

/** What a person sees of the mail. */
export const readable = ({ text, html }) =>
  (
    text ||
    (html ?? '')
      .replace(/<(?:style|script|head)[\s\S]*?<\/(?:style|script|head)>/gi, '')
      .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
      .replace(/<[^>]{1,5000}>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  ).replace(/\r\n/g, '\n');
