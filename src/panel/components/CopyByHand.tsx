import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { useSpeech } from '../speech';

/** The last resort: the text itself, selected, with the keys to press. */
export function CopyByHand({ text, onClose }: { text: string; onClose(): void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { t } = useSpeech();
  const id = useId();
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <div className="by-hand stack">
      <label htmlFor={id}>{t('panel.copy.byHand')}</label>
      <textarea ref={area} id={id} readOnly rows={6} value={text} className="by-hand-text field" />
      <div>
        <Button size="small" onClick={onClose}>
          {t('panel.copy.close')}
        </Button>
      </div>
    </div>
  );
}
