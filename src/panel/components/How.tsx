import type { Guide, GuideTask } from '../../engine';
import { siteOf } from '../../engine';
import { useSpeech } from '../speech';
import { CopyButton } from './CopyButton';
import { Summary } from './Summary';

/** How a step is done: folded, because most admins know their way or need it for one step only. */
export function How({ guides }: { guides: readonly Guide[] }) {
  const { t, list } = useSpeech();
  if (guides.length === 0) return null;
  return (
    <details className="how">
      <Summary>{t('help.how.title', { systems: list(guides.map(({ name }) => name)) })}</Summary>
      <div className="stack how-guides">
        {guides.map((guide) => (
          <InSystem key={guide.system} guide={guide} named={guides.length > 1} />
        ))}
      </div>
    </details>
  );
}

function InSystem({ guide, named }: { guide: Guide; named: boolean }) {
  const { tell } = useSpeech();
  return (
    <div className="stack how-system">
      {named && <p className="strong">{guide.name}</p>}
      {guide.tasks.map((task) => (
        <div key={task.title.key} className="stack how-task">
          {guide.tasks.length > 1 && <p>{tell(task.title)}</p>}
          <Task task={task} system={guide.name} />
        </div>
      ))}
    </div>
  );
}

function Task({ task, system }: { task: GuideTask; system: string }) {
  const { t, tell } = useSpeech();
  const { place, look, change, note, page, title, isWithheld } = task;
  const copy = t('help.how.copy', { task: tell(title), system });
  return (
    <>
      {/* Labels of a product's menus: its own words, in its own order. */}
      {place.length > 0 && (
        <p dir="ltr" className="how-place">
          {place.join(' › ')}
        </p>
      )}
      {note && <p>{tell(note)}</p>}
      {look && <Command label={t('help.how.look')} spoken={copy} command={look} />}
      {change && <Command label={t('help.how.change')} spoken={copy} command={change} />}
      {isWithheld && <p className="quiet">{t('help.how.withheld')}</p>}
      <p>
        <a className="link" href={page} target="_blank" rel="noopener noreferrer">
          {t('help.how.more', { site: siteOf(page) })}
        </a>
      </p>
    </>
  );
}

function Command({ label, spoken, command }: { label: string; spoken: string; command: string }) {
  const { t } = useSpeech();
  return (
    <div className="stack">
      <div className="row row-apart">
        <span>{label}</span>
        <CopyButton
          size="small"
          appearance="subtle"
          label={t('panel.copy.label')}
          spokenLabel={t('engine.labelled', { name: spoken, value: label })}
          text={() => command}
        />
      </div>
      <pre dir="ltr" className="command mail" tabIndex={0}>
        <code>{command}</code>
      </pre>
    </div>
  );
}
