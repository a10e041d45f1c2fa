/** A ticket as plain text, HTML and Markdown. Every text may come from a mail: nothing of it becomes markup. */
import { escapeHtml } from '../engine';
import type { TicketPart } from './ticket';

export const asText = (parts: readonly TicketPart[]): string =>
  lines(parts, {
    title: (text) => text,
    heading: (text) => text,
    line: (text) => text,
    step: (text, done) => `${done === null ? '-' : done ? '[x]' : '[ ]'} ${text}`,
    // On a line of its own, so that a ticket system links it whole.
    url: (url) => `    ${url}`,
    fact: (label, value) => `${label} ${value}`,
    gap: '',
  }).join('\n') + '\n';

export const asMarkdown = (parts: readonly TicketPart[]): string =>
  lines(parts, {
    title: (text) => `## ${plainMarkdown(text)}`,
    heading: (text) => `**${plainMarkdown(text)}**\n`,
    line: (text) => `${plainMarkdown(text)}  `,
    step: (text, done) => `- ${done === null ? '' : done ? '[x] ' : '[ ] '}${plainMarkdown(text)}`,
    url: (url) => `  <${url}>`,
    fact: (label, value) => `- ${plainMarkdown(label)} ${codeSpan(value)}`,
    gap: '',
  }).join('\n') + '\n';

interface Format {
  title(text: string): string;
  heading(text: string): string;
  line(text: string): string;
  step(text: string, done: boolean | null): string;
  url(url: string): string;
  fact(label: string, value: string): string;
  gap: string;
}

const lines = (parts: readonly TicketPart[], format: Format): string[] =>
  parts.flatMap((part) => {
    switch (part.kind) {
      case 'step':
        return [format.step(part.text, part.done), ...(part.url === null ? [] : [format.url(part.url)])];
      case 'fact':
        return [format.fact(part.label, part.value)];
      case 'gap':
        return [format.gap];
      default:
        return [format[part.kind](part.text)];
    }
  });

/** Lists and paragraphs with real links: mail programs, Teams and most ticket systems take it. */
export function asHtml(parts: readonly TicketPart[], direction: 'ltr' | 'rtl'): string {
  const out: string[] = [];
  let list = false;
  const inList = (wanted: boolean) => {
    if (list !== wanted) out.push(wanted ? '<ul>' : '</ul>');
    list = wanted;
  };
  for (const part of parts) {
    inList(part.kind === 'step');
    if (part.kind === 'step') out.push(htmlStep(part));
    else if (part.kind === 'title') out.push(`<h3>${escapeHtml(part.text)}</h3>`);
    else if (part.kind === 'heading') out.push(`<p><b>${escapeHtml(part.text)}</b></p>`);
    else if (part.kind === 'line') out.push(`<p>${escapeHtml(part.text)}</p>`);
    else if (part.kind === 'fact')
      out.push(`<div>${escapeHtml(part.label)} <code>${escapeHtml(part.value)}</code></div>`);
  }
  inList(false);
  return `<div dir="${direction}">${out.join('')}</div>`;
}

function htmlStep({ text, done, url }: Extract<TicketPart, { kind: 'step' }>): string {
  const box = done === null ? '' : done ? '☑ ' : '☐ ';
  const link = url === null ? '' : ` <a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
  return `<li>${box}${escapeHtml(text)}${link}</li>`;
}

/** Signs that Markdown would read as its own; `@` and `#` would call people and tickets in some systems. */
const plainMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!@]/g, (sign) => `\\${sign}`);

/** Between more backquotes than stand in the value. */
function codeSpan(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}
