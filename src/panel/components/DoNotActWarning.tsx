import { useEffect, useRef, useState } from 'react';
import { showLine } from '../../engine';
import type { Plan } from '../../plan/plan';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { Card } from './Card';
import { CardActions } from './CardActions';
import { OursQuestion } from './OursQuestion';
import { PlanBody } from './PlanBody';

/** A bounce that must not be acted on: its own steps, and why; no steps of its cause, no way to resend. */
export function DoNotActWarning({ plan }: { plan: Plan }) {
  const { t } = useSpeech();
  const { explanation, knowsDomains } = useAnswer();
  const [denied, setDenied] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (denied) card.current?.querySelector('h1')?.focus();
  }, [denied]);
  const asks = explanation.trust.verdict === 'backscatter' && !knowsDomains && !denied;
  const copy = (
    <CardActions
      plan={plan}
      copyLabel={t(plan.tone === 'danger' ? 'panel.copy.security' : 'panel.copy.checklist')}
    />
  );
  return (
    <>
      <div ref={card}>
        {asks ? (
          <Card plan={plan} title={t('panel.trust.ask')} sentence={null}>
            <OursQuestion onNotOurs={() => setDenied(true)} />
          </Card>
        ) : (
          <Card plan={plan}>{copy}</Card>
        )}
      </div>
      <PlanBody plan={plan} level={2} />
      <Reasons plan={plan} />
    </>
  );
}

/** They teach the reader what to look for: so they are open. */
function Reasons({ plan: { reasons } }: { plan: Plan }) {
  const { t } = useSpeech();
  if (reasons.length === 0) return null;
  return (
    <section className="plan">
      <h2 className="heading">{t('panel.trust.signals')}</h2>
      <ul className="bullets mail">
        {reasons.map(({ id, quote }) => (
          <li key={id}>
            {t(`help.signals.${id}`)} {quote && <bdi className="quiet">{showLine(quote, 200)}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  );
}
