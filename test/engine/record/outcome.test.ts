import { eventOf } from '../../../src/engine/record/outcome';
import { isField } from '../../../src/engine/report/logs/fields';

test.each([
  ['bounced', 'failed'],
  ['email.bounced', 'failed'],
  ['Error', 'failed'],
  ['Unzustellbar', 'failed'],
  ['failed permanent', 'failed'],
  ['delivery failed', 'failed'],
  ['failed temporary', 'delayed'],
  ['DeliveryDelay', 'delayed'],
  ['Deferred', 'delayed'],
  ['Delivery', 'delivered'],
  ['sent', 'delivered'],
  ['processed', null],
  ['accepted', null],
  ['reported', null],
  ['', null],
])('%j: %s', (state, outcome) => expect(eventOf(state)).toBe(outcome));

test.each([
  ['Target User', 'recipient', true],
  ['rcpt_to', 'recipient', true],
  ['Sender', 'recipient', false],
  ['smtp-response', 'answer', true],
  ['delivery-status.message', 'answer', true],
  ['message-id', 'answer', false],
  ['message-id', 'number', true],
] as const)('%j is a field of %s: %s', (name, kind, is) => expect(isField(name, kind)).toBe(is));
