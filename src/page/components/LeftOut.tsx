import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Fold } from '../../parts/Fold';
import { useSpeech } from '../../parts/speech';
import type { ShownOverview } from '../protocol';

/** What was not read: a sentence each, never without a word. */
export function LeftOut({ overview: { leftOut, moreLeftOut } }: { overview: ShownOverview }) {
  const { t } = useSpeech();
  if (leftOut.length === 0) return null;
  const count = String(leftOut.length + moreLeftOut);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Fold title={t('campaign.page.leftOut', { count })} open={leftOut.length <= 3}>
          <ul className="bullets mail">
            {leftOut.map((sentence, at) => (
              <li key={at}>{sentence}</li>
            ))}
            {moreLeftOut > 0 && <li>{t('campaign.page.more', { count: String(moreLeftOut) })}</li>}
          </ul>
        </Fold>
      </MessageBarBody>
    </MessageBar>
  );
}
