import type { Explanation } from '../../engine';
import { useSpeech } from '../../parts/speech';

/** What could not be read, so that nobody takes a part for the whole. */
export function PartlyRead({ explanation: { warnings } }: { explanation: Explanation }) {
  const { tell } = useSpeech();
  const lines = [...new Set(warnings.map(tell))];
  return lines.map((line) => (
    <p key={line} className="aside quiet">
      {line}
    </p>
  ));
}
