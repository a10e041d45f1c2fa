import type { WhoActs as Who } from '../../engine';
import { useSpeech } from '../speech';

/** Whose turn it is. */
export function WhoActs({ who }: { who: Who }) {
  const { t } = useSpeech();
  return (
    <p>
      {t('panel.who.label')} <span className="strong">{t(`engine.who.${who}`)}</span>
    </p>
  );
}
