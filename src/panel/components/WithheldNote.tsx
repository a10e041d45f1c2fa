import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Text } from '../../engine';
import { useSpeech } from '../../parts/speech';

interface WithheldNoteProps {
  /** What Outlook did not hand out; none where it gave all. */
  parts: readonly Text[];
  /** Reads the message once more; absent where it was not read from Outlook. */
  onReadAgain?: () => void;
}

/** Above an answer that is given without a part of the message: it may be another one with it. */
export function WithheldNote({ parts, onReadAgain }: WithheldNoteProps) {
  const { t, tell } = useSpeech();
  if (parts.length === 0) return null;
  return (
    <div className="notes">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{[...new Set(parts.map(tell))].join(' ')}</MessageBarBody>
        {onReadAgain && (
          <MessageBarActions>
            <Button size="small" onClick={onReadAgain}>
              {t('panel.unreadable.retry')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
