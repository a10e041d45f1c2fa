import { diagnose } from '../../../src/engine/diagnose/diagnose';
import { recordOf, type DeliveryRecord } from '../../../src/engine/record/record';

const of = (fields: Partial<DeliveryRecord>, prose: string | null = null, mta: string | null = null) =>
  diagnose(recordOf(fields), prose, mta);

describe('what beats what', () => {
  test.each<[string, Partial<DeliveryRecord>, string]>([
    [
      "a machine's word beats a sentence",
      { diagnostic: '550 5.1.1 mailbox full RESOLVER.ADR.RecipNotFound' },
      'recipient-unknown',
    ],
    ['words beat the enhanced code', { diagnostic: 'mailbox full', status: '5.1.1' }, 'mailbox-full'],
    ['the enhanced code beats the basic one', { replyCode: '552', status: '5.1.1' }, 'recipient-unknown'],
    ['the answer beats the prose', { diagnostic: 'mailbox full', prose: 'User unknown' }, 'mailbox-full'],
    [
      'a code with one meaning beats the prose',
      { status: '5.1.1', prose: 'mailbox full' },
      'recipient-unknown',
    ],
    [
      "a machine's word is a word, not a piece of one",
      { diagnostic: '550 5.1.1 User unknown [AIB5083.mail.example.org]' },
      'recipient-unknown',
    ],
    ['the longer of two phrases wins', { diagnostic: 'Submission quota exceeded' }, 'sender-limit'],
  ])('%s', (_what, fields, cause) => expect(of(fields).cause).toBe(cause));

  test("the report's own text is read where the finding says too little", () => {
    expect(of({ replyCode: '550' }, 'The mailbox is full.').cause).toBe('mailbox-full');
    expect(of({ diagnostic: 'User unknown' }, 'The mailbox is full.').cause).toBe('recipient-unknown');
  });
});

describe('what it was concluded from', () => {
  test('the words as they stood', () =>
    expect(of({ diagnostic: '550 User Unknown here' })).toMatchObject({
      evidence: 'User Unknown',
      confidence: 'high',
    }));
  test('of words in two lines, those of one', () =>
    expect(of({ diagnostic: '550 User\n  Unknown here' })).toMatchObject({
      evidence: 'Unknown',
      confidence: 'high',
    }));
  test('else the code', () => expect(of({ status: '5.1.1' }).evidence).toBe('5.1.1'));
  test('words of the prose are less sure', () =>
    expect(of({ prose: 'The mailbox is full.' }).confidence).toBe('medium'));
});

describe('should not guess', () => {
  test.each<[string, Partial<DeliveryRecord>]>([
    ['from nothing', {}],
    ['from words that nobody knows', { diagnostic: 'The moon is full.' }],
    ['from a code that says no more than that it failed', { status: '5.0.0' }],
    ['from a basic code', { replyCode: '550' }],
    ['from a code of no register', { status: '5.99.123' }],
  ])('%s', (_what, fields) => expect(of(fields)).toMatchObject({ cause: 'undetermined', confidence: 'low' }));
});

test('the provider comes with the diagnosis', () => {
  expect(of({ remoteMta: 'aspmx.l.google.com' }).provider?.name).toMatch(/Google|Gmail/);
  expect(of({}, null, null).provider).toBeNull();
});
