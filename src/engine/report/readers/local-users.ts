/**
 * Users that a mail system names without their domain, in a list below the sentence about them: AOL, Yale,
 * GroupWise, old gateways.
 *
 *     Your mail to the following recipients could not be delivered because their mailboxes are full:
 *     	user                                                                                AOL
 *
 *      --------Message not delivered to the following:
 *
 *      user    No matches to nameserver query                                              Yale
 *
 * The domain is that of the returned mail's address of this name, or of the system's own address.
 */
import roles from '../../../knowledge/roles.json';
import { alternatives } from '../../words/whole-words';
import { addressesIn } from '../addresses';
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader, ReportText } from '../reader';

const LIST_FOLLOWS = new RegExp(
  `(?<!\\p{L})(?:${alternatives(roles.listLeads)})(?!\\p{L})[^:]{0,200}:\\s*$`,
  'iu',
);
/** A name, indented; its reason behind two spaces or a tab, or in brackets. */
const USER = /^\s{1,8}([A-Za-z0-9][A-Za-z0-9._+-]{0,63})(?:(?:\s{2,20}|\s\()(\S.{0,300}?)\)?)?\s*$/;
/** Lines of one list. */
const MAX_USERS = 50;

export const localUsers: Reader = {
  id: 'local-users',
  naming: 'words',
  read(report) {
    const { lines } = report;
    return lines.flatMap((line, index) =>
      line.length < 1000 && LIST_FOLLOWS.test(line.slice(-320)) ? usersBelow(report, index) : [],
    );
  },
};

function usersBelow(report: ReportText, label: number): DeliveryRecord[] {
  const found: DeliveryRecord[] = [];
  for (let i = label + 1; i < Math.min(label + MAX_USERS, report.lines.length); i++) {
    const line = report.lines[i] ?? '';
    if (line.trim() === '') {
      if (found.length > 0) break;
      continue;
    }
    const user = USER.exec(line);
    if (!user?.[1]) break;
    const reason = user[2] ?? (report.lines[label] ?? '').trim();
    found.push(
      recordOf({ address: addressOf(user[1].toLowerCase(), report), prose: reason, ...readCodes(reason) }),
    );
  }
  return found;
}

function addressOf(user: string, { headers, original }: ReportText): string {
  const returned = addressesIn((original.get('to') ?? '').replaceAll(',', '\n'));
  const same = returned.find((address) => address.startsWith(`${user}@`));
  if (same) return same;
  const domain = headers.address('from')?.split('@')[1] ?? '';
  // A host's own name, `mr2.its.example.edu`, is not where its users get their mail.
  return /^[^.]+\.[^.]+$/.test(domain) ? `${user}@${domain}` : user;
}
