import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { TraceExport } from '../../outlook/trace-export';
import { CopyButton } from '../../parts/CopyButton';
import { Fold } from '../../parts/Fold';
import { saveFile } from '../../parts/save-file';
import { useSpeech } from '../../parts/speech';
import { traceProblemKey } from '../trace-problem';
import type { TraceSummary } from '../trace-summary';
import { Title } from './Title';

interface TraceResultProps {
  traced: TraceExport;
  summary: TraceSummary;
  onAgain(): void;
}

/** What there is to do, what helps most people first, as the campaign page says it; and the rows as a file. */
export function TraceResult({ traced, summary, onAgain }: TraceResultProps) {
  const { t } = useSpeech();
  const { headline, things, moreThings, notes } = summary;
  return (
    <>
      <section className="card">
        <Title level={1}>{headline}</Title>
        <LeftOut traced={traced} summary={summary} />
        {traced.rows === 0 && <p>{t('campaign.trace.none')}</p>}
      </section>
      <div className="causes">
        {things.map((thing, at) => (
          <Fold
            key={thing.rootCause}
            className="cause"
            level={2}
            asRow
            open={at === 0}
            title={<ThingRow thing={thing} />}
          >
            <Thing thing={thing} />
          </Fold>
        ))}
      </div>
      <section className="card">
        {moreThings > 0 && <p>{t('campaign.page.more', { count: String(moreThings) })}</p>}
        <ul className="bullets quiet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {traced.rows > 0 && (
          <>
            <div className="actions">
              <Button
                size="small"
                icon={<ArrowDownloadRegular />}
                onClick={() => saveFile(traced.file, traced.file.name)}
              >
                {t('campaign.trace.save')}
              </Button>
            </div>
            <div className="actions">
              <Button
                as="a"
                size="small"
                appearance="transparent"
                href="campaign.html"
                target="_blank"
                rel="noopener noreferrer"
              >
                {t('campaign.trace.page')}
              </Button>
            </div>
          </>
        )}
        <div className="actions">
          <Button size="small" onClick={onAgain}>
            {t('campaign.trace.again')}
          </Button>
        </div>
      </section>
    </>
  );
}

/** What is missing, and why: never without a word. */
function LeftOut({ traced, summary }: Pick<TraceResultProps, 'traced' | 'summary'>) {
  const { t } = useSpeech();
  const { questions, reasons, problem } = traced.leftOut;
  const counted = (key: string, count: number) => (count === 0 ? [] : [t(key, { count: String(count) })]);
  const sentences = [
    ...(problem ? [t(endedKey(problem.code))] : []),
    ...counted('campaign.trace.leftOut.questions', questions),
    ...counted('campaign.trace.leftOut.reasons', reasons),
    ...summary.leftOut,
  ];
  if (sentences.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <ul className="bullets mail">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

const endedKey = (code: string) =>
  code === 'sign-in-cancelled'
    ? 'campaign.trace.leftOut.stopped'
    : (traceProblemKey(code) ?? `panel.problems.${code}`);

type ShownThing = TraceSummary['things'][number];

/** How many people, what, who acts. */
function ThingRow({ thing: { title, people, shareText, who } }: { thing: ShownThing }) {
  return (
    <span className="cause-row">
      <span className="strong mail">{title}</span>
      <span className="cause-line quiet">
        {people} ({shareText}){who !== null && ` · ${who}`}
      </span>
    </span>
  );
}

function Thing({ thing }: { thing: ShownThing }) {
  const { t } = useSpeech();
  const { title, sentence, list, steps, quote, text, html, addresses } = thing;
  const spoken = (label: string) => ({ label, spokenLabel: `${label}: ${title}` });
  return (
    <div className="card">
      {sentence && <p className="mail">{sentence}</p>}
      <p>{t('campaign.onList', { list })}</p>
      <ol className="bullets">
        {steps.map((step) => (
          <li key={step.id} className="mail">
            {step.text}
          </li>
        ))}
      </ol>
      {quote && (
        <blockquote className="quote mail" dir="auto">
          {quote}
        </blockquote>
      )}
      <div className="actions">
        <CopyButton
          appearance="primary"
          {...spoken(t('campaign.page.ticket'))}
          what={() => ({ text, html })}
        />
        <CopyButton {...spoken(t('campaign.page.addresses'))} what={() => ({ text: addresses })} />
      </div>
    </div>
  );
}
