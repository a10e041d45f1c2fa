import { Button, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { copyText } from '../copy';
import { useSpeech } from '../speech';
import { CopyByHand } from './CopyByHand';

interface CopyButtonProps {
  /** Made at the click, so that it holds what is ticked by then. */
  text: () => string;
  label: string;
  /** Spoken instead of the label, where several buttons bear the same. */
  spokenLabel?: string;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
}

type Result = { outcome: 'none' | 'copied' } | { outcome: 'by-hand'; text: string };

/** One click copies; the result is said, also to screen readers; at the worst the text stands there to be copied by hand. */
export function CopyButton({ text, label, spokenLabel, appearance, size = 'medium' }: CopyButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [result, setResult] = useState<Result>({ outcome: 'none' });
  const { t } = useSpeech();
  const copied = result.outcome === 'copied';

  const copy = (near: HTMLElement) => {
    const copying = text();
    // The copy itself happens within this call, before anything is awaited.
    const answer = copyText(copying, near);
    setResult({ outcome: 'none' });
    void answer.then((outcome) =>
      setResult(outcome === 'copied' ? { outcome } : { outcome: 'by-hand', text: copying }),
    );
  };
  const close = () => {
    setResult({ outcome: 'none' });
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        appearance={appearance}
        size={size}
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={copied ? undefined : spokenLabel}
        onClick={(event) => copy(event.currentTarget)}
      >
        {copied ? t('panel.copy.done') : label}
      </Button>
      <span role="status" className="unseen">
        {copied && t('panel.copy.done')}
        {result.outcome === 'by-hand' && t('panel.copy.failed')}
      </span>
      {result.outcome === 'by-hand' && <CopyByHand text={result.text} onClose={close} />}
    </>
  );
}
