/** A page of the pane's site from a Markdown file of the project: privacy.html, support.html. */

/** Pages that stand beside each other on the site. */
const ON_SITE = { 'PRIVACY.md': 'privacy.html', 'SUPPORT.md': 'support.html' };

/**
 * The page runs no script and loads its style sheet alone.
 *
 * @throws where the text links to a file that is not on the site
 */
async function pageOf(markdown) {
  const { marked } = await import('marked');
  const body = await marked.parse(
    markdown.replace(/\]\(([^()\s]+)\)/g, (_all, target) => `](${onSite(target)})`),
  );
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}: Bounce Explainer</title>
    <link rel="stylesheet" href="pages.css" />
  </head>
  <body>
    <main>
${body}    </main>
  </body>
</html>
`;
}

function onSite(target) {
  if (target.startsWith('https://') || target.startsWith('#')) return target;
  if (target in ON_SITE) return ON_SITE[target];
  throw new Error(`a page of the site links to ${target}, which is not on it`);
}

module.exports = { pageOf };
