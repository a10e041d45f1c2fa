import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { useId } from 'react';
import { Fold } from '../../parts/Fold';
import { useSpeech } from '../../parts/speech';
import type { ShownTimeline } from '../protocol';

const WIDTH = 960;
const HEIGHT = 240;
/** Room for the numbers at the start and the times below. */
const START = 48;
const BELOW = 28;
/** Height of a bar that has room for the number of its cause. */
const MIN_NUMBERED = 12;
/** Times that fit below the bars. */
const MAX_LABELS = 8;

/** Causes over time, as bars on top of each other; the same as a table below. */
export function CauseChart({ timeline }: { timeline: ShownTimeline }) {
  const { t, words } = useSpeech();
  const id = useId();
  const { buckets, series } = timeline;
  const totals = buckets.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const x = scaleBand<number>()
    .domain(buckets.map((_, at) => at))
    .range([START, WIDTH])
    // A single bar need not fill the page.
    .padding(Math.max(0.2, 1 - buckets.length * 0.1));
  const middleOf = (at: number) => (x(at) ?? 0) + x.bandwidth() / 2;
  const y = scaleLinear()
    .domain([0, Math.max(...totals)])
    .range([HEIGHT - BELOW, 8])
    .nice();
  const layers = stack<ShownTimeline['buckets'][number], number>()
    .keys(series.map((_, at) => at))
    .value(({ counts }, at) => counts[at] ?? 0)(buckets);
  const number = new Intl.NumberFormat(words.language);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const every = Math.ceil(buckets.length / MAX_LABELS);
  return (
    <section className="stack campaign-part" aria-labelledby={id}>
      <h2 id={id}>{t('campaign.page.chart')}</h2>
      <ul className="chart-legend">
        {series.map((name, at) => (
          <li key={at}>
            <span className={`chart-mark chart-${at}`} aria-hidden>
              <span className="chart-number">{number.format(at + 1)}</span>
            </span>
            {name}
          </li>
        ))}
      </ul>
      {/* The table below says the same to who does not see it. Time runs as numbers do, from the left. */}
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden direction="ltr">
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="chart-line" x1={START} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
            <text className="chart-text" x={START - 8} y={y(tick) + 4} textAnchor="end">
              {number.format(tick)}
            </text>
          </g>
        ))}
        {layers.map((layer) =>
          layer.map(([from, to], at) =>
            to > from ? (
              <g key={`${layer.key} ${at}`}>
                <rect
                  className={`chart-bar chart-${layer.key}`}
                  x={x(at)}
                  width={x.bandwidth()}
                  y={y(to)}
                  height={y(from) - y(to)}
                />
                {y(from) - y(to) >= MIN_NUMBERED && (
                  <text
                    className="chart-text chart-number"
                    x={middleOf(at)}
                    y={(y(from) + y(to)) / 2 + 4}
                    textAnchor="middle"
                  >
                    {number.format(layer.key + 1)}
                  </text>
                )}
              </g>
            ) : null,
          ),
        )}
        {buckets.map(({ label }, at) =>
          at % every === 0 ? (
            <text key={at} className="chart-text" x={middleOf(at)} y={HEIGHT - 8} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <Fold title={t('campaign.page.chartTable')}>
        <div className="chart-table" tabIndex={0} role="group" aria-labelledby={id}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('campaign.page.time')}</th>
                {series.map((name, at) => (
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {buckets.map(({ label, counts }, row) => (
                <tr key={row}>
                  <th scope="row">{label}</th>
                  {counts.map((count, at) => (
                    <td key={at}>{number.format(count)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Fold>
    </section>
  );
}
