import { mailAsMsg } from '../msg/mail-as-msg';
import type { WireFile } from '../supplement/parts/wire-drag';
import { toBase64 } from './base64';
import type { Mail } from './mail';

/** A mail as a file, in the form in which a client hands it out. */
export async function mailFile(mail: Mail, form: 'eml' | 'msg'): Promise<WireFile> {
  const bytes = form === 'eml' ? mail.bytes : await mailAsMsg(mail);
  const type = form === 'eml' ? 'message/rfc822' : 'application/vnd.ms-outlook';
  return { name: `${fileName(mail)}.${form}`, type, base64: toBase64(bytes) };
}

const fileName = ({ subject }: Mail): string => subject.replace(/[\\/:*?"<>|]/g, '_') || 'Untitled';
