import { Button } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { useSpeech } from '../speech';

/** A bounce's text, log lines or just a code. */
export function PasteForm({ onPaste }: { onPaste(text: string): void }) {
  const { t } = useSpeech();
  const id = useId();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!text.trim());
    if (text.trim()) onPaste(text);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label htmlFor={id}>{t('panel.paste.label')}</label>
      <textarea
        id={id}
        rows={6}
        dir="auto"
        spellCheck={false}
        className="field"
        value={text}
        placeholder={t('panel.paste.hint')}
        aria-describedby={`${id}-error`}
        aria-invalid={missing}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-error`} role="status" className="field-error">
        {missing && t('panel.paste.missing')}
      </p>
      <div>
        <Button type="submit" appearance="primary">
          {t('panel.paste.explain')}
        </Button>
      </div>
    </form>
  );
}
