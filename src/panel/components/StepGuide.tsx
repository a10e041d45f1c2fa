import { Button, Link } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Guide, GuideTask } from '../../engine';
import { siteOf } from '../../engine';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { CopyButton } from '../../parts/CopyButton';
import { Fold } from '../../parts/Fold';

/** How a step is done: folded, because most admins know their way or need it for one step only. */
export function StepGuide({ guides }: { guides: readonly Guide[] }) {
  const { t, list } = useSpeech();
  if (guides.length === 0) return null;
  const likely = guides.filter(({ isOther }) => !isOther);
  const others = guides.filter(({ isOther }) => isOther);
  return (
    <Fold className="how" title={t('help.how.title', { systems: list(likely.map(({ name }) => name)) })}>
      <div className="stack how-guides">
        {likely.map((guide) => (
          <InSystem key={guide.system} guide={guide} named={likely.length > 1} />
        ))}
        {others.length > 0 && (
          <Fold className="how" title={t('help.how.others', { count: String(others.length) })}>
            <div className="stack how-guides">
              {others.map((guide) => (
                <InSystem key={guide.system} guide={guide} named />
              ))}
            </div>
          </Fold>
        )}
      </div>
    </Fold>
  );
}

function InSystem({ guide, named }: { guide: Guide; named: boolean }) {
  const { tell } = useSpeech();
  return (
    <div className="stack">
      {named && <p className="strong">{guide.name}</p>}
      {guide.tasks.map((task) => (
        <div key={task.title.key} className="stack">
          {guide.tasks.length > 1 && <p>{tell(task.title)}</p>}
          <Task task={task} system={guide.name} />
        </div>
      ))}
    </div>
  );
}

function Task({ task, system }: { task: GuideTask; system: string }) {
  const { t, tell } = useSpeech();
  const { onReal } = useAnswer();
  const { place, look, change, note, page, title, isWithheld } = task;
  const copy = t('help.how.copy', { task: tell(title), system });
  const shown = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The button that asked for the command is gone.
    if (asked.current && !isWithheld) [...(shown.current?.querySelectorAll('pre') ?? [])].at(-1)?.focus();
    asked.current = false;
  }, [isWithheld]);
  return (
    <div ref={shown} className="stack">
      {/* Labels of a product's menus: its own words, in its own order. */}
      {place.length > 0 && (
        <p dir="ltr" className="strong">
          {place.join(' › ')}
        </p>
      )}
      {note && <p>{tell(note)}</p>}
      {look && <Command label={t('help.how.look')} spoken={copy} command={look} />}
      {change && <Command label={t('help.how.change')} spoken={copy} command={change} />}
      {isWithheld && (
        <>
          <p className="quiet">{t('help.how.withheld')}</p>
          <div>
            <Button
              size="small"
              onClick={() => {
                asked.current = true;
                onReal(true);
              }}
            >
              {t('panel.trust.real')}
            </Button>
          </div>
        </>
      )}
      <p>
        <Link href={page} target="_blank" rel="noopener noreferrer">
          {t('help.how.more', { site: siteOf(page) })}
          <span className="unseen">: {tell(title)}</span>
        </Link>
      </p>
    </div>
  );
}

function Command({ label, spoken, command }: { label: string; spoken: string; command: string }) {
  const { t } = useSpeech();
  return (
    <div className="stack">
      <div className="row row-apart">
        <span>{label}</span>
        <CopyButton
          iconOnly
          appearance="subtle"
          label={t('panel.copy.label')}
          spokenLabel={t('engine.labelled', { name: spoken, value: label })}
          what={() => ({ text: command })}
        />
      </div>
      <pre dir="ltr" className="command mail" tabIndex={0}>
        <code>{command}</code>
      </pre>
    </div>
  );
}
