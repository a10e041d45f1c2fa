/** How our reading of a whole mail differs from that of postal-mime and mailparser. */

/** Spaces, and what stands for bytes that are none, are told apart by no reader. */
const bare = (text) =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\0\ufffd]+/g, ' ')
    .trim();
const lower = (text) => bare(text).toLowerCase();

/** Of a parser, what is compared: subject, address of From, names of files. */
const fieldsOfPostal = (mail) => ({
  subject: bare(mail.subject),
  from: lower(mail.from?.address ?? mail.from?.group?.[0]?.address),
  files: mail.attachments.map(({ filename }) => bare(filename)).filter(Boolean),
  text: bare(mail.text),
});
const fieldsOfMailparser = (mail) => ({
  subject: bare(mail.subject),
  from: lower(mail.from?.value?.[0]?.address ?? mail.from?.value?.[0]?.group?.[0]?.address),
  files: mail.attachments.map(({ filename }) => bare(filename)).filter(Boolean),
  text: bare(mail.text),
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

const WORDS = 3;
const differs = {
  subject: (ours, theirs) => ours.subject !== theirs.subject,
  from: (ours, theirs) => ours.from !== theirs.from,
  // Names that they find and we do not: we list mails and texts as well, which they open.
  files: (ours, theirs) => theirs.files.some((name) => !ours.files.includes(name)),
  text: (ours, theirs) => lackingWords(theirs.text, ours.text).length > WORDS,
};

/**
 * @returns by field: `equal`; `theirs differ`, where we agree with one of them; `alone`, where we agree with neither,
 *   with all three readings
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
    const kind = both ? 'alone' : against.some(Boolean) ? 'theirs differ' : 'equal';
    found[field] = { kind, readings: [ours, ...others].map((all) => all?.[field]) };
  }
  return found;
}
