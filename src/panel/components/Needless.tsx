import type { Advice } from '../../engine';
import { useSpeech } from '../speech';
import { Summary } from './Summary';

/** Steps of the platform's guide that people would try in vain here, and why. */
export function Needless({ needless }: Pick<Advice, 'needless'>) {
  const { t, tell } = useSpeech();
  if (needless.length === 0) return null;
  return (
    <details className="quiet">
      <Summary>{t('help.needless.title')}</Summary>
      <ul className="bullets">
        {needless.map(({ platformStep, text }) => (
          <li key={platformStep}>{tell(text)}</li>
        ))}
      </ul>
    </details>
  );
}
