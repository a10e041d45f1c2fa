import { useState } from 'react';
import type { Explanation } from '../../engine/explanation';
import type { SourceHead } from '../../outlook/door';
import { checklist, type ChecklistAbout } from '../checklist';
import { type Group, groupRecipients, type GroupStep } from '../groups';
import { CONFIRM_STEP, type Help, type LinkUrl, type Message } from '../../engine';
import { AnswerProvider } from '../answer';
import { headlineOf } from '../phrases';
import { useSpeech } from '../speech';
import { tickKey } from '../state';
import { CopyChecklist } from './CopyChecklist';
import { Headline } from './Headline';
import { Recipients } from './Recipients';
import { Warnings } from './Warnings';
import { TrustNote } from './TrustNote';
import { Warned } from './Warned';

export interface ExplainedProps {
  source: SourceHead;
  explanation: Explanation;
  help: Help;
  ticks: Readonly<Record<string, boolean>>;
  links: LinkUrl;
  now: Date;
  /** The address that the training is sent from, as the settings say. */
  sender: string | null;
  /** Has the admin named own domains, or are they guessed from the mailbox? */
  knowsDomains: boolean;
  onTick(key: string, done: boolean): void;
  onOurs(domain: string): void;
  onNew(addresses: readonly string[], isNew: boolean): void;
  onOpenMail?: (message: Message) => boolean;
}

/** The answer to a bounce. */
export function Explained(props: ExplainedProps) {
  const { source, explanation, ticks, links, now, onTick } = props;
  const speech = useSpeech();
  // Said of one mail; the next one is asked about anew.
  const [realId, setRealId] = useState<string | null>(null);
  const { groups, arrived } = groupRecipients(explanation);
  const { verdict } = explanation.trust;
  const key = (group: Group, step: GroupStep) => tickKey(source.id, group.id, step.id);
  const saidReal = realId === source.id;
  // Ticking the step that asks whether the mail is real says that it is.
  const done = (group: Group, step: GroupStep) =>
    step.id === CONFIRM_STEP ? saidReal : (ticks[key(group, step)] ?? false);
  const tick = (group: Group, step: GroupStep, ticked: boolean) => {
    if (step.id === CONFIRM_STEP) setRealId(ticked ? source.id : null);
    else onTick(key(group, step), ticked);
  };
  const about: ChecklistAbout = { explanation, head: source, links, now, done };

  if (verdict === 'suspicious' || verdict === 'backscatter')
    return <Warned {...props} verdict={verdict} about={about} groups={groups} />;

  const { help, sender, onNew, onOpenMail } = props;
  const asked = source.door === 'typed-question';
  const mayChange = help.mayChange(explanation.trust, saidReal);
  const copy = (some: readonly Group[]) => checklist(some, about, speech);
  return (
    <AnswerProvider value={{ explanation, asked, help, links, sender, mayChange, onNew, onOpenMail }}>
      <div className="section">
        {explanation.kind === 'delay' && <p className="note">{speech.t('engine.kindDetail.delay')}</p>}
        {groups.length !== 1 && (
          <div className="stack">
            <Headline level={1} title={headlineOf(groups, speech)} />
            {groups.length > 1 && (
              <div>
                <CopyChecklist all appearance="primary" text={() => copy(groups)} />
              </div>
            )}
          </div>
        )}
        <Recipients
          groups={groups}
          explanation={explanation}
          links={links}
          now={now}
          done={done}
          onTick={tick}
          checklist={copy}
        />
        {arrived.length > 0 && (
          <p className="quiet mail">
            {speech.t('panel.addresses.arrived', {
              addresses: speech.list(arrived.flatMap(({ address }) => address ?? [])),
            })}
          </p>
        )}
        <TrustNote
          trust={explanation.trust}
          isQuestion={asked}
          saidReal={saidReal}
          onReal={() => setRealId(source.id)}
        />
        <Warnings explanation={explanation} />
      </div>
    </AnswerProvider>
  );
}
