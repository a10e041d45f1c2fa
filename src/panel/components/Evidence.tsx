import type { ReactNode } from 'react';
import type { RecipientExplanation } from '../../engine/explanation';
import { showBlock, showLine } from '../../engine/advise/show';
import { useSpeech } from '../speech';
import { Summary } from './Summary';

interface EvidenceProps {
  recipient: RecipientExplanation;
  reportingMta: string | null;
  /** It was a question, not a message. */
  asked?: boolean;
}

/** The bounce's own words, and how sure we are of what they mean. */
export function Evidence({ recipient, reportingMta, asked = false }: EvidenceProps) {
  const { t } = useSpeech();
  const { evidence, diagnostic, replyCode, status, remoteMta, confidence } = recipient;
  const code = [replyCode, status].filter(Boolean).join(' ');
  const facts = [
    ['code', code],
    ['remote', remoteMta],
    ['reporting', reportingMta],
  ].filter(([, value]) => value) as [string, string][];
  return (
    <details open={confidence === 'low'}>
      <Summary>
        {t(asked ? 'panel.evidence.asked' : 'panel.evidence.title')}
        {code && (
          <>
            {' · '}
            <bdi>{showLine(code)}</bdi>
          </>
        )}
      </Summary>
      <div className="stack">
        <Quotes evidence={evidence} diagnostic={diagnostic} />
        <dl className="facts">
          {facts.map(([name, value]) => (
            <Fact key={name} name={t(`panel.evidence.${name}`)} value={showLine(value)} />
          ))}
          <Fact name={t('panel.evidence.confidence')} value={t(`engine.confidence.${confidence}`)} />
        </dl>
      </div>
    </details>
  );
}

/** The server's answer, the words that decided marked in it; apart where they stand elsewhere. */
function Quotes({ evidence, diagnostic }: Pick<RecipientExplanation, 'evidence' | 'diagnostic'>) {
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
