/** A summary → what the page shows of it, in words; and what it asks for beyond that. */
import { csvOf } from '../../campaign/csv';
import type { LeftOutSentences } from '../../campaign/left-out-sentences';
import { addressesOf, linesOf } from '../../campaign/addresses';
import { listFiles, listsOf } from '../../campaign/lists';
import { summaryFile } from '../../campaign/lines';
import { isoOf, timelineOf } from '../../campaign/over-days';
import { compareRows, repeatOffenders } from '../../campaign/over-time';
import { settled } from '../../campaign/people';
import { type ListId, LISTS } from '../../campaign/root-cause';
import type { Row } from '../../campaign/row';
import { merge, type Summary } from '../../campaign/summary';
import { shownThing, textsOf, type ThingTexts } from '../../campaign/shown-thing';
import { headlineOf, notesOf, titleOf } from '../../campaign/summary-words';
import { type Overview, overviewOf } from '../../campaign/things-to-do';
import type { Context } from '../../engine';
import type { Speech } from '../../plan/speech';
import type {
  AddressesOf,
  Answer,
  Asked,
  ComparedId,
  FileAsked,
  QuestionKind,
  ShownOverview,
  ShownTimeline,
} from '../protocol';
import { blobOf, zipOf } from './download-files';
import { RowTable } from './row-table';

/** Things that are shown; of made-up data there may be thousands, and all of them are in the lists. */
const MAX_THINGS = 200;

export interface AnswersOptions {
  summary: Summary;
  /** A former run, to compare with. */
  before: Summary | null;
  speech: Speech;
  context: Context;
  leftOut: LeftOutSentences;
  /** Records that were read when the reader pressed Cancel; null where all were. */
  stoppedAt: number | null;
}

export class CampaignAnswers {
  private readonly known: Overview;
  private readonly table: RowTable;
  private lists: ReturnType<typeof listsOf> | null = null;
  private compared: Map<ComparedId, string[]> | null = null;

  constructor(private readonly options: AnswersOptions) {
    this.known = overviewOf(options.summary);
    this.table = new RowTable(this.known, options.speech);
  }

  overview(): ShownOverview {
    const { speech, leftOut, stoppedAt } = this.options;
    const { t } = speech;
    const { bounces, things, arrived, rows } = this.known;
    return {
      headline: headlineOf(this.known, speech),
      things: things.slice(0, MAX_THINGS).map((thing) => shownThing(thing, speech)),
      moreThings: Math.max(0, things.length - MAX_THINGS),
      notes: [
        ...(stoppedAt === null ? [] : [t('campaign.stopped', { count: String(stoppedAt) })]),
        ...notesOf(this.known, speech),
      ],
      ...leftOut.shown,
      timeline: shownTimeline(this.known, speech),
      lists: LISTS.map((list) => ({
        list,
        name: t(`campaign.lists.${list}`),
        people: [...addressesOf(this.onList(list))].length,
      })).filter(({ people }) => people > 0),
      comparison: this.comparison(),
      rows: rows.length,
      bounces,
      arrived: arrived.length,
    };
  }

  async answer(kind: QuestionKind, asked: unknown): Promise<Answer<QuestionKind>> {
    switch (kind) {
      case 'thing':
        return this.textsOf(asked as Asked<'thing'>);
      case 'addresses':
        return [...linesOf(this.addresses(asked as Asked<'addresses'>))].join('');
      case 'order':
        return this.table.order(asked as Asked<'order'>);
      case 'rows':
        return this.table.shown(asked as Asked<'rows'>);
      case 'file':
        return this.file(asked as Asked<'file'>);
    }
  }

  private comparison(): ShownOverview['comparison'] {
    const { before, summary, speech } = this.options;
    if (!before) return [];
    const compared = compareRows(settled(before.rows), this.known.rows);
    const repeated = repeatOffenders(merge(before, summary).rows);
    this.compared = new Map<ComparedId, string[]>([
      ['new', [...compared.new]],
      ['still', [...compared.still]],
      ['cured', [...compared.cured]],
      ['unseen', [...compared.unseen]],
      ['repeated', Array.from(repeated, ({ address }) => address)],
    ]);
    return [...this.compared].map(([id, addresses]) => ({
      id,
      says: speech.t(id === 'repeated' ? 'campaign.repeated' : `campaign.compared.${id}`, {
        count: String(addresses.length),
      }),
      people: addresses.length,
    }));
  }

  private textsOf({ thing: at, done }: Asked<'thing'>): ThingTexts {
    const thing = this.known.things[at];
    return thing ? textsOf(thing, done, this.options) : { text: '', html: '', markdown: '', addresses: '' };
  }

  private addresses(of: AddressesOf): Iterable<string> {
    if ('compared' in of) return this.compared?.get(of.compared) ?? [];
    // Rows of one address stand beside each other in the order of all.
    return addressesOf(this.rowsOf('rows' in of ? { rows: [...of.rows].sort((a, b) => a - b) } : of));
  }

  private onList(list: ListId): Iterable<Row> {
    this.lists ??= listsOf(this.known);
    return this.lists.get(list) ?? [];
  }

  private rowsOf(of: Exclude<AddressesOf, { compared: ComparedId }>): Iterable<Row> {
    if ('thing' in of) return this.known.things[of.thing]?.rows ?? [];
    if ('list' in of) return this.onList(of.list);
    return of.rows.flatMap((at) => this.known.rows.at(at) ?? []);
  }

  private file(asked: FileAsked): Blob | Promise<Blob> {
    const { summary, context, speech } = this.options;
    if (asked.kind === 'rows') return blobOf('application/jsonl', summaryFile(summary));
    if (asked.kind === 'lists') return zipOf(listFiles(this.known, summary, context, speech.words));
    const rows = asked.of === null ? this.known.rows : this.rowsOf(asked.of);
    return blobOf('text/csv', csvOf(rows));
  }
}

/** How a span of time is called. */
const FORMATS = {
  hour: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function shownTimeline(overview: Overview, speech: Speech): ShownTimeline | null {
  const timeline = timelineOf(overview);
  if (!timeline) return null;
  const all = [...overview.things, ...overview.waiting];
  const titles = new Map(all.map((thing) => [thing.rootCause, thing]));
  const format = new Intl.DateTimeFormat(speech.locale, { ...FORMATS[timeline.unit], timeZone: 'UTC' });
  return {
    unit: timeline.unit,
    series: timeline.series.map((rootCause) => {
      const thing = rootCause === null ? undefined : titles.get(rootCause);
      return thing ? titleOf(thing, speech) : speech.t('campaign.page.others');
    }),
    buckets: timeline.buckets.map(({ start, counts }) => ({
      label: format.format(new Date(isoOf(start))),
      counts,
    })),
  };
}
