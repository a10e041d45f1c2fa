import { useId } from 'react';
import type { GroupStep } from '../groups';
import { type Guide, siteOf } from '../../engine';
import { useSpeech } from '../speech';
import { How } from './How';

interface StepProps {
  step: GroupStep;
  text: string;
  url: string | null;
  guides: readonly Guide[];
  /** Is it someone else's turn than before? */
  namesWho: boolean;
  /** The first that is not done. */
  next: boolean;
  done: boolean;
  onTick(done: boolean): void;
}

/** One step with a real checkbox; a guide and exceptions stand below it. */
export function Step({ step, text, url, guides, namesWho, next, done, onTick }: StepProps) {
  const { t, list } = useSpeech();
  const id = useId();
  const only = step.onlyFor && list(step.onlyFor);
  return (
    <li className="mail">
      {namesWho && <p className="steps-who quiet">{t(`engine.who.${step.who}`)}</p>}
      <div className={next ? 'step step-next' : 'step'} aria-current={next ? 'step' : undefined}>
        <input
          id={id}
          type="checkbox"
          className="step-box"
          checked={done}
          onChange={(event) => onTick(event.target.checked)}
        />
        <div className="mail">
          <label htmlFor={id} className={done ? 'step-label step-done' : 'step-label'}>
            {text}
          </label>
          {only && <p className="quiet">{t('panel.steps.onlyFor', { addresses: only })}</p>}
          {(step.platformStep ?? url) && (
            <p className="row step-under quiet">
              {step.platformStep && <span className="tag">{t('panel.steps.platform')}</span>}
              {url && (
                <a className="link" href={url} target="_blank" rel="noopener noreferrer">
                  {t('panel.steps.open', { site: siteOf(url) })}
                </a>
              )}
            </p>
          )}
          <How guides={guides} />
        </div>
      </div>
    </li>
  );
}
