/** Answers that share a word and mean different things: cause, variant. */
import { explain } from '../../src/engine';

type Row = [text: string, cause: string, variant?: string];

async function check(...[text, cause, variant]: Row) {
  const [one] = (await explain(text)).recipients;
  expect([one?.cause, ...(variant === undefined ? [] : [one?.variant])]).toEqual(
    variant === undefined ? [cause] : [cause, variant],
  );
}

describe('a sign-in that Microsoft 365 refuses', () => {
  const ended = '550 5.7.30 Basic authentication is not supported for Client Submission.';
  const online = '[FR3P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-24T09:14:02.113Z 08DD0B2A]';
  test.each<Row>([
    [ended, 'sender-limit', 'password-sign-in-ended'],
    [`${ended} ${online}`, 'sender-limit', 'password-sign-in-ended'],
    [`550 5.7.30 ${online}`, 'sender-limit', 'password-sign-in-ended'],
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled',
      'sender-limit',
      'basic-login-off',
    ],
    ['550 5.7.30 REQUIRETLS support required', 'tls-required'],
    ['550 5.7.30 DKIM did not pass [mx.google.com]', 'auth-failure', 'dkim'],
  ])('%s', check);
});

describe('Sender was not authenticated', () => {
  test.each<Row>([
    ['550 5.7.12 Sender was not authenticated by organization', 'recipient-restricted', 'inside-only'],
    ['550 5.7.1 Client was not authenticated', 'recipient-restricted', 'inside-only'],
    ['530 5.7.57 Client not authenticated to send mail', 'sender-limit', 'submission-without-login'],
    ['432 4.7.12 A password transition is needed', 'sender-limit', 'password-change'],
  ])('%s', check);
});
