/** How answers are compared, and how parts are blamed. */
import { ask } from './scripts';

const want = {
  kind: ['failure'],
  recipients: [
    {
      address: ['a@company.example'],
      action: ['failed'],
      replyCode: ['550'],
      status: ['5.1.1', null],
      cause: ['recipient-unknown'],
    },
  ],
};
const right = {
  address: 'A@company.example',
  action: 'failed',
  replyCode: '550',
  status: null,
  cause: 'recipient-unknown',
};
const wrongFields = (kind: string, recipients: object[]) =>
  ask<Record<string, boolean>>('judge.mjs', 'it.judge(given.want, given.got)', {
    want,
    got: { kind, recipients },
  });
const fields = (verdict: Record<string, boolean>) => Object.keys(verdict).filter((field) => !verdict[field]);

test.each<[string, string, object[], string[]]>([
  ['all right', 'failure', [right], []],
  [
    'one who got it beside',
    'failure',
    [right, { ...right, address: 'b@x.example', action: 'delivered' }],
    [],
  ],
  ['another kind', 'delay', [right], ['kind']],
  ['another address', 'failure', [{ ...right, address: null }], ['address']],
  ['one too many', 'failure', [right, { ...right, address: 'b@x.example' }], ['address']],
  ['nobody', 'failure', [], ['address', 'action', 'codes', 'cause']],
  ['another code', 'failure', [{ ...right, replyCode: null }], ['codes']],
  ['another cause', 'failure', [{ ...right, cause: 'undetermined' }], ['cause']],
])('judges an answer: %s', (_, kind, recipients, wrong) => {
  expect(fields(wrongFields(kind, recipients))).toEqual(wrong);
});

describe('blame', () => {
  /** Ten answers in ten containers, each combination once. */
  const judgedWhere = (fails: (answer: number, container: number) => boolean) =>
    Array.from({ length: 100 }, (_, n) => {
      const [answer, container] = [n % 10, Math.floor(n / 10)];
      return {
        n,
        parts: { answer: `a${answer}`, container: `c${container}` },
        right: !fails(answer, container),
      };
    });
  const blamed = (fails: (answer: number, container: number) => boolean) =>
    ask<string[]>('blame.mjs', 'it.blame(given).blamed.map(({ name }) => name)', judgedWhere(fails));

  test('nobody, where nothing fails', () => expect(blamed(() => false)).toEqual([]));
  test('one part that always fails', () => expect(blamed((answer) => answer === 3)).toEqual(['answer a3']));
  test('two parts of different types, and none that only meets them', () =>
    expect(blamed((answer, container) => answer === 3 || container === 7).sort()).toEqual([
      'answer a3',
      'container c7',
    ]));
});

test('a failure of a part that is not known is unexpected, a known part that is right is mended', () => {
  const judged = [
    { parts: { answer: 'a', container: 'c' }, right: false },
    { parts: { answer: 'b', container: 'd' }, right: false },
    { parts: { answer: 'e', container: 'd' }, right: true },
  ];
  const found = ask<{ unexpected: { parts: object }[]; mended: string[] }>(
    'known.mjs',
    "it.compareWithKnown(given, ['answer a + container c', 'answer e'])",
    judged,
  );
  expect(found.unexpected.map(({ parts }) => parts)).toEqual([{ answer: 'b', container: 'd' }]);
  expect(found.mended).toEqual(['answer e']);
});
