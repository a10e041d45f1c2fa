/** Records of sources → what they told. */
import { type Context, explain, InputError, recipientsLeftOut } from '../../engine';
import { inputOf, observe } from '../observe';
import { compare } from '../row';
import type { Piece } from '../streams/piece';
import { type Example, exampleOf } from '../summary';
import { NOTHING_TOLD, type Observed } from './observed';
import { othersMail } from './others-mail';

export interface Batch {
  records: readonly { source: string; piece: Piece }[];
}

export interface BatchAnswer {
  observed: Observed[];
  /** Explanations that speak for a root cause, each better than those before it. */
  examples: [rootCause: string, Example][];
}

export class BatchObserver {
  /** Least mark of the examples that were handed on: not every record hands on one. */
  private readonly marks = new Map<string, string>();

  private readonly isOthers: (piece: Piece) => boolean;

  constructor(private readonly context: Context) {
    this.isOthers = othersMail(context);
  }

  async observe({ records }: Batch): Promise<BatchAnswer> {
    const answer: BatchAnswer = { observed: [], examples: [] };
    for (const { source, piece } of records) answer.observed.push(await this.one(source, piece, answer));
    return answer;
  }

  private async one(source: string, piece: Piece, answer: BatchAnswer): Promise<Observed> {
    if (this.isOthers(piece)) return { ...NOTHING_TOLD, isOthers: true };
    try {
      const explanation = await explain(inputOf(piece), this.context);
      const { rows, examples, isSuspicious } = observe(piece, explanation, source, this.context);
      for (const [rootCause, found] of examples) {
        const example = exampleOf(found);
        const known = this.marks.get(rootCause);
        if (known !== undefined && compare(known, example.mark) <= 0) continue;
        this.marks.set(rootCause, example.mark);
        answer.examples.push([rootCause, example]);
      }
      return { ...NOTHING_TOLD, rows, isSuspicious, leftOut: recipientsLeftOut(explanation) };
    } catch (error) {
      // An empty mail says nothing; whatever else went wrong with one record must not keep the others from being read.
      const isEmpty = error instanceof InputError && error.code === 'empty';
      return { ...NOTHING_TOLD, isUnreadable: !isEmpty };
    }
  }
}
