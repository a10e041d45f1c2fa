import fc from 'fast-check';
import { addressesIn, cleanAddress, findAddress, trimAddress } from '../../../src/engine/report/addresses';
import { runs } from '../runs';

describe('the address in a field', () => {
  test.each([
    ['rfc822; User@Example.com', 'user@example.com'],
    ['rfc822;<user@example.com>', 'user@example.com'],
    ['utf-8; ü@example.com', 'ü@example.com'],
    ['<user@example.com>', 'user@example.com'],
    ['smtp:user@example.com', 'user@example.com'],
    ['mailto:user@example.com', 'user@example.com'],
    ['user@example.com.', 'user@example.com'],
    ['rfc822; Jo <a@b.example>', 'a@b.example'],
    ['rfc822; user@example.com (Jo)', 'user@example.com'],
    ['rfc822; user @example.com', 'user@example.com'],
    ['"user name"@example.com', '"user name"@example.com'],
    ['rfc822; "a@b"@example.com', '"a@b"@example.com'],
    ['user@[192.0.2.1]', 'user@[192.0.2.1]'],
    ['X-Local-User; jo', 'jo'],
    ['rfc822; user+tag@example.com', 'user+tag@example.com'],
  ])('%s is %s', (field, address) => expect(cleanAddress(field)).toBe(address));

  test.each(['', 'rfc822;', '<>', '   ', 'no address here', 'x'.repeat(400)])('%j has none', (field) =>
    expect(cleanAddress(field)).toBeNull(),
  );
});

test('an encoded word keeps its marks', () =>
  expect(trimAddress('=?utf-8?B?w7w=?=@example.com')).toBe('=?utf-8?b?w7w=?=@example.com'));

describe('the addresses in a text', () => {
  test.each<[string, string, string[]]>([
    [
      'in order, each once',
      'b@example.com, <A@Example.com>; b@example.com',
      ['b@example.com', 'a@example.com'],
    ],
    ['on several lines', 'a@example.com\nb@example.com', ['a@example.com', 'b@example.com']],
    ['behind mailto:', '[x](mailto:a@example.com)', ['a@example.com']],
    ['at the end of a sentence', 'Write to a@example.com.', ['a@example.com']],
    ['of other scripts', 'ü@münchen.example', ['ü@münchen.example']],
    ['at a number', 'a@[192.0.2.1]', ['a@[192.0.2.1]']],
    ['behind an equals sign', 'to=a@example.com', ['a@example.com']],
    ['none', 'no address', []],
    ['none where a name was shortened', 'smtp://...@mail.example.com:587', []],
    ['none at a lone @', 'at @ home, @name, name@', []],
  ])('%s', (_what, text, addresses) => expect(addressesIn(text)).toEqual(addresses));

  test('a long line of hostile signs is answered', () => {
    expect(addressesIn('@'.repeat(200_000))).toEqual([]);
    expect(addressesIn('a@'.repeat(100_000)).length).toBeLessThan(2000);
    expect(addressesIn(`${'a.'.repeat(100_000)}@`)).toEqual([]);
  });
});

test.each([
  ['.user@example.com.', 'user@example.com'],
  ['=User@Example.com-', 'user@example.com'],
  ['user@example.com', 'user@example.com'],
])('%s is trimmed to %s', (address, trimmed) => expect(trimAddress(address)).toBe(trimmed));

test('looking around each @ finds what looking at every place finds', () => {
  // Of the signs below, `<` and the blank break an address; marks alone are no name; a domain begins with a letter.
  const everywhere =
    /(?![.-]+@[^@ <]*(?:[ <]|$))[^ <]{1,64}@(?:a(?:[a-]{0,62}a)?(?:\.a(?:[a-]{0,62}a)?){0,10})/y;
  /** Marks alone are no name. */
  const isNobody = (address: string) => /^[.-]*@[^@]*$/.test(address);
  const firstAt = (whole: string) => {
    for (let start = 0; start < whole.length; start++) {
      everywhere.lastIndex = start;
      const text = everywhere.exec(whole)?.[0];
      if (text !== undefined && !isNobody(text)) return { text, start, end: start + text.length };
    }
    return null;
  };
  const text = fc.array(fc.constantFrom('a', 'aa', '@', '.', '-', ' ', '<', 'a'.repeat(40)), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (pieces) => {
      const whole = pieces.join('');
      expect(findAddress(whole)).toEqual(firstAt(whole));
    }),
    runs(2000),
  );
});
