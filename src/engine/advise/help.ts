/** What an answer needs beyond its checklist; loaded with the first bounce. */
export { loadGateways } from './gateways';
export { type Guide, type GuideAbout, guidesFor, type GuideTask, mayChange } from './guides';
export { type Message, type MessageAbout, messagesFor } from './message';
