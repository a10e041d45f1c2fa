import { activationOf, isNdr, isReport } from '../../host/page/activation';
import { profileOf } from '../../host/protocol/profiles';
import type { Mail } from '../../host/page/mail';

/** What is asked is its class alone. */
const aMail = (itemClass: string) => ({ itemClass }) as Mail;

test.each([
  ['REPORT.IPM.Note.NDR', true, true],
  ['REPORT.IPM.Schedule.Meeting.Request.NDR', true, true],
  ['REPORT.IPM.Note.Delayed', true, false],
  ['REPORT.IPM.Note.IPNRN', true, false],
  ['IPM.Note', false, false],
])('%s: a report %s, an NDR %s', (itemClass, reports, fails) => {
  expect([isReport(aMail(itemClass)), isNdr(aMail(itemClass))]).toEqual([reports, fails]);
});

test.each([
  ['activates', 'starts'],
  ['dialog', 'after-dialog'],
  ['does-not-activate', 'off-on-reports'],
] as const)('a report, with the switch at %s: %s', (position, activation) => {
  expect(activationOf(aMail('REPORT.IPM.Note.NDR'), profileOf('web'), position)).toBe(activation);
  expect(activationOf(aMail('IPM.Note'), profileOf('web'), position)).toBe('starts');
});

test.each([
  ['web', 'off-without-mail'],
  ['classic-windows', 'starts'],
  ['ios', 'off-without-mail'],
] as const)('without a mail, %s: %s', (id, activation) => {
  expect(activationOf(null, profileOf(id), 'activates')).toBe(activation);
});
