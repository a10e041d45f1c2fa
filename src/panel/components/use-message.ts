import { useState } from 'react';
import { mailLink, type Message } from '../../engine';
import { useAnswer } from '../answer-context';

/** How a message is opened as a new mail: by Outlook, else by a link, where it is short enough for one. */
export function useMessage(message: Message): {
  open: (() => void) | null;
  link: string | null;
  failed: boolean;
} {
  const { onOpenMail } = useAnswer();
  const [failed, setFailed] = useState(false);
  if (!onOpenMail) return { open: null, link: mailLink(message), failed: false };
  return { open: () => setFailed(!onOpenMail(message)), link: null, failed };
}
