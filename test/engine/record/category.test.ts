import { categoryAtEnd, categoryOf } from '../../../src/engine/record/category';

test.each([
  ['dropped: bad_mailbox', 'recipient-unknown'],
  ['Could not send mail: invalid_domain', 'domain-not-found'],
  ['a | blocked | preblocked', 'suppressed'],
])('a category stands last: %s', (text, cause) => expect(categoryAtEnd(text)?.cause).toBe(cause));

test('a sentence is no category', () => {
  expect(categoryAtEnd('550 5.1.1 User unknown')).toBeNull();
  expect(categoryOf('the mailbox of this user could not be found on any of our many servers')).toBeNull();
});
