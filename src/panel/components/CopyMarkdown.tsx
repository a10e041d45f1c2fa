import type { Plan } from '../../plan/plan';
import { markdownFor, useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';

/** The second choice, for ticket systems that read Markdown: below all else. */
export function CopyMarkdown({ plans }: { plans: readonly Plan[] }) {
  const speech = useSpeech();
  const shown = useAnswer();
  if (!plans.some(({ today }) => today.length > 0)) return null;
  return (
    <div>
      <CopyButton
        appearance="subtle"
        label={speech.t('panel.copy.markdown')}
        what={() => markdownFor(shown, plans, speech)}
      />
    </div>
  );
}
