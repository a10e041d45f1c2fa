import { linksFor } from '../../engine';
import type { Services } from '../services';
import type { Explainer } from '../use-explainer';
import { Explained } from './Explained';
import { NotABounce } from './NotABounce';
import { NothingOpen } from './NothingOpen';
import { Reading } from './Reading';
import { SourceListView } from './SourceListView';
import { Unreadable } from './Unreadable';

/** The component for the state that the panel is in. */
export function Shown({ explainer, services }: { explainer: Explainer; services: Services }) {
  const { state, settings } = explainer;
  const { view, start, ticks } = state;
  switch (view.name) {
    case 'starting':
    case 'reading':
      return <Reading starting={view.name === 'starting'} />;
    case 'several':
      return state.list && <SourceListView list={state.list} onPick={explainer.pick} />;
    case 'nothing-open':
      return (
        <NothingOpen start={start} onRetry={start?.mailbox ? explainer.readOpenItem : explainer.startAgain} />
      );
    case 'unreadable':
      return (
        <Unreadable
          head={view.head}
          problem={view.problem}
          onRetry={start?.mailbox ? explainer.readOpenItem : undefined}
        />
      );
    case 'not-a-bounce':
      return <NotABounce explanation={view.explanation} asked={view.source.door === 'typed-question'} />;
    case 'explained':
      return (
        <Explained
          source={view.source}
          explanation={view.explanation}
          help={view.help}
          ticks={ticks}
          links={linksFor(settings.platformUrl)}
          now={services.now()}
          knowsDomains={settings.ownDomains.length > 0}
          onTick={explainer.tick}
          onOurs={explainer.addOwnDomain}
          onNew={explainer.sayNew}
          onOpenMail={services.canOpenNewMail() ? services.openNewMail : undefined}
        />
      );
  }
}
