import type { Explanation } from '../../engine';
import type { SourceHead } from '../../outlook/door';
import { useSpeech } from '../speech';
import { Partial } from './Partial';
import { Title } from './Title';

interface NotABounceProps {
  explanation: Explanation;
  head: SourceHead;
}

/** Quiet: an ordinary mail is no reason to say much; a question or a pasted text without an answer wants another one. */
export function NotABounce({ explanation, head }: NotABounceProps) {
  const { t } = useSpeech();
  const isTyped = head.door === 'typed-question';
  const isGiven = isTyped || head.door === 'pasted-text';
  return (
    <section className="card">
      <Title level={1} quiet tone={isTyped ? 'question' : 'plain'}>
        {t(isTyped ? 'panel.field.nothing' : 'panel.notABounce.title')}
      </Title>
      <p className="quiet">{t(isGiven ? 'panel.field.instead' : 'panel.notABounce.instead')}</p>
      <Partial explanation={explanation} />
    </section>
  );
}
