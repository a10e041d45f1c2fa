/** Rows that are made up. */
import type { Row } from '../../src/campaign/row';
import { RowStore } from '../../src/campaign/row-store';

export const row = (fields: Partial<Row>): Row => ({
  address: 'user@example.com',
  kind: 'failure',
  action: 'failed',
  cause: 'recipient-unknown',
  variant: null,
  confidence: 'high',
  permanence: 'permanent',
  whoActs: 'recipient-admin',
  resend: 'after-fix',
  waitUntil: null,
  removeAddress: 'if-left',
  smtpReply: '550',
  status: '5.1.1',
  diagnostic: '550 5.1.1 User unknown',
  evidence: 'User unknown',
  provider: null,
  trust: 'unverified',
  campaign: null,
  originalMessageId: null,
  mail: null,
  firstSeen: null,
  lastSeen: null,
  times: 1,
  source: 'a.csv:2',
  rootCause: 'wrong-addresses',
  events: ['e'],
  ...fields,
});

export function storeOf(rows: Iterable<Row>): RowStore {
  const store = new RowStore();
  for (const one of rows) store.add(one);
  return store;
}
