import { observeHeaders } from '../../../src/engine/detect/observe';
import { isOrdinary } from '../../../src/engine/detect/ordinary';
import type { Message } from '../../../src/engine/mail/message';
import { readMessage } from '../../../src/engine/mail/read';

const readsNoFurther = (body: string, type = 'text/plain') => {
  const fields = ['From: colleague@company.example', 'To: user@company.example', 'Subject: Today'];
  const mail = [...fields, 'Message-ID: <1@company.example>', `Content-Type: ${type}; charset=utf-8`];
  const message = readMessage(`${mail.join('\n')}\n\n${body}`) as Message;
  return isOrdinary(message, observeHeaders(message));
};

describe('words of a subject', () => {
  test.each([
    ['text/plain', 'Trains are delayed until noon.'],
    ['text/plain', 'The parcel came back undeliverable'],
    ['text/html', '<p style="color: red">Trains are <b>delayed</b> until noon.</p>'],
  ])('tell nothing in %s in a sentence: %s', (type, sentence) => {
    expect(readsNoFurther(sentence, type)).toBe(true);
  });

  test.each([
    ['text/plain', '> From: server@example.com\n> Subject: AW: Delayed: invitation'],
    ['text/plain', 'Objet : Undeliverable: invitation'],
    ['text/plain', '主题：Undeliverable: invitation'],
    ['text/html', '<b>Subject:</b><span style="font-size:11pt">\nUndeliverable: invitation</span>'],
    ['text/html', `<td>Subject:</td><td class="${'wide '.repeat(60)}">Undeliverable</td>`],
  ])('tell in %s behind a label: %s', (type, block) => {
    expect(readsNoFurther(`For your information.\n\n${block}`, type)).toBe(false);
  });
});

test('words of a report tell wherever they stand', () => {
  expect(readsNoFurther('I got: Your message could not be delivered to user@example.com.')).toBe(false);
  expect(readsNoFurther('550 5.1.1 User unknown')).toBe(false);
});
