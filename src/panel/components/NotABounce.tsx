import { Button } from '@fluentui/react-components';
import type { Explanation } from '../../engine';
import type { SourceHead } from '../../outlook/door';
import { useSpeech } from '../../parts/speech';
import { isWithheld, PartlyRead } from './PartlyRead';
import { Title } from './Title';

interface NotABounceProps {
  explanation: Explanation;
  head: SourceHead;
  /** Reads the message once more; absent where it was not read from Outlook. */
  onReadAgain?: () => void;
}

/** Quiet: an ordinary mail is no reason to say much; a question or a pasted text without an answer wants another one. */
export function NotABounce({ explanation: { warnings }, head, onReadAgain }: NotABounceProps) {
  const { t } = useSpeech();
  const isTyped = head.door === 'typed-question';
  const isPartial = !isTyped && warnings.some(isWithheld);
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
      {isPartial && onReadAgain && (
        <div>
          <Button size="small" appearance="primary" onClick={onReadAgain}>
            {t('panel.unreadable.retry')}
          </Button>
        </div>
      )}
      <PartlyRead warnings={warnings} />
    </section>
  );
}
