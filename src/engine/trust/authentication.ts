/**
 * What the receiving organisation's own server found out about the sender (RFC 8601):
 *
 *     Authentication-Results: spf=pass (sender IP is 198.51.100.34) smtp.helo=mx.shop.example;
 *      dkim=none header.d=none;dmarc=pass action=none header.from=shop.example;compauth=pass reason=100
 */
import type { Headers } from '../mail/headers';
import type { Border } from './border';
import { domainOf, registrableDomain } from './ours';
import type { Note } from './signals';

/** Longer fields are made to be slow. */
const MAX_FIELD = 4000;

interface Result {
  method: string;
  result: string;
  /** The domain that was checked; empty where none is named. */
  domain: string;
}

/**
 * @param border what speaks for the sender counts only where the reader's own border wrote it; what speaks
 *   against it counts always
 * @returns domains that are proved to have sent it
 */
export function readAuthentication(headers: Headers, border: Border, note: Note): string[] {
  const looked = border.peer === null ? [] : [border.peer];
  const newest = border.results ?? headers.get('authentication-results');
  if (!newest) return looked;
  const results = read(newest);
  const resultOf = (method: string) => results.find((one) => one.method === method)?.result;
  const from = domainOf(headers.address('from') ?? '');
  const passed = results.filter(
    ({ method, result, domain }) =>
      (method === 'spf' || method === 'dkim') && result === 'pass' && domain !== '',
  );
  const related = passed.find(({ domain }) => !from || registrableDomain(domain) === registrableDomain(from));
  const dmarc = resultOf('dmarc');
  // Exchange says the second of a domain without a policy whose sender would have passed one.
  const isAligned = dmarc === 'pass' || dmarc === 'bestguesspass';
  const isVouched = isAligned || resultOf('compauth') === 'pass' || related !== undefined;
  const failed = ['compauth', 'dmarc', 'spf'].find((method) => resultOf(method) === 'fail');
  // Reports have no envelope sender, and a forwarder breaks SPF: one method that holds is enough.
  const isFailed =
    failed === 'compauth' || (failed === 'dmarc' && resultOf('compauth') !== 'pass') || !isVouched;
  const counts = border.results !== null;
  if (failed && isFailed) note('authentication-failed', `${failed}=fail`);
  else if (isVouched && counts) note('authentication-passed', wordsOf(results, related));
  else if (!isVouched && passed[0]) note('authentication-unrelated', passed[0].domain);
  else if (counts && results.some(({ result }) => result === 'pass'))
    note('authentication-passed', wordsOf(results));
  if (!counts) return looked;
  const checked = results.find(({ method }) => method === 'dmarc')?.domain ?? '';
  const isOfFrom = checked === '' || registrableDomain(checked) === registrableDomain(from);
  const aligned = isAligned && from !== '' && isOfFrom ? [from] : [];
  return [...looked, ...passed.map(({ domain }) => domain), ...aligned];
}

function wordsOf(results: readonly Result[], related?: Result): string {
  const one =
    results.find(({ method, result }) => method === 'dmarc' && result === 'pass') ??
    related ??
    results.find(({ result }) => result.endsWith('pass'));
  return one ? `${one.method}=${one.result}` : '';
}

function read(field: string): Result[] {
  // A sender may have written into a quoted address, or into a comment, what looks like a result.
  const plain = field
    .slice(0, MAX_FIELD)
    .replace(/"(?:[^"\\]|\\.)*"?/g, '_')
    .replace(/\([^()]*\)/g, ' ');
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
