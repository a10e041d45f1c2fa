/** A part of the engine that comes with the first message that needs it; that message is then explained anew. */
export interface PartOnDemand {
  isThere(): boolean;
  /** Has a message needed it? What was said of that one may be wrong. */
  isWanted(): boolean;
  load(): Promise<void>;
}
