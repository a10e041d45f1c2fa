/**
 * Values from a bounce inside commands. A command is copied and run by an admin with every right, and the
 * bounce may be written by anybody: only what has the plain shape of an address or a host is put in, always
 * as a quoted text; for anything else the command keeps a visible gap.
 */

/** Letters, digits and the signs that addresses in use have; nothing that a shell could read as its own. */
const ADDRESS =
  /^[A-Za-z0-9_][A-Za-z0-9._+='-]{0,63}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z0-9-]{2,63}$/;
const HOST = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z0-9-]{2,63}$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const PORT = /^\d{1,5}$/;
/** PowerShell ends a text in single quotes at each of these, the curly ones too; doubled, they are themselves. */
const QUOTES = /['‘’‚‛]/g;

export const isPlainAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);
export const isPlainHost = (text: string): boolean => text.length <= 253 && HOST.test(text);

/** A text for PowerShell, in single quotes: nothing in it is read as a variable or a command. */
export const quotePowerShell = (text: string): string => `'${text.replace(QUOTES, '$&$&')}'`;

/** What may stand in a command, by the name of its gap. */
export type CommandValues = Record<Gap, string | null>;
type Gap = 'recipient' | 'sender' | 'domain' | 'senderDomain' | 'remoteServer' | 'smtpHost' | 'smtpPort';

const SHAPES: Record<Gap, (text: string) => boolean> = {
  recipient: isPlainAddress,
  sender: isPlainAddress,
  domain: isPlainHost,
  senderDomain: isPlainHost,
  remoteServer: isPlainHost,
  smtpHost: (text) => isPlainHost(text) || IP_ADDRESS.test(text),
  smtpPort: (text) => PORT.test(text),
};

/**
 * A command with its gaps filled in.
 *
 * @example fillCommand('Get-Mailbox -Identity {recipient}', { recipient: "jo.o'brien@example.com", … })
 * // Get-Mailbox -Identity 'jo.o''brien@example.com'
 */
export function fillCommand(template: string, values: CommandValues): string {
  return template.replace(/\{([a-zA-Z]{1,20})\}/g, (whole, name: string) => {
    if (!Object.hasOwn(SHAPES, name)) return whole;
    const value = values[name as Gap];
    // Digits alone need no quotes.
    if (value !== null && PORT.test(value) && SHAPES[name as Gap](value)) return value;
    return quotePowerShell(value !== null && SHAPES[name as Gap](value) ? value : `<${name}>`);
  });
}
