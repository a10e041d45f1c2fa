/** Reports by Exchange, Microsoft 365 and Gmail in the languages that they are written in. */
import { explain, type Explanation } from '../../../src/engine';
import reports from './reports.json';
import {
  exchangeText,
  gmailText,
  microsoft365Copied,
  microsoft365Html,
  writeMail,
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

/** Korean joins its particles to the address; a Japanese title begins with the address. */
const spaced = rows.filter(([language]) => language !== 'ko');
const readable = spaced.filter(([language]) => language !== 'ja');

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
  test.each(readable)('%s, whole mail', async (_language, words) => {
    const report = microsoft365Html(words, server);
    await expectAll(mails(report, words), report.expected);
  });
  test.each(readable)('%s, copied text', async (_language, words) => {
    await expectAll([microsoft365Copied(words, server)], microsoft365Html(words, server).expected);
  });
});

describe('text by Gmail', () => {
  test.each(spaced)('%s, whole mail', async (_language, words) => {
    const report = gmailText(words);
    await expectAll(mails(report, words), report.expected);
  });
  test.each(spaced)('%s, body alone', async (_language, words) => {
    const report = gmailText(words);
    await expectAll([report.body], report.expected);
  });
});
