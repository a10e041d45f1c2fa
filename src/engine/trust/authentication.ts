/**
 * What the receiving organisation's own server found out about the sender (RFC 8601):
 *
 *     Authentication-Results: spf=pass (sender IP is 198.51.100.34) smtp.helo=mx.shop.example;
 *      dkim=none header.d=none;dmarc=pass action=none header.from=shop.example;compauth=pass reason=100
 */
import type { Headers } from '../mail/headers';
import { domainOf, organisation } from './ours';
import type { Note } from './signals';

/** Longer fields are made to be slow. */
const MAX_FIELD = 4000;

interface Result {
  method: string;
  result: string;
  /** The domain that was checked; empty where none is named. */
  domain: string;
}

export function readAuthentication(headers: Headers, note: Note): void {
  // The newest field stands first: the receiver's own. Those below may come from the sender.
  const [newest] = headers.all('authentication-results');
  if (!newest) return;
  const results = read(newest);
  const resultOf = (method: string) => results.find((one) => one.method === method)?.result;
  const from = domainOf(headers.address('from') ?? '');
  const passed = results.filter(
    ({ method, result, domain }) =>
      (method === 'spf' || method === 'dkim') && result === 'pass' && domain !== '',
  );
  const related = passed.find(({ domain }) => !from || organisation(domain) === organisation(from));
  const dmarc = resultOf('dmarc');
  const isVouched =
    dmarc === 'pass' || dmarc === 'bestguesspass' || resultOf('compauth') === 'pass' || related !== undefined;
  const failed = ['compauth', 'dmarc', 'spf'].find((method) => resultOf(method) === 'fail');
  // Reports have no envelope sender, and a forwarder breaks SPF: one method that holds is enough.
  const isFailed =
    failed === 'compauth' || (failed === 'dmarc' && resultOf('compauth') !== 'pass') || !isVouched;
  if (failed && isFailed) note('authentication-failed', `${failed}=fail`);
  else if (isVouched) note('authentication-passed', wordsOf(results, related));
  else if (passed[0]) note('authentication-unrelated', passed[0].domain);
  else if (results.some(({ result }) => result === 'pass')) note('authentication-passed', wordsOf(results));
}

function wordsOf(results: readonly Result[], related?: Result): string {
  const one =
    results.find(({ method, result }) => method === 'dmarc' && result === 'pass') ??
    related ??
    results.find(({ result }) => result.endsWith('pass'));
  return one ? `${one.method}=${one.result}` : '';
}

function read(field: string): Result[] {
  const plain = field.slice(0, MAX_FIELD).replace(/\([^()]*\)/g, ' ');
  return plain.split(';').flatMap((piece) => {
    const said = /(?:^|\s)(dmarc|spf|dkim|compauth)=([a-z]{1,20})/i.exec(piece);
    if (!said) return [];
    const checked = /(?:smtp\.mailfrom|smtp\.helo|header\.d|header\.i|header\.from)=([^\s;]{1,320})/i.exec(
      piece,
    )?.[1];
    return {
      method: (said[1] ?? '').toLowerCase(),
      result: (said[2] ?? '').toLowerCase(),
      domain: checked && checked !== 'none' ? domainOf(checked.replace(/[<>"]/g, '')) : '',
    };
  });
}
