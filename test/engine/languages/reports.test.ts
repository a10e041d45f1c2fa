/** Reports by Exchange, Microsoft 365 and Gmail in the languages that they are written in. */
import { explain, type Explanation } from '../../../src/engine';
import reports from './reports.json';
import {
  exchangeText,
  gmailText,
  microsoft365Copied,
  microsoft365Html,
  writeMail,
  type Around,
  type Expected,
  type Report,
  type Words,
} from './write-report';

const facts = ({ kind, recipients }: Explanation) => ({
  kind,
  recipients: recipients.map(({ address, replyCode, status, cause, diagnostic }) => ({
    address,
    replyCode,
    status,
    cause,
    diagnostic,
  })),
});
const failure = (recipients: Expected[]) => ({ kind: 'failure', recipients });

const rows = reports.map((words) => [words.language, words] as const);

/** As a whole mail, in each form of writing that such mails come in. */
function mails(report: Report, { charset }: Words): Uint8Array[] {
  return [
    writeMail(report, 'utf-8', 'base64'),
    writeMail(report, 'utf-8', 'quoted-printable'),
    writeMail(report, charset, 'quoted-printable'),
    writeMail(report, charset, 'base64'),
  ];
}

async function expectAll(inputs: (Uint8Array | string)[], expected: Expected[]): Promise<void> {
  for (const input of inputs) expect(facts(await explain(input))).toEqual(failure(expected));
}

describe.each(['exchange', 'plain'] as const)("text by Exchange, the server's answer %s", (server) => {
  test.each(rows)('%s, whole mail', async (_language, words) => {
    const report = exchangeText(words, server);
    await expectAll(mails(report, words), report.expected);
  });
  test.each(rows)('%s, body alone', async (_language, words) => {
    const report = exchangeText(words, server);
    await expectAll([report.body], report.expected);
  });
});

describe.each(['exchange', 'plain'] as const)("page by Microsoft 365, the server's answer %s", (server) => {
  test.each(rows)('%s, whole mail', async (_language, words) => {
    const report = microsoft365Html(words, server);
    await expectAll(mails(report, words), report.expected);
  });
  test.each(rows)('%s, source of the page', async (_language, words) => {
    const report = microsoft365Html(words, server);
    await expectAll([report.body], report.expected);
  });
  test.each(rows)('%s, copied text', async (_language, words) => {
    await expectAll([microsoft365Copied(words, server)], microsoft365Html(words, server).expected);
  });
});

describe('text by Gmail', () => {
  test.each(rows)('%s, whole mail', async (_language, words) => {
    const report = gmailText(words);
    await expectAll(mails(report, words), report.expected);
  });
  test.each(rows)('%s, body alone', async (_language, words) => {
    const report = gmailText(words);
    await expectAll([report.body], report.expected);
  });
});

describe('lines broken, as a forward or a paste leaves them', () => {
  /** A relay breaks long lines at a space. */
  const wrap = (text: string, width: number) =>
    text
      .split('\n')
      .map((line) => line.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'gu'), '$1\n').trimEnd())
      .join('\n');
  /** The answer is the same words, broken elsewhere. */
  const expectSame = async (body: string, expected: Expected[]) => {
    const { kind, recipients } = facts(await explain(body));
    const unbroken = recipients.map((one) => ({
      ...one,
      diagnostic: one.diagnostic?.replace(/\s+/g, ' ') ?? null,
    }));
    expect({ kind, recipients: unbroken }).toEqual(failure(expected));
  };

  describe.each([72, 60])('at %i', (width) => {
    test.each(rows)('Exchange, %s', async (_language, words) => {
      const report = exchangeText(words, 'exchange');
      await expectSame(wrap(report.body, width), report.expected);
    });
    test.each(rows)('Gmail, %s', async (_language, words) => {
      const report = gmailText(words);
      await expectSame(wrap(report.body, width), report.expected);
    });
  });

  test.each(rows)('Microsoft 365, copied, at 72, %s', async (_language, words) => {
    const { expected } = microsoft365Html(words, 'exchange');
    await expectSame(wrap(microsoft365Copied(words, 'exchange'), 72), expected);
  });
});

describe('what stands around an address stays out of it', () => {
  const quotes: Around[] = [
    ['„', '“'],
    ['«', '»'],
    ['‘', '’'],
    ['「', '」'],
  ];
  const marks: Around[] = [
    ['\u200e', '\u200e'],
    ['\u200f', '\u200f'],
    ['\u202a', '\u202c'],
    ['\u2066', '\u2069'],
    ['\u2068', '\u2069'],
  ];

  const expectAround = async (words: Words, around: Around) => {
    const exchange = exchangeText(words, 'plain', around);
    const page = microsoft365Html(words, 'plain', around);
    const gmail = gmailText(words, around);
    for (const report of [exchange, page, gmail])
      await expectAll([writeMail(report, 'utf-8', 'base64'), report.body], report.expected);
    await expectAll([microsoft365Copied(words, 'plain', around)], page.expected);
  };

  test.each(rows)('quotes, %s', async (_language, words) => {
    for (const around of quotes) await expectAround(words, around);
  });

  test.each(rows.filter(([language]) => ['ar', 'he'].includes(language)))(
    'marks of writing direction, %s',
    async (_language, words) => {
      for (const around of marks) await expectAround(words, around);
    },
  );

  test.each(rows.filter(([language]) => ['ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(language)))(
    'words without a space between, %s',
    async (_language, words) => {
      const joined = JSON.parse(JSON.stringify(words).replace(/ ?\{address\} ?/g, '{address}')) as Words;
      await expectAround(joined, ['', '']);
    },
  );
});
