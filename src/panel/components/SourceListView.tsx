import { Button, Link } from '@fluentui/react-components';
import { moment } from '../../engine';
import { showLine } from '../../engine';
import { useSpeech } from '../../parts/speech';
import type { ListedSource, ListRow, SourceList } from '../source-list';
import type { Explainer } from '../use-explainer';
import { Title } from './Title';
import { SharedMailbox } from './SharedMailbox';

interface SourceListViewProps {
  list: SourceList;
  explainer: Explainer;
}

/** Several bounces: who, why, when. Picking one explains it. */
export function SourceListView({ list, explainer }: SourceListViewProps) {
  const { t } = useSpeech();
  const { sources, door, hasMore } = list;
  const isRecent = door === 'recent-bounces';
  const count = String(sources.length);
  const read = sources.filter(({ rows, problem }) => rows !== null || problem !== null).length;
  return (
    <div className="card">
      <Title level={1}>
        {sources.length === 0
          ? t('panel.list.none')
          : t(isRecent ? 'panel.recent.title' : 'panel.list.title', { count })}
      </Title>
      {sources.length > 0 && (
        <p className="quiet" role="status">
          {read < sources.length
            ? t('panel.list.reading', { read: String(read), all: count })
            : t('panel.list.hint')}
        </p>
      )}
      {sources.length > 1 && (
        <p className="quiet">
          <Link inline href="campaign.html" target="_blank" rel="noopener noreferrer">
            {t('panel.list.asPage')}
          </Link>
        </p>
      )}
      <ul className="sources">
        {sources.map((listed) => (
          <li key={listed.head.id}>
            <SourceButton listed={listed} onPick={() => explainer.pick(listed.head.id)} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <div>
          <Button onClick={explainer.listOlder}>{t('panel.recent.older')}</Button>
        </div>
      )}
      {isRecent && <SharedMailbox onList={explainer.listRecent} />}
    </div>
  );
}

function SourceButton({ listed, onPick }: { listed: ListedSource; onPick(): void }) {
  const { t, locale } = useSpeech();
  const { head } = listed;
  const time = moment(head.receivedAt, locale);
  return (
    <button type="button" className="source mail" onClick={onPick}>
      {linesOf(listed).map(({ address, detail }, at) => (
        <span key={at} className="source-row">
          {address && <bdi className="source-address">{showLine(address)}</bdi>}
          <span>{t(detail, { file: head.name || t(`panel.about.${head.door}`) })}</span>
        </span>
      ))}
      <span className="quiet">
        <bdi>{showLine(head.name ?? '') || t(`panel.about.${head.door}`)}</bdi>
        {time && <span> · {time}</span>}
      </span>
    </button>
  );
}

interface Line {
  address: string | null;
  /** Key of its words. */
  detail: string;
}

/** Rows of one message that are shown; the others are counted where it is opened. */
const MAX_LINES = 5;

function linesOf({ rows, problem, addresses }: ListedSource): Line[] {
  if (problem) return [{ address: null, detail: problem.text.key }];
  if (rows) return rows.slice(0, MAX_LINES).map((row) => ({ address: row.address, detail: meaningOf(row) }));
  const known = addresses.length > 0 ? addresses.slice(0, MAX_LINES) : [null];
  return known.map((address) => ({ address, detail: 'panel.list.unread' }));
}

const meaningOf = ({ title, kind }: ListRow): string => title?.key ?? `engine.kind.${kind}`;
