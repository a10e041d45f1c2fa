import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useSpeech } from './speech';

/** The last resort: the text itself, selected, with the keys to press. */
export function CopyByHand({ text, onClose }: { text: string; onClose(): void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { t } = useSpeech();
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <div className="by-hand stack">
      <Field label={t('panel.copy.byHand')}>
        <Textarea ref={area} readOnly rows={6} resize="vertical" value={text} />
      </Field>
      <div>
        <Button size="small" onClick={onClose}>
          {t('panel.copy.close')}
        </Button>
      </div>
    </div>
  );
}
