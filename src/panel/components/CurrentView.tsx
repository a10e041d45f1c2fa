import { lazy, Suspense } from 'react';
import { linksFor, type Message } from '../../engine';
import type { DoorId, SourceHead } from '../../outlook/door';
import { deploymentConfig } from '../../site/deployment-config';
import type { Settings } from '../../site/setting-values';
import type { Services } from '../services';
import type { Explainer } from '../use-explainer';
import { NotABounce } from './NotABounce';
import { NothingOpen } from './NothingOpen';
import { Reading } from './Reading';
import { Unreadable } from './Unreadable';

const importAnswer = () => import(/* webpackChunkName: "answer" */ './AnswerView');
/** Comes while the first message is being read. */
const AnswerView = lazy(async () => ({ default: (await importAnswer()).AnswerView }));
/** Few ever have several bounces before them: it comes with the first list. */
const SourceListView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "list" */ './SourceListView')).SourceListView,
}));

/** Asked for by administrators alone. */
const MessageTraceView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "trace" */ './MessageTraceView')).MessageTraceView,
}));

/** Loads what shows an answer, ahead of the first of them. */
export const prepareAnswerView = (): Promise<unknown> => importAnswer().catch(() => undefined);

/** What failed is tried again; what the admin chose or pasted has to be chosen again. */
function retryOf(asking: DoorId | null, explainer: Explainer): (() => void) | undefined {
  if (asking === 'recent-bounces') return () => explainer.listRecent();
  return explainer.state.start?.mailbox ? explainer.readOpenItem : undefined;
}

/** The open message can be read once more: Outlook may hand out then what it did not. */
const againOf = ({ door }: SourceHead, { readOpenItem }: Explainer) =>
  door === 'open-item' ? readOpenItem : undefined;

/** Whom a message goes to, as far as the settings say. */
const addressFor = ({ id }: Message, { mailAdmin, networkTeam }: Settings): string | null =>
  id === 'mail-admin' ? mailAdmin : id === 'network-team' ? networkTeam : null;

/** The component for the state that the panel is in. */
export function CurrentView({ explainer, services }: { explainer: Explainer; services: Services }) {
  const { state, settings } = explainer;
  const { view, start, ticks } = state;
  switch (view.name) {
    case 'starting':
    case 'reading':
      return (
        <Reading
          starting={view.name === 'starting'}
          onCancel={
            view.name === 'reading' && view.asking === 'recent-bounces' ? explainer.cancel : undefined
          }
        />
      );
    case 'several':
      return <Suspense>{state.list && <SourceListView list={state.list} explainer={explainer} />}</Suspense>;
    case 'trace':
      return (
        <Suspense>
          <MessageTraceView
            services={services}
            start={start}
            problems={state.problems}
            senders={settings.sendingAddresses}
            region={explainer.language}
          />
        </Suspense>
      );
    case 'nothing-open':
      return (
        <NothingOpen
          start={start}
          onRetry={start?.mailbox ? explainer.readOpenItem : explainer.startAgain}
          onAsk={explainer.askLine}
          onRecent={services.doors.recentBounces.obstacle() ? undefined : () => explainer.listRecent()}
        />
      );
    case 'unreadable':
      return (
        <Unreadable
          head={view.head}
          problem={view.problem}
          diagnostics={{ services, start, problems: state.problems }}
          consentAddress={services.doors.recentBounces.adminConsentAddress()}
          onRetry={retryOf(view.asking, explainer)}
        />
      );
    case 'not-a-bounce':
      return (
        <NotABounce
          explanation={view.explanation}
          head={view.source}
          onReadAgain={againOf(view.source, explainer)}
        />
      );
    case 'explained':
      return (
        <Suspense fallback={<Reading starting={false} />}>
          <AnswerView
            source={view.source}
            explanation={view.explanation}
            help={view.help}
            ticks={ticks}
            links={linksFor(settings.platformUrl, deploymentConfig().links)}
            senders={settings.sendingAddresses}
            servers={settings.sendingServers}
            mailSystem={settings.mailSystem}
            knowsDomains={settings.ownDomains.length > 0}
            onTick={explainer.tick}
            onOurs={explainer.addOwnDomain}
            onNew={explainer.sayNew}
            onReadAgain={againOf(view.source, explainer)}
            onOpenMail={
              services.canOpenNewMail()
                ? (message) => services.openNewMail({ ...message, to: addressFor(message, settings) })
                : undefined
            }
          />
        </Suspense>
      );
  }
}
