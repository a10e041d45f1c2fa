import type { ReactNode } from 'react';
import { isFinished, type Plan } from '../../plan/plan';
import { useSpeech } from '../../parts/speech';
import { AddressLine } from './AddressLine';
import { CardActions } from './CardActions';
import { Title } from './Title';
import { VerdictBadge } from './VerdictBadge';

interface CardProps {
  plan: Plan;
  /** In the place of the plan's own words, where the reader is asked something first. */
  title?: string;
  /** Null for none. */
  sentence?: string | null;
  children?: ReactNode;
}

/** What happened, to whom, who acts, may it be resent, and the one button that comes first. */
export function Card({ plan, title, sentence, children }: CardProps) {
  const { tell } = useSpeech();
  return (
    <section className="card">
      <Title level={1} tone={plan.tone}>
        {title ?? tell(plan.title)}
      </Title>
      <AddressLine plan={plan} />
      {sentence !== null && <p className="mail">{sentence ?? <Sentence plan={plan} />}</p>}
      <Turn plan={plan} />
      {children ?? <CardActions plan={plan} />}
    </section>
  );
}

/** What happened. The address stands above it, so that it need not be said again. */
export function Sentence({ plan: { sentence, sizes, addresses } }: { plan: Plan }) {
  const { tell } = useSpeech();
  const { values } = sentence;
  const said = tell(
    addresses.length === 1 && 'address' in values
      ? { ...sentence, values: { ...values, address: '' } }
      : sentence,
  );
  return sizes === null ? said : `${said} ${tell(sizes)}`;
}

/** Whose turn it is, and whether to resend. */
export function Turn({ plan }: { plan: Plan }) {
  const { t } = useSpeech();
  const { who, verdict } = plan;
  if (who === null && verdict === null) return null;
  const isQuiet =
    who === 'nobody' && plan.today.length === 0 && verdict?.kind === 'not-needed' && plan.tone === 'done';
  if (isQuiet) return null;
  return (
    <>
      <dl className="turn">
        {who !== null && (
          <>
            <dt>{t('panel.card.who')}</dt>
            <dd className="strong">{t(`engine.who.${who}`)}</dd>
          </>
        )}
        {verdict !== null && (
          <>
            <dt>{t('panel.card.resend')}</dt>
            <dd>
              <VerdictBadge verdict={verdict} />
            </dd>
          </>
        )}
      </dl>
      {isFinished(plan) && (
        <p className="strong" role="status">
          {t('panel.card.finished')}
        </p>
      )}
    </>
  );
}
