import type { Text } from '../../engine';
import { useSpeech } from '../../parts/speech';

/** Parts that Outlook did not hand out: what decides may have stood in them. */
const WITHHELD: ReadonlySet<string> = new Set([
  'engine.warnings.attachment-unread',
  'engine.warnings.body-unread',
]);
export const isWithheld = ({ key }: Text): boolean => WITHHELD.has(key);

/** What could not be read, so that nobody takes a part for the whole. */
export function PartlyRead({ warnings }: { warnings: readonly Text[] }) {
  const { tell } = useSpeech();
  const lines = [...new Set(warnings.map(tell))];
  return lines.map((line) => (
    <p key={line} className="aside quiet">
      {line}
    </p>
  ));
}
