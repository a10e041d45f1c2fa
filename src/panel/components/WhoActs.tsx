import type { WhoActs as Who } from '../../knowledge/records';
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
