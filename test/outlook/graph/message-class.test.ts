import { kindOfClass } from '../../../src/outlook/graph/message-class';

test.each([
  ['REPORT.IPM.Note.NDR', 'failed'],
  ['report.ipm.schedule.meeting.request.ndr', 'failed'],
  ['REPORT.IPM.Note.Delayed', 'delayed'],
  ['REPORT.IPM.Note.Delayed.DR', 'delayed'],
  ['REPORT.IPM.Note.DR', 'other-report'],
  ['REPORT.IPM.Note.Relayed.DR', 'other-report'],
  ['REPORT.IPM.Note.IPNRN', 'other-report'],
  ['REPORT.IPM.Note.IPNNRN', 'other-report'],
  ['IPM.Note', 'ordinary'],
  ['IPM.Note.SMIME', 'ordinary'],
  ['', 'ordinary'],
])('%s: %s', (messageClass, kind) => {
  expect(kindOfClass(messageClass)).toBe(kind);
});
