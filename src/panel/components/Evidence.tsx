import type { ReactNode } from 'react';
import { moment, showBlock, showLine } from '../../engine';
import { confidenceOf, type Fact as PlanFact } from '../../plan/facts';
import type { Plan } from '../../plan/plan';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';

/** Shown as a quotation already. */
const QUOTED = 'diagnostic';

/** The bounce's own words, and how sure we are of what they mean. */
export function Evidence({ plan }: { plan: Plan }) {
  const { t, locale } = useSpeech();
  const { explanation, asked, saidReal } = useAnswer();
  const [first] = plan.recipients;
  const confidence = confidenceOf(plan.recipients);
  const { verdict } = explanation.trust;
  const valueOf = ({ name, value }: PlanFact) =>
    name === 'time' ? (moment(value, locale, { inUtc: true, seconds: true }) ?? '') : showLine(value);
  return (
    <div className="stack">
      {first && <Quotes evidence={first.evidence} diagnostic={first.diagnostic} />}
      <dl className="facts">
        {plan.facts
          .filter(({ name }) => name !== QUOTED && !(asked !== null && name === 'bounce'))
          .map((fact) => (
            <Fact key={fact.name} name={t(`help.facts.${fact.name}`)} value={valueOf(fact)} />
          ))}
        {confidence && (
          <Fact name={t('panel.evidence.confidence')} value={t(`engine.confidence.${confidence}`)} />
        )}
        {asked === null && (verdict === 'genuine' || verdict === 'unverified') && (
          <Fact
            name={t('panel.evidence.origin')}
            value={saidReal ? t('panel.trust.realSaid') : t(`engine.trustDetail.${verdict}`)}
          />
        )}
      </dl>
    </div>
  );
}

/** The server's answer, the words that decided marked in it; apart where they stand elsewhere. */
function Quotes({ evidence, diagnostic }: { evidence: string | null; diagnostic: string | null }) {
  const { t } = useSpeech();
  const words = showBlock(evidence ?? '').trim();
  const answer = showBlock(diagnostic ?? '').trim();
  const at = words ? answer.indexOf(words) : -1;
  if (!words && !answer) return <p>{t('panel.evidence.none')}</p>;
  if (at < 0) {
    return [words, answer].filter(Boolean).map((quote) => <Quote key={quote}>{quote}</Quote>);
  }
  return (
    <Quote>
      {answer.slice(0, at)}
      <mark>{words}</mark>
      {answer.slice(at + words.length)}
    </Quote>
  );
}

function Quote({ children }: { children: ReactNode }) {
  return (
    <blockquote dir="auto" className="quote mail">
      {children}
    </blockquote>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="mail">
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
