/** Which statuses a code of the knowledge stands for: `5.1.1`, `X.1.1`, `5.7.606-649`, `4.7.500-4.7.699`. */

export type StatusTest = (status: string) => boolean;

/** @returns null where the code is no enhanced status (a reply code, or broken) */
export function statusTest(code: string): StatusTest | null {
  const match = /^([245X])\.(\d{1,3})\.(\d{1,3})(?:-(?:[245X]\.\d{1,3}\.)?(\d{1,3}))?$/i.exec(code.trim());
  if (!match) return null;
  const [, group = '', subject = '', from = '', to = from] = match;
  return (status) => {
    const [statusGroup, statusSubject, detail] = status.split('.');
    if (group.toUpperCase() !== 'X' && statusGroup !== group) return false;
    return statusSubject === subject && Number(detail) >= Number(from) && Number(detail) <= Number(to);
  };
}
