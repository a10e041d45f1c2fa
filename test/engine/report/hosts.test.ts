import { hostIn, hostOf } from '../../../src/engine/report/hosts';

test.each([
  ['dns; mx.example.com', 'mx.example.com'],
  ['dns;mx.example.com (192.0.2.1)', 'mx.example.com'],
  ['mx.example.com', 'mx.example.com'],
  ['dns;', null],
  [null, null],
])('the host of %j is %j', (field, host) => expect(hostOf(field)).toBe(host));

test.each([
  ['host mx.example.com[192.0.2.1] said', 'mx.example.com'],
  ['connect to mx.example.com[192.0.2.1]:25: refused', 'mx.example.com'],
  ['lost connection with MX.example.com while', 'mx.example.com'],
  ['host 192.0.2.1 said', null],
  ['host said', null],
  ['', null],
])('the host in %j is %j', (text, host) => expect(hostIn(text)).toBe(host));
