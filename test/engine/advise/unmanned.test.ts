import { isUnmanned } from '../../../src/engine/advise/unmanned';

describe('should be unmanned', () => {
  test.each([
    'noreply@example.com',
    'NoReply@Example.com',
    'noreply+tag@example.com',
    'donotdelete@example.com',
    'do-not-reply@example.com',
    'no-reply-42@example.com',
    'mailer-daemon@example.com',
  ])('%s', (address) => expect(isUnmanned(address)).toBe(true));
});

describe('should not be unmanned', () => {
  test.each([
    'jo.user@example.com',
    'noreply.jones@example.com',
    'anna@noreply.example.com',
    'noreply',
    '@example.com',
    '',
  ])('%j', (address) => expect(isUnmanned(address)).toBe(false));
});
