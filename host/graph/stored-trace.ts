/** What became of one mail on its way to one recipient, as the local message trace keeps it. */
export interface StoredTrace {
  /** Of the mail: all its recipients have the same. A GUID. */
  id: string;
  messageId: string;
  senderAddress: string;
  recipientAddress: string;
  subject: string;
  status: TraceStatus;
  /** Milliseconds since 1970. */
  received: number;
  /** What the server said, where it failed: `550 5.1.10 RESOLVER.ADR.RecipientNotFound; …` */
  said: string | null;
}

export type TraceStatus =
  'delivered' | 'failed' | 'quarantined' | 'filteredAsSpam' | 'pending' | 'expanded' | 'gettingStatus';

/** What the server of the local message trace holds; read at the first request. */
export type Traces = () => Promise<readonly StoredTrace[]>;
