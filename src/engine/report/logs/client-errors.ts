/**
 * Errors of programs that hand mails over, where they name several recipients with an answer each:
 *
 *     SMTPRecipientsRefused: {'user@example.com': (550, b'5.1.1 User unknown'), 'other@example.com': (452, b'…')}   Python
 */
import { MAX_RECORDS } from '../../mail/limits';
import { trimAddress } from '../addresses';
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader } from '../reader';

const PYTHON =
  /['"]([^\s"@]{1,64}@[^\s'"@]{1,255})['"]: \((\d{3}), b?(?:'((?:[^'\\]|\\.|(?<=\p{L})'(?=\p{L})){0,2000})|"((?:[^"\\]|\\.){0,2000}))/gu;

export const clientErrors: Reader = {
  id: 'client-errors',
  naming: 'field',
  read({ form, lines }) {
    const found: DeliveryRecord[] = [];
    for (const line of form === 'text' ? lines : []) {
      if (!line.includes("': (") && !line.includes('": (')) continue;
      for (const [, address = '', code = '', single, double] of line.matchAll(PYTHON)) {
        if (found.length >= MAX_RECORDS) return found;
        const diagnostic = `${code} ${(single ?? double ?? '').replaceAll('\\n', '\n')}`;
        found.push(recordOf({ address: trimAddress(address), diagnostic, ...readCodes(diagnostic) }));
      }
    }
    return found;
  },
};
