import { overrideWhoActs } from '../../../src/engine/diagnose/who-acts';

const personal = { id: 'planted', name: 'Planted', hosts: [], personal: true };
const company = { id: 'planted', name: 'Planted', hosts: [] };

test("the row's own word comes first", () =>
  expect(overrideWhoActs('recipient-unknown', { whoActs: 'sender-admin' }, personal)).toBe('sender-admin'));

test('a personal mailbox has no admin of yours', () => {
  expect(overrideWhoActs('recipient-unknown', {}, personal)).toBe('recipient-user');
  expect(overrideWhoActs('spam-content', {}, personal)).toBe('sender-admin');
});

test.each([company, null])("else the cause's word holds", (provider) => {
  expect(overrideWhoActs('recipient-unknown', {}, provider)).toBeNull();
  expect(overrideWhoActs('routing-loop', {}, personal)).toBeNull();
});
