/** How our reading of a whole mail differs from that of postal-mime and mailparser. */

/** Readers write blanks and undecodable bytes in different ways: both are left out of the comparison. */
const bare = (text) =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\0\ufffd]+/g, ' ')
    .trim();
const lower = (text) => bare(text).toLowerCase();

/** Bytes that were none of the charset that they were said to be in. */
const hasBroken = ({ subject, text }) => `${subject} ${text}`.includes('\ufffd');

/** Of a parser, what is compared: subject, address of From, names of files. */
const fieldsOfPostal = (mail) => ({
  subject: bare(mail.subject),
  from: lower(mail.from?.address ?? mail.from?.group?.[0]?.address),
  files: mail.attachments.map(({ filename }) => bare(filename)).filter(Boolean),
  text: bare(mail.text),
  isBroken: hasBroken(mail),
});
const fieldsOfMailparser = (mail) => ({
  subject: bare(mail.subject),
  from: lower(mail.from?.value?.[0]?.address ?? mail.from?.value?.[0]?.group?.[0]?.address),
  files: mail.attachments.map(({ filename }) => bare(filename)).filter(Boolean),
  text: bare(mail.text),
  isBroken: hasBroken(mail),
});
const fieldsOfOurs = (message) => ({
  subject: bare(message.headers.decoded('subject')),
  from: lower(message.headers.address('from')),
  files: message.parts.map(({ filename }) => bare(filename)).filter(Boolean),
  text: bare(message.text),
});

/** Words of one text that the other lacks, up to some. */
function lackingWords(text, other) {
  const known = new Set(other.split(' '));
  return text.split(' ').filter((word) => word !== '' && !known.has(word));
}

const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');
/** Characters of a field from which on it may be cut. */
const MAY_BE_CUT_FROM = 1000;
/** What is left where every byte beyond ASCII, and what came of it, is taken away. */
const ascii = (text) => text.replace(/[^!-~]/g, '');

/**
 * Where we agree with neither, why. Each class is one decision of ours; what falls into none has to be looked at.
 * @returns null for none
 */
function classOf(field, raw, ours, others) {
  const theirs = others.map((one) => one?.[field] ?? '');
  const mine = ours[field];
  if (!raw.includes('\n') && theirs.every((one) => one.length === 0))
    return 'lone carriage returns, read by us alone';
  if (field === 'from')
    return mine === '' && theirs.every((one) => !one.includes('@')) ? 'a name without @ is no address' : null;
  if (field === 'files')
    return theirs.every((one) => one.length > 0) && !/^content-type:[^\n]*\//im.test(raw)
      ? 'a type that is none is text'
      : null;
  // `Fr+APY-sche`, in both of theirs.
  if (/utf-7/i.test(raw) && theirs.every((one) => /\+[A-Za-z\d/]{2,}-/.test(one)))
    return 'UTF-7, which they leave as it stands';
  const bytes = ascii(mine);
  if (
    (/[\x80-\xff]/.test(raw) || others.some((one) => one?.isBroken)) &&
    theirs.some((one) => one.split(' ').every((word) => bytes.includes(ascii(word))))
  )
    return 'bytes against their charset, read as Windows-1252';
  if (mine.length > MAY_BE_CUT_FROM && theirs.every((one) => one.startsWith(mine.slice(0, MAY_BE_CUT_FROM))))
    return 'longer than what we read';
  if (field === 'text' && /^content-type:\s*(?:message|multipart)\//im.test(raw))
    return 'attached mails, joined to the text by them';
  return null;
}

const WORDS = 3;
const differs = {
  subject: (ours, theirs) => ours.subject !== theirs.subject,
  from: (ours, theirs) => ours.from !== theirs.from,
  // Names that they find and we do not: we list mails and texts as well, which they open.
  files: (ours, theirs) => theirs.files.some((name) => !ours.files.includes(name)),
  text: (ours, theirs) => lackingWords(theirs.text, ours.text).length > WORDS,
};

/**
 * @returns by field: `equal`; `theirs differ`, where we agree with one of them; where we agree with neither, the class
 *   of it, or `alone`; with all three readings
 */
export async function differMail(bytes, { read, parsePostal, parseMailparser }) {
  const ours = fieldsOfOurs(await read(bytes));
  const others = [];
  for (const [parse, fields] of [
    [parsePostal, fieldsOfPostal],
    [parseMailparser, fieldsOfMailparser],
  ])
    others.push(await parse(bytes).then(fields, () => null));
  const found = {};
  for (const [field, differ] of Object.entries(differs)) {
    const against = others.map((theirs) => theirs !== null && differ(ours, theirs));
    const both = against.every(Boolean);
    const kind = both
      ? (classOf(field, latin1(bytes), ours, others) ?? 'alone')
      : against.some(Boolean)
        ? 'theirs differ'
        : 'equal';
    found[field] = { kind, readings: [ours, ...others].map((all) => all?.[field]) };
  }
  return found;
}
