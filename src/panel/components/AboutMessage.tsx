import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular, TextBulletListRegular } from '@fluentui/react-icons';
import type { Explanation } from '../../engine/explanation';
import type { SourceHead } from '../../outlook/door';
import { showLine } from '../../engine/advise/show';
import { moment } from '../../engine';
import { useSpeech } from '../speech';

interface AboutMessageProps {
  head: SourceHead;
  explanation: Explanation | null;
  /** Reads the open mail (again); absent where there is no mailbox. */
  onReadOpenItem?: () => void;
  /** Goes back to the list that the message was chosen from; absent where it was not. */
  onShowList?: () => void;
}

/** Which message this is about. A pinned pane can lag behind the mailbox, so this is always shown. */
export function AboutMessage({ head, explanation, onReadOpenItem, onShowList }: AboutMessageProps) {
  const { t, locale } = useSpeech();
  const name = showLine(head.name ?? explanation?.subject ?? '') || t(`panel.about.${head.door}`);
  const time = moment(head.receivedAt ?? explanation?.date ?? null, locale);
  const original = showLine(explanation?.original.subject ?? '');
  const again = t(head.door === 'open-item' ? 'panel.about.readAgain' : 'panel.about.backToMail');
  return (
    <header className="about">
      <div className="about-text quiet mail">
        <p>
          <span className="unseen">{t('panel.about.label')} </span>
          <bdi className="about-name">{name}</bdi>
          {time && <span> · {time}</span>}
        </p>
        {original && (
          <p>
            {t('panel.about.original')} <bdi>{original}</bdi>
          </p>
        )}
      </div>
      {onShowList && (
        <Button
          className="about-again"
          appearance="subtle"
          size="small"
          icon={<TextBulletListRegular />}
          onClick={onShowList}
        >
          {t('panel.about.backToList')}
        </Button>
      )}
      {onReadOpenItem && (
        <Button
          className="about-again"
          appearance="subtle"
          size="small"
          icon={<ArrowClockwiseRegular />}
          aria-label={again}
          title={again}
          onClick={onReadOpenItem}
        />
      )}
    </header>
  );
}
