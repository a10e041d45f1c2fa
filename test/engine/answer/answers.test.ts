import { answersIn } from '../../../src/engine/answer/answers';

/** The answer that a frame leads to, else the whole. */
const innermost = (text: string) =>
  answersIn(text).find(({ speaker }) => speaker === 'remote') ?? answersIn(text)[0];

describe('the innermost answer', () => {
  test.each<[string, string, string]>([
    ['behind a frame', 'host mx.example.com said: 550 5.1.1 User unknown', '550 5.1.1 User unknown'],
    ['inside two frames', 'Mailer Error: server said: 552 5.2.2 Mailbox full', '552 5.2.2 Mailbox full'],
    ['in quotes', 'target responded with: "421 4.7.0 Try again" and more', '421 4.7.0 Try again'],
    ['behind an arrow', 'returned an error -> 550 5.7.708 Access denied', '550 5.7.708 Access denied'],
    ['alone', '550 5.1.1 User unknown', '550 5.1.1 User unknown'],
  ])('%s', (_where, text, answer) => expect(innermost(text)?.text).toBe(answer));
});

test('the whole comes last', () => {
  const text = 'host mx.example.com said: 550 no such user';
  expect(answersIn(text).at(-1)?.text).toBe(text);
});

describe('who speaks', () => {
  test.each<[string, string, string]>([
    ['the server that is quoted', 'host mx.example.com said: 550 no such user', 'remote'],
    ['whoever reports', '550 5.1.1 User unknown', 'reporter'],
  ])('%s', (_who, text, speaker) => expect(innermost(text)?.speaker).toBe(speaker));
});

test('an answer has the codes at its own start, not those of another inside', () => {
  const [inner, outer] = answersIn('550 5.0.350 error -> 550 5.7.708 Access denied, traffic refused');
  expect([inner?.replyCode, inner?.status]).toEqual(['550', '5.7.708']);
  expect([outer?.speaker === 'remote', answersIn('no code here said: try')[0]?.replyCode]).toEqual([
    false,
    null,
  ]);
});
