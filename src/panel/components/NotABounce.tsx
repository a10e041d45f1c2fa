import type { Explanation } from '../../engine';
import type { SourceHead } from '../../outlook/door';
import { useSpeech } from '../../parts/speech';
import { PartlyRead } from './PartlyRead';
import { Title } from './Title';

/** What was not read may have been the bounce. */
const UNREAD: ReadonlySet<string> = new Set([
  'engine.warnings.attachment-unread',
  'engine.warnings.body-unread',
]);

interface NotABounceProps {
  explanation: Explanation;
  head: SourceHead;
}

/** Quiet: an ordinary mail is no reason to say much; a question or a pasted text without an answer wants another one. */
export function NotABounce({ explanation, head }: NotABounceProps) {
  const { t } = useSpeech();
  const isTyped = head.door === 'typed-question';
  const isPartial = !isTyped && explanation.warnings.some(({ key }) => UNREAD.has(key));
  const isGiven = isTyped || head.door === 'pasted-text';
  return (
    <section className="card">
      <Title level={1} quiet tone={isTyped || isPartial ? 'question' : 'plain'}>
        {t(isTyped ? 'panel.field.nothing' : isPartial ? 'panel.partial.title' : 'panel.notABounce.title')}
      </Title>
      <p className="quiet">
        {t(
          isPartial ? 'panel.partial.instead' : isGiven ? 'panel.field.instead' : 'panel.notABounce.instead',
        )}
      </p>
      <PartlyRead explanation={explanation} />
    </section>
  );
}
