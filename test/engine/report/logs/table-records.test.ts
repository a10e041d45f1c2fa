import { tableRecords } from '../../../../src/engine/report/logs/table-records';
import { readBy, reportOf } from '../readers/report-text';

const read = (text: string) => readBy(tableRecords, reportOf(text, { form: 'text' }));
const user = (found: object) => [{ address: 'user@example.com', ...found }];

describe('reads', () => {
  test.each<[string, string, object]>([
    [
      'names above the columns',
      'Campaign,Target User,Delivery Status,Error Message\nQ2,user@example.com,Error,550 5.1.1 User unknown',
      { action: 'failed', replyCode: '550', status: '5.1.1', diagnostic: 'Error: 550 5.1.1 User unknown' },
    ],
    [
      'marks, quotes and line ends in quotes',
      'Name;E-Mail-Adresse;Versandstatus;Status;Fehlermeldung\n"Roe; Jo";user@example.com;x;Unzustellbar;"550 ""no""\nsuch user"',
      { action: 'failed', replyCode: '550' },
    ],
    [
      'codes in columns of their own',
      'recipient\tevent\tseverity\tcode\tmessage\nuser@example.com\tfailed\ttemporary\t450\t4.2.0 Greylisted',
      { action: 'delayed', replyCode: '450', status: '4.2.0' },
    ],
    [
      'a tracking log of Exchange',
      '#Software: Microsoft Exchange Server\n#Fields: date-time,source,event-id,message-id,recipient-address,recipient-status,sender-address\n2026-11-23T09:12:00Z,SMTP,RECEIVE,<1@company.example>,user@example.com,,training@company.example\n2026-11-23T09:12:01Z,ROUTING,FAIL,<1@company.example>,user@example.com,[{LED=550 5.7.1 RESOLVER.RST.AuthRequired; no}],training@company.example',
      { action: 'failed', replyCode: '550', status: '5.7.1' },
    ],
    [
      "Microsoft's export of a trace",
      '"sender_address","recipient_status","message_subject","message_id"\n"training@company.example","user@example.com##Receive, Fail","Training","<1@company.example>"',
      { action: 'failed' },
    ],
    [
      'a table copied from a page, below its title',
      'Rejected Messages\n\nFrom (Env.)               To                   Type       Info\ntraining@company.example  user@example.com     Rejected   550 Invalid Recipient',
      { action: 'failed', replyCode: '550' },
    ],
    [
      'a list of failures, which says no more than why',
      'status,reason,email,created\n,lookup failed,user@example.com,1771501511',
      { diagnostic: 'lookup failed' },
    ],
    ['the last word of all', 'to,state,info\nuser@example.com,Delivered,250 OK', { action: 'delivered' }],
  ])('%s', (_what, text, found) => expect(read(text)).toMatchObject(user(found)));

  test('rows without names: the address that differs is the recipient', () => {
    const row = (name: string) => `2026-11-23,training@company.example,${name}@example.com,bounced`;
    expect(read(`${row('a')}\n${row('b')}`).map(({ address }) => address)).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
  });
});

describe('does not read', () => {
  test.each([
    ['a sentence with commas', 'Dear Jo,\nplease, if you can, write to user@example.com, or call.'],
    ['a list of people', 'Name,Room,E-mail\nJo Roe,17,user@example.com'],
    ['one line', 'user@example.com,bounced,550 no'],
    ['names alone', 'Recipient,Status,Reason'],
    ['an answer', '550 5.1.1 <user@example.com>: no, not here, sorry'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
