/** Answers that share a word and mean different things: cause, variant. */
import { explain } from '../../src/engine';

type Row = [text: string, cause: string, variant?: string];

async function check(...[text, cause, variant]: Row) {
  const [one] = (await explain(text)).recipients;
  expect([one?.cause, ...(variant === undefined ? [] : [one?.variant])]).toEqual(
    variant === undefined ? [cause] : [cause, variant],
  );
}

describe('Sender was not authenticated', () => {
  test.each<Row>([
    ['550 5.7.12 Sender was not authenticated by organization', 'recipient-restricted', 'inside-only'],
    ['550 5.7.1 Client was not authenticated', 'recipient-restricted', 'inside-only'],
    ['530 5.7.57 Client not authenticated to send mail', 'sender-limit', 'submission-without-login'],
    ['432 4.7.12 A password transition is needed', 'sender-limit', 'password-change'],
  ])('%s', check);
});
