import { Button, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { copy, type Copied } from './copy';
import { useSpeech } from './speech';
import { CopyByHand } from './CopyByHand';

interface CopyButtonProps {
  /** Made at the click, so that it holds what is ticked by then. */
  what: () => Copied;
  label: string;
  /** The icon alone is seen; the label is said. */
  iconOnly?: boolean;
  /** Spoken instead of the label, where several buttons bear the same. */
  spokenLabel?: string;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
}

type Result = { outcome: 'none' | 'copied' } | { outcome: 'by-hand'; text: string };

/** Long enough to be seen; then the button offers its copy again. */
const SHOWN_MS = 2_000;

/** One click copies; the result is said, also to screen readers; at the worst the text stands there to be copied by hand. */
export function CopyButton(props: CopyButtonProps) {
  const { what, label, iconOnly = false, spokenLabel, appearance, size = 'small' } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [result, setResult] = useState<Result>({ outcome: 'none' });
  const { t } = useSpeech();
  const copied = result.outcome === 'copied';
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setResult({ outcome: 'none' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const start = (near: HTMLElement) => {
    const copying = what();
    // The copy itself happens within this call, before anything is awaited.
    const answer = copy(copying, near);
    setResult({ outcome: 'none' });
    void answer.then((outcome) =>
      setResult(outcome === 'copied' ? { outcome } : { outcome: 'by-hand', text: copying.text }),
    );
  };
  const close = () => {
    setResult({ outcome: 'none' });
    button.current?.focus();
  };
  const done = t('panel.copy.done');
  const spoken = spokenLabel ?? (iconOnly ? label : undefined);
  return (
    <>
      <Button
        ref={button}
        appearance={appearance}
        size={size}
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={copied ? done : spoken}
        title={iconOnly ? label : undefined}
        onClick={(event) => start(event.currentTarget)}
      >
        {iconOnly ? undefined : (
          // Both stand in one place, so that the button keeps its width.
          <span className="copy-label">
            <span aria-hidden={copied} className={copied ? 'copy-hidden' : undefined}>
              {label}
            </span>
            <span aria-hidden={!copied} className={copied ? undefined : 'copy-hidden'}>
              {done}
            </span>
          </span>
        )}
      </Button>
      <span role="status" className="unseen">
        {copied && done}
        {result.outcome === 'by-hand' && t('panel.copy.failed')}
      </span>
      {result.outcome === 'by-hand' && <CopyByHand text={result.text} onClose={close} />}
    </>
  );
}
