/** What a program of this project says of itself; the build sets both. */
declare const BOUNCE_EXPLAINER_VERSION: string | undefined;
declare const BOUNCE_EXPLAINER_KNOWLEDGE_DATE: string | undefined;

export const VERSION = typeof BOUNCE_EXPLAINER_VERSION === 'string' ? BOUNCE_EXPLAINER_VERSION : 'unbuilt';
/** The latest day on which a source of the knowledge was read, such as `2026-11-24`. */
export const KNOWLEDGE_DATE =
  typeof BOUNCE_EXPLAINER_KNOWLEDGE_DATE === 'string' ? BOUNCE_EXPLAINER_KNOWLEDGE_DATE : 'unbuilt';
