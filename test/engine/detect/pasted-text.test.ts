/** What a pasted text is, where one word more or less decides. */
import { explain } from '../../../src/engine';

test.each([
  ['an answer', '550 5.1.1 User unknown', 'failure'],
  ['answers in a list', '- 550 5.1.1 User unknown\n- 552 5.2.2 Mailbox full', 'not-a-report'],
  ['an answer in a sentence', 'servers say "550 5.1.1 User unknown" when they dislike it', 'failure'],
  [
    'answers in a sentence',
    'first they say "450 4.2.0 Greylisted" to us, and "550 5.1.1 User unknown" when they dislike it',
    'not-a-report',
  ],
  [
    'an answer in a letter',
    'Hi all,\nour users get "550 5.1.1 User unknown" today. Any idea?\nAda',
    'failure',
  ],
  [
    'a code in a letter',
    'Hello, training mails bounce with 550 5.7.509 since Monday. Please advise.',
    'failure',
  ],
  ['a question about one code', 'What does 5.7.1 mean?', 'failure'],
  ['a question in German', 'Sabine hat "550 5.1.1 User unknown" bekommen, was tun?', 'failure'],
  [
    'a letter about a number',
    'Hello,\nthe course in room 550 starts at 9. Please be on time.\nAda',
    'not-a-report',
  ],
  [
    'a letter about reports',
    'Hi,\nthe forged sender in the last 554 mails was reported. Thanks!',
    'not-a-report',
  ],
  ['a question about two codes', 'Hello, what is the difference between a 550 and a 554?', 'not-a-report'],
  [
    'a page of a web server',
    '<html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1></html>',
    'not-a-report',
  ],
  [
    'lines about a login to a mailbox',
    'Nov 23 02:11:40 dovecot: imap-login: Disconnected (auth failed): user=<user@example.com>\nNov 23 02:11:52 fail2ban.actions[8]: Ban 192.0.2.3',
    'not-a-report',
  ],
  [
    'counts of a campaign',
    'Sent 1,284   delivered 1,201\nBounced 61   blocked 22\nbounce rate 4.7 %   complaints 0.1 %',
    'not-a-report',
  ],
  [
    'a program that handles refusals',
    'try:\n    server.send_message(mail)\nexcept SMTPRecipientsRefused as e:\n    log.error("all recipients refused: %s", e)\n    raise',
    'not-a-report',
  ],
  [
    'an answer of a program in its log',
    '[2026-11-23T10:22:08+01:00] app.CRITICAL: Error thrown while sending. Removed after 3 retries. Nobody waits for it any more. Error: "Expected response code "250" but got code "452", with message "452 4.3.1 Insufficient system storage"." {"retryCount":3,"class":"SendMail"}',
    'failure',
  ],
  [
    'an answer by a machine, its header block copied in part',
    'De : Ana Ruiz <ana@example.com>\nObjet : Réponse automatique : Formation\n\nBonjour,\nJe suis absente cette semaine.',
    'auto-reply',
  ],
  [
    'a question whether one is a person',
    'Subject: Please confirm your message (Re: Training)\n\nTo have it delivered, please confirm that you are a real person: https://confirm.example.com/c/8fa1',
    'challenge',
  ],
  ['a receipt', 'Asunto: Leído: Curso\n\nSu mensaje\n\nfue leído el lunes a las 9:14.', 'read-receipt'],
  [
    'a delivery',
    'Il messaggio è stato recapitato ai seguenti destinatari:\n\nAda Galli (ada.galli@example.com)',
    'success',
  ],
])('kind of a pasted text: %s', async (_what, text, kind) => expect((await explain(text)).kind).toBe(kind));
