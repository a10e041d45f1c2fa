import fc from 'fast-check';
import { PhraseFinder } from '../../../src/engine/phrases/phrase-finder';
import { runs } from '../runs';

const find = (phrases: string[], text: string) => {
  const finder = new PhraseFinder(phrases.map((phrase) => [phrase, phrase] as const));
  return finder.find(text).map(({ value, start, end }) => [value, text.slice(start, end)]);
};

describe('should find', () => {
  test.each<[string, string[], string, [string, string][]]>([
    ['a phrase', ['user unknown'], '550 User  Unknown!', [['user unknown', 'User  Unknown']]],
    [
      'a phrase twice',
      ['no'],
      'no no',
      [
        ['no', 'no'],
        ['no', 'no'],
      ],
    ],
    [
      'overlapping phrases',
      ['user unknown', 'unknown here'],
      'user unknown here',
      [
        ['user unknown', 'user unknown'],
        ['unknown here', 'unknown here'],
      ],
    ],
    [
      'a phrase inside another',
      ['unknown', 'user unknown'],
      'user unknown',
      [
        ['user unknown', 'user unknown'],
        ['unknown', 'unknown'],
      ],
    ],
    [
      'a phrase that is the end of another begun in vain',
      ['user unknown here', 'unknown'],
      'user unknown',
      [['unknown', 'unknown']],
    ],
    ['behind a false start', ['aab'], 'aaab', [['aab', 'aab']]],
    [
      'across a gap',
      ['address * rejected'],
      'address <a@example.com> rejected',
      [['address * rejected', 'address <a@example.com> rejected']],
    ],
    ['across an empty gap', ['a * b'], 'a b', [['a * b', 'a b']]],
    ['across two gaps', ['a * b * c'], 'a x b y c', [['a * b * c', 'a x b y c']]],
    ['a gap at either end as none', ['* b *'], 'a b c', [['* b *', 'b']]],
    ['after an earlier start that led nowhere', ['a * z'], `a ${'-'.repeat(90)} a z`, [['a * z', 'a z']]],
    ['across a gap of 80 characters', ['a*b'], `a${'-'.repeat(80)}b`, [['a*b', `a${'-'.repeat(80)}b`]]],
    ['whatever the case and the quotes', ['Couldn’t'], "COULDN'T", [['Couldn’t', "COULDN'T"]]],
    [
      'over the end of a line',
      ['user unknown'],
      'user\r\n\t unknown',
      [['user unknown', 'user\r\n\t unknown']],
    ],
    [
      'with letters that nobody sees',
      ['release'],
      're\u200blea\u00adse',
      [['release', 're\u200blea\u00adse']],
    ],
    ['behind blanks', ['user'], '  \n user', [['user', 'user']]],
    [
      'in other scripts',
      ['доставка', '配信'],
      'ДОСТАВКА 配信',
      [
        ['доставка', 'ДОСТАВКА'],
        ['配信', '配信'],
      ],
    ],
  ])('%s', (_what, phrases, text, found) => expect(find(phrases, text)).toEqual(found));
});

describe('should not find', () => {
  test.each<[string, string[], string]>([
    ['half a phrase', ['user unknown'], 'user unkno'],
    ['parts in the wrong order', ['a * b'], 'b a'],
    ['a part that the one before it has used', ['ab*bc'], 'abc'],
    ['across a gap of 81 characters', ['a*b'], `a${'-'.repeat(81)}b`],
    ['an empty phrase', ['', ' ', '*', ' * '], 'anything * at all'],
    ['in an empty text', ['a'], ''],
  ])('%s', (_what, phrases, text) => expect(find(phrases, text)).toEqual([]));
});

/** Every place of every phrase, by trying them all. */
function naive(phrases: string[], text: string): string[] {
  return phrases.flatMap((phrase, index) => {
    const places: string[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      places.push(`${index}:${at}-${at + phrase.length}`);
    return places;
  });
}

/** Can the segments stand in the text one behind the other, each at most 80 characters further on? */
function stands(segments: string[], text: string, from: number, to: number): boolean {
  const [first, ...rest] = segments;
  if (first === undefined) return true;
  for (let at = text.indexOf(first, from); at >= 0 && at <= to; at = text.indexOf(first, at + 1)) {
    const end = at + first.length;
    if (stands(rest, text, end, end + 80)) return true;
  }
  return false;
}

const word = (max: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: max });
const phrases = fc.array(word(5), { minLength: 1, maxLength: 8 });

test('finds what trying every phrase at every place finds', () => {
  fc.assert(
    fc.property(phrases, word(40), (phrases, text) => {
      const finder = new PhraseFinder(phrases.map((phrase, index) => [phrase, index] as const));
      const found = finder.find(text).map(({ value, start, end }) => `${value}:${start}-${end}`);
      expect(found.sort()).toEqual(naive(phrases, text).sort());
    }),
    runs(500),
  );
});

test('finds a phrase with gaps where, and only where, its parts follow one another', () => {
  const parts = fc.array(word(3), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(parts, word(20), (parts, text) => {
      const found = new PhraseFinder([[parts.join('*'), true]]).find(text).length > 0;
      expect(found).toBe(stands(parts, text, 0, text.length));
    }),
    runs(500),
  );
});

/** How often the nodes of a finder are looked at by a search. */
function looks(finder: PhraseFinder<string>, text: string): number {
  let count = 0;
  const counted = (table: object) =>
    new Proxy(table, {
      get: (target, key) => {
        count++;
        return Reflect.get(target, key) as unknown;
      },
    });
  // Trees are made where a text first begins like their phrases; then they are counted.
  finder.find(text);
  const branches = ['byEight', 'byFour', 'byTwo', 'byOne'].flatMap(
    (name) =>
      Reflect.get(Reflect.get(Reflect.get(finder, 'tree') as object, name) as object, 'branches') as object[],
  );
  for (const branch of branches)
    for (const name of ['letters', 'siblings'])
      Reflect.set(branch, name, counted(Reflect.get(branch, name) as object));
  finder.find(text);
  return count;
}

describe('work grows with the text, not with the phrases', () => {
  const longest = 50;
  const many = Array.from({ length: 1000 }, (_, i) => `${'ab'.repeat(i % 20)} phrase ${i}`);
  test.each([
    ['of one letter', 'a'],
    ['that begins phrases over and over', 'ab'],
    ['that nearly is a phrase', 'abababababab phrase '],
    ['of nothing known', 'xyz'],
  ])('in a text %s', (_what, piece) => {
    const finder = () => new PhraseFinder(many.map((phrase) => [phrase, phrase] as const));
    const length = 4000 * piece.length;
    const once = looks(finder(), piece.repeat(4000));
    const twice = looks(finder(), piece.repeat(8000));
    // From each place a walk goes along one phrase at most, and at each character it looks at few nodes.
    expect(once).toBeLessThanOrEqual(4 * longest * length);
    // Walks end early at the very end of a text.
    expect(twice).toBeLessThanOrEqual(2 * once + longest ** 2);
  });
});
