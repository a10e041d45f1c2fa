/** Parcels, deliveries and absences, in the languages of the reports: none of them is a bounce. */
import { explain } from '../../../src/engine';
import mails from './ordinary.json';
import reports from './reports.json';
import { writeMail } from './write-report';

const rows = mails.map((mail) => [mail.language, mail] as const);
const charsetOf = (language: string) =>
  reports.find((words) => words.language === language)?.charset ?? 'utf-8';

const kinds = async (
  language: string,
  mail: { from: string; subject: string; body: string; fields?: string[] },
) => {
  const inputs = [
    writeMail(mail, 'utf-8', 'base64'),
    writeMail(mail, charsetOf(language), 'quoted-printable'),
  ];
  return Promise.all(inputs.map(async (input) => (await explain(input)).kind));
};

describe.each([
  ['by a person', []],
  ['by a machine', ['Auto-Submitted: auto-generated']],
  ['with a null return path', ['Return-Path: <>']],
])('a parcel, written %s', (_how, fields) => {
  test.each(rows)('%s', async (language, { parcelSubject, parcel }) =>
    expect(
      await kinds(language, { from: 'parcels@shop.example', subject: parcelSubject, body: parcel, fields }),
    ).toEqual(['not-a-report', 'not-a-report']),
  );
});

test.each(rows)('%s: people talk about a delivery', async (language, { talkSubject, talk }) =>
  expect(
    await kinds(language, { from: 'colleague@company.example', subject: talkSubject, body: talk }),
  ).toEqual(['not-a-report', 'not-a-report']),
);

describe.each([
  ['by its subject', []],
  ['by Exchange', ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All', 'Return-Path: <>']],
  ['by a machine', ['Auto-Submitted: auto-replied', 'Return-Path: <>']],
])('an absence, known %s', (_how, fields) => {
  test.each(rows)('%s', async (language, { awaySubject, away }) =>
    expect(
      await kinds(language, { from: 'colleague@company.example', subject: awaySubject, body: away, fields }),
    ).toEqual(['auto-reply', 'auto-reply']),
  );
});
