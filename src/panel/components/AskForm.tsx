import { Button } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { MAX_QUESTION_CHARACTERS } from '../../outlook/typed-question';
import { useSpeech } from '../speech';

/** A code or one line: the knowledge is asked without a mail. */
export function AskForm({ onAsk }: { onAsk(text: string): void }) {
  const { t } = useSpeech();
  const id = useId();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!text.trim());
    if (text.trim()) onAsk(text);
  };
  return (
    <form className="stack" role="search" onSubmit={submit}>
      <label htmlFor={id}>{t('panel.ask.label')}</label>
      <div className="row ask-row">
        <input
          id={id}
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          maxLength={MAX_QUESTION_CHARACTERS}
          className="field"
          value={text}
          placeholder={t('panel.ask.hint')}
          aria-describedby={`${id}-error`}
          aria-invalid={missing}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" appearance="primary">
          {t('panel.ask.explain')}
        </Button>
      </div>
      <p id={`${id}-error`} role="status" className="field-error">
        {missing && t('panel.ask.missing')}
      </p>
    </form>
  );
}
