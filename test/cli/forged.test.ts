/** A forged bounce must not bring the command to weaken the tenant. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf, run, temporaryFolder } from './command';

const REFUSAL =
  '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed';
/** From an outside server, for itself in order; the returned mail is three fields that anybody can write. */
const FORGED = `Return-Path: <>
Authentication-Results: mx.company.example; spf=pass smtp.mailfrom=forger.example; dmarc=pass header.from=forger.example
From: Mail Delivery Subsystem <MAILER-DAEMON@forger.example>
To: training@company.example
Subject: Undeliverable: Your security training is waiting
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=f

--f
Content-Type: text/plain

Your message to everyone@company.example could not be delivered.

--f
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.forger.example

Final-Recipient: rfc822; everyone@company.example
Action: failed
Status: 5.7.133
Diagnostic-Code: smtp; ${REFUSAL}

--f
Content-Type: message/rfc822

From: training@company.example
To: everyone@company.example
Subject: Your security training is waiting

--f--
`;
const CHANGES = /PS> (?:Set|Add|Remove|New|Enable|Disable)-|\$false/;
const path = join(temporaryFolder(), 'forged.eml');
writeFileSync(path, FORGED);

test.each([[[]], [['--own-domain', 'company.example']], [['--own-domain', 'company.example', '--messages']]])(
  'no command that changes anything: %j',
  (options) => {
    const { stdout } = run([...options, path]);
    expect(stdout).toContain('everyone@company.example');
    expect(stdout).not.toMatch(CHANGES);
    const json = run([...options, '--json', path]);
    expect(json.stdout).not.toMatch(CHANGES);
    expect(rowsOf(json)[0]?.trust.verdict).not.toBe('genuine');
  },
);

test('--real: the admin says that the mail is real, and the commands are shown', () =>
  expect(
    run(['--own-domain', 'company.example', '--sender', 'training@company.example', '--real', path]).stdout,
  ).toMatch(/PS> Set-/));
