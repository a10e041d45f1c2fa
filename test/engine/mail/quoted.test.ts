import { openQuoted } from '../../../src/engine/mail/quoted';

/** Labels in the order of a forward: from, sent, to, subject. */
const languages = [
  ['English', 'From', 'Sent', 'To', 'Subject'],
  ['German', 'Von', 'Gesendet', 'An', 'Betreff'],
  ['French', 'De', 'Envoyé', 'À', 'Objet'],
  ['Spanish', 'De', 'Enviado el', 'Para', 'Asunto'],
  ['Italian', 'Da', 'Inviato', 'A', 'Oggetto'],
  ['Portuguese', 'De', 'Enviado', 'Para', 'Assunto'],
  ['Dutch', 'Van', 'Verzonden', 'Aan', 'Onderwerp'],
  ['Swedish', 'Från', 'Skickat', 'Till', 'Ämne'],
  ['Turkish', 'Kimden', 'Gönderildi', 'Kime', 'Konu'],
  ['Polish', 'Od', 'Wysłano', 'Do', 'Temat'],
  ['Russian', 'От', 'Отправлено', 'Кому', 'Тема'],
  ['Japanese', '差出人', '送信日時', '宛先', '件名'],
  ['Chinese', '发件人', '发送时间', '收件人', '主题'],
] as const;

const values = [
  'mailer-daemon@mx.example.com',
  '23 Nov 2026',
  'training@company.example',
  'Undelivered Mail',
];
const block = (labels: readonly string[], write: (label: string, value: string) => string) =>
  labels.map((label, index) => write(label, values[index]!)).join('\n');
const english = ['From', 'Sent', 'To', 'Subject'];

describe('should open a forward', () => {
  test.each(languages)('in %s', (_language, ...labels) => {
    const text = `See below.\n\n${block(labels, (label, value) => `${label}: ${value}`)}\n\n550 User unknown`;
    const message = openQuoted(text);
    expect(message?.headers.address('from')).toBe(values[0]);
    expect(message?.headers.get('subject')).toBe(values[3]);
    expect(message?.text).toBe('550 User unknown');
  });

  test.each([
    ['quoted by >', (text: string) => text.replace(/^/gm, '> ')],
    ['quoted twice', (text: string) => text.replace(/^/gm, '>> ')],
    ['indented', (text: string) => text.replace(/^/gm, '    ')],
    ['below a line of dashes', (text: string) => `-----Original Message-----\n${text}`],
    ['at the very top', (text: string) => text],
  ])('%s', (_what, change) => {
    const text = change(`${block(english, (label, value) => `${label}: ${value}`)}\n\n550 User unknown`);
    const message = openQuoted(text);
    expect(message?.headers.get('subject')).toBe(values[3]);
    expect(message?.text).toBe('550 User unknown');
  });

  test.each([
    ['bold labels', (label: string, value: string) => `*${label}:* ${value}`],
    ['full-width colons', (label: string, value: string) => `${label}：${value}`],
    ['a space before the colon', (label: string, value: string) => `${label} : ${value}`],
  ])('with %s', (_what, write) => {
    expect(openQuoted(`${block(english, write)}\n\nbody`)?.headers.get('subject')).toBe(values[3]);
  });

  test('only the first one: what it quotes is its own text', () => {
    const inner = block(english, (label, value) => `${label}: ${value}`);
    const message = openQuoted(`${inner}\n\nfirst\n\n${inner}\n\nsecond`);
    expect(message?.text).toContain('first');
    expect(message?.text).toContain('second');
  });
});

describe('should not open', () => {
  test.each([
    ['a note', 'Hello\n\nSee you tomorrow.'],
    ['an empty text', ''],
    ['a sender alone', 'From: me\n\nHello'],
    ['sender and subject, no more', 'From: me\nSubject: you\n\nHello'],
    ['a block without a subject', 'From: me\nTo: you\nDate: now\n\nHello'],
    ['a table of contents', 'Introduction: 1\nFrom: 2\nChapters: 3\nSummary: 4\n'],
    ['a journey', 'Von: Berlin\nNach: Bonn\nDatum: morgen\nPreis: 20'],
    ['fields with lines between them', 'From: a\n\nTo: b\n\nSubject: c\n\nDate: d'],
    ['labels without values', 'From:\nSent:\nTo:\nSubject:\n'],
  ])('%s', (_what, text) => expect(openQuoted(text)).toBeNull());
});
