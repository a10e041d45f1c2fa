import { fillCommand, isPlainAddress, isPlainHost, quotePowerShell } from '../../../src/engine/advise/quote';

const none = {
  recipient: null,
  sender: null,
  domain: null,
  senderDomain: null,
  remoteServer: null,
  smtpHost: null,
  smtpPort: null,
};

describe('plain addresses', () => {
  test.each(['user@example.com', 'jo.b+tag@mail.example.co.uk', "o'brien@example.com", '_svc-1@a-b.example'])(
    'should be %s',
    (address) => expect(isPlainAddress(address)).toBe(true),
  );
  test.each([
    '',
    '@example.com',
    'user@',
    'user',
    '.a@example.com',
    '-a@example.com',
    'a@-b.example',
    'a@b..example',
    'a b@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('should not be %j', (address) => expect(isPlainAddress(address)).toBe(false));
});

describe('plain hosts', () => {
  test.each(['mx.example.com', 'a-b.example', 'example-com.mail.protection.outlook.com'])(
    'should be %s',
    (host) => expect(isPlainHost(host)).toBe(true),
  );
  test.each(['', 'localhost', '[192.0.2.1]', 'mx.example.com;calc', 'mx example.com', '-a.example'])(
    'should not be %j',
    (host) => expect(isPlainHost(host)).toBe(false),
  );
});

test.each([
  ['plain', "'plain'"],
  ["o'brien", "'o''brien'"],
  ['a‘b’c‚d‛e', "'a‘‘b’’c‚‚d‛‛e'"],
  ['$x `n $(y)', "'$x `n $(y)'"],
])('PowerShell gets %s as %s', (text, quoted) => expect(quotePowerShell(text)).toBe(quoted));

describe('a command', () => {
  test('is filled in', () =>
    expect(
      fillCommand('A {recipient} -B {domain}', {
        ...none,
        recipient: "o'b@example.com",
        domain: 'example.com',
      }),
    ).toBe("A 'o''b@example.com' -B 'example.com'"));
  test('keeps a visible gap where nothing safe is known', () =>
    expect(fillCommand('A {recipient} -B {sender}', { ...none, sender: 'x y' })).toBe(
      "A '<recipient>' -B '<sender>'",
    ));
  test('leaves other braces as they are', () =>
    expect(fillCommand('Where-Object {x} @{Remove={sender}}', { ...none, sender: 'a@example.com' })).toBe(
      "Where-Object {x} @{Remove='a@example.com'}",
    ));
});
