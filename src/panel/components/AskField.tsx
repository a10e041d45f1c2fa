import { Field, Input } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { pastedContent } from '../../outlook/clipboard';
import { MAX_QUESTION_CHARACTERS } from '../../outlook/typed-question';
import { useSpeech } from '../../parts/speech';
import { IconButton } from './IconButton';

interface AskFieldProps {
  /** A code or one line. */
  onAsk(text: string): void;
  /** Several lines: the text of a bounce, a log. */
  onPaste(text: string): void;
}

/** One field for all that can be typed or pasted. Several lines are explained as soon as they are pasted. */
export function AskField({ onAsk, onPaste }: AskFieldProps) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!text.trim());
    if (text.trim()) onAsk(text);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = pastedContent(event.clipboardData);
    if (!pasted || 'files' in pasted || !isLong(pasted.text)) return;
    event.preventDefault();
    onPaste(pasted.text);
  };
  return (
    <form className="ask" role="search" onSubmit={submit}>
      <Field
        validationState={missing ? 'error' : 'none'}
        validationMessage={missing ? t('panel.field.missing') : undefined}
      >
        <Input
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-label={t('panel.field.label')}
          placeholder={t('panel.field.hint')}
          onChange={(_event, { value }) => {
            setMissing(false);
            setText(value);
          }}
          onPaste={paste}
          contentAfter={
            <IconButton
              type="submit"
              size="small"
              appearance="transparent"
              className="rtl-turned"
              icon={<ArrowRightRegular />}
              label={t('panel.field.explain')}
            />
          }
        />
      </Field>
    </form>
  );
}

/** More than the field can hold in its one line. */
const isLong = (text: string): boolean => text.trim().includes('\n') || text.length > MAX_QUESTION_CHARACTERS;
