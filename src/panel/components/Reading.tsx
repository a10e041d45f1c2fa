import { Button, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useSpeech } from '../../parts/speech';
import { Title } from './Title';

interface ReadingProps {
  starting: boolean;
  /** Ends the waiting; present while somebody else, such as a sign-in window, is waited for. */
  onCancel?: () => void;
}

/** While Outlook starts or a message is read: nothing at first, then the shape of the card to come. */
export function Reading({ starting, onCancel }: ReadingProps) {
  const { t } = useSpeech();
  if (onCancel) {
    return (
      <section className="card">
        <Title level={1}>{t('panel.recent.asking')}</Title>
        <p>{t('panel.recent.mayAsk')}</p>
        <div>
          <Button size="small" onClick={onCancel}>
            {t('panel.recent.cancel')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="card reading">
      <Title level={1} quiet passing>
        {t(starting ? 'panel.starting' : 'panel.reading')}
      </Title>
      <Skeleton aria-hidden>
        <div className="stack">
          <SkeletonItem size={20} />
          <SkeletonItem size={12} />
          <SkeletonItem size={12} />
          <SkeletonItem size={24} />
        </div>
      </Skeleton>
      {/* Outlook can take long, and pasting needs no Outlook. */}
      <p className="quiet reading-long">{t('panel.readingLong')}</p>
    </section>
  );
}
