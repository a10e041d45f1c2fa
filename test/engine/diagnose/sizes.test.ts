import { sizesIn } from '../../../src/engine/diagnose/sizes';

const MB = 1024 * 1024;

test.each([
  [
    'message size 38109211 exceeds size limit 26214400 of server mx.example.org',
    { email: 38_109_211, limit: 26_214_400 },
  ],
  ['552 5.3.4 Message exceeds maximum size of 10240 KB', { email: null, limit: 10 * MB }],
  ['552 Refused: the size of your message is 31 MB', { email: 31 * MB, limit: null }],
  ['552 5.3.4 Message too big (limit: 20.5 MB)', { email: null, limit: Math.round(20.5 * MB) }],
  ['552 Message size 45 MB, maximum allowed 35 MB', { email: 45 * MB, limit: 35 * MB }],
])('sizes in %s', (answer, sizes) => expect(sizesIn(answer)).toEqual(sizes));

// Codes, addresses, times and identifiers are no sizes.
test.each([
  '552 5.3.4 Message size exceeds fixed limit',
  'host mx.example.org[192.0.2.100] said: 552 too large',
  '552 5.2.3 too large 15.20.10160.26 [AM0EPF0000EF72 2026-11-24T06:48:11]',
  '552 too large: ticket 20261124064802',
  'sizes 1 MB, 2 MB and 3 MB',
])('no size: %s', (answer) => expect(sizesIn(answer)).toBeNull());
