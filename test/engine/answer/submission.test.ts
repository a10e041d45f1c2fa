import { explain } from '../../../src/engine';
import { guidesFor } from '../../../src/engine/advise/guides';
import { isSubmission, smtpServerOf } from '../../../src/engine/answer/submission';

test.each([
  'dial tcp 203.0.113.9:587: i/o timeout',
  "Couldn't connect to host, port: smtp.example.net, 465; timeout 10000",
  'SMTP Error: Could not authenticate.',
  'javax.mail.SendFailedException: Invalid Addresses',
])('the client failed at its own server: %s', (text) => expect(isSubmission([text])).toBe(true));

test.each([
  'dial tcp 203.0.113.9:25: i/o timeout',
  'host mx.company.example[192.0.2.1] said: 550 5.1.1 User unknown',
  'message of 5870 bytes',
])('a server speaks to a server: %s', (text) => expect(isSubmission([text])).toBe(false));

test.each([
  ['SMTP Error: The following recipients failed: a@company.example: 554 5.7.1 Relay access denied'],
  ["Error: self signed certificate in certificate chain, code: 'ESOCKET'"],
  ['SMTP Error: Could not connect to SMTP host.'],
  ['smtplib.SMTPAuthenticationError: (535, 5.7.8 Username and Password not accepted)'],
])('the sending side acts: %s', async (text) =>
  expect((await explain(text)).recipients[0]?.advice.whoActs).toBe('sender-admin'),
);

test.each([
  ['dial tcp 203.0.113.9:587: i/o timeout', '203.0.113.9:587'],
  ["Couldn't connect to host, port: smtp.example.net, 465; timeout 10000", 'smtp.example.net:465'],
  ['MailConnectException: smtp.example.net, port: 587', 'smtp.example.net:587'],
  ["nodemailer: address: '203.0.113.9', port: 465", '203.0.113.9:465'],
  ['dial tcp: lookup smpt.example.net on 192.0.2.1:53: no such host', 'smpt.example.net'],
  ["Server: 'smtp.example.net', Protocol: SMTP, Port: 25, Error Number: 0x800CCC79", 'smtp.example.net:25'],
  ["Servidor: 'smtp.example.net', Protocolo: SMTP, Porta: 465, 0x800CCC79", 'smtp.example.net:465'],
  ['SMTP Error: Could not connect to SMTP host.', null],
  ['dial tcp 203.0.113.9:25: i/o timeout', null],
])('the server that a client names: %s', (text, server) => expect(smtpServerOf([null, text])).toBe(server));

test('the command asks for that server and that port', async () => {
  const { recipients } = await explain('dial tcp 203.0.113.9:587: i/o timeout');
  const looks = guidesFor(['reach-smtp-server'], { recipients, sender: null, mayChange: false });
  expect(looks[0]?.tasks[0]?.look).toBe("Test-NetConnection -ComputerName '203.0.113.9' -Port 587");
});

test('its name stands in the step, as a text to compare', async () => {
  const [one] = (await explain('dial tcp 203.0.113.9:587: i/o timeout')).recipients;
  expect(one?.advice.steps[0]?.text.values.smtpServer).toBe('203.0.113.9:587');
});
