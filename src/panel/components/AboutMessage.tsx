import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { type Explanation, moment, showLine } from '../../engine';
import type { SourceHead } from '../../outlook/door';
import { useSpeech } from '../../parts/speech';
import { IconButton } from './IconButton';

interface AboutMessageProps {
  head: SourceHead;
  explanation: Explanation | null;
  /** Reads the open mail (again); absent where there is no mailbox. */
  onReadOpenItem?: () => void;
  /** Goes back to the list that the message was chosen from; absent where it was not. */
  onShowList?: () => void;
}

/** Which message this is about, in one line. A pinned pane can lag behind the mailbox, so this is always shown. */
export function AboutMessage({ head, explanation, onReadOpenItem, onShowList }: AboutMessageProps) {
  const { t, locale } = useSpeech();
  const name = showLine(head.name ?? explanation?.subject ?? '') || t(`panel.about.${head.door}`);
  const date = head.receivedAt ?? explanation?.date ?? null;
  const time = moment(date, locale, { brief: true });
  const isOpenItem = head.door === 'open-item';
  const back = onShowList ?? (isOpenItem ? undefined : onReadOpenItem);
  return (
    <header className="about">
      {back && (
        <Button
          className="about-back"
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular className="rtl-turned" />}
          title={t(onShowList ? 'panel.about.backToList' : 'panel.about.backToMail')}
          onClick={back}
        >
          {t(onShowList ? 'panel.about.list' : 'panel.about.mail')}
        </Button>
      )}
      <p className="about-text" title={name}>
        <span className="unseen">{t('panel.about.label')} </span>
        <bdi className="about-name">{name}</bdi>
      </p>
      {time && (
        <span className="about-time quiet" title={moment(date, locale) ?? undefined}>
          {time}
        </span>
      )}
      {onReadOpenItem && !back && (
        <IconButton
          size="small"
          icon={<ArrowClockwiseRegular />}
          label={t('panel.about.readAgain')}
          onClick={onReadOpenItem}
        />
      )}
    </header>
  );
}
