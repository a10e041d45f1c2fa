/** The generated pages of docs/generated/causes and docs/generated/codes, and the links between all pages. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causes, variants } from '../../src/knowledge/generated';
import { codes, wordings } from '../../src/knowledge/generated/rules';
import fullCause from '../../src/knowledge/causes/mailbox-full/cause.json';
import fullWords from '../../src/knowledge/causes/mailbox-full/en.json';

const made = (edits: { file: string; value: unknown }[], folder?: string) =>
  JSON.parse(
    execFileSync(process.execPath, ['test/scripts/pages-process.mjs', ...(folder ? [folder] : [])], {
      input: JSON.stringify(edits),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  ) as { pages: Record<string, string>; dead: string[] };

describe('the pages', () => {
  const { pages } = made([]);
  const meanings = Object.entries(variants).flatMap(([cause, rows]) =>
    rows.map(({ id }) => `${cause}.${id}`),
  );

  test('are one a cause, one a variant, one a subject of codes, and two to search in', () => {
    const names = Object.keys(pages).sort();
    expect(names.filter((name) => name.startsWith('causes/'))).toEqual(
      ['README', 'wordings', ...causes.map(({ id }) => id), ...meanings]
        .map((id) => `causes/${id}.md`)
        .sort(),
    );
    expect(names.filter((name) => name.startsWith('codes/'))).toContain('codes/x.7.md');
  });

  test('each code has an anchor, and is found in the index', () => {
    for (const { code } of codes.flatMap(({ rows }) => rows)) {
      const place = code.includes('.') ? `x.${code.split('.')[1]}.md` : 'replies.md';
      expect(pages[`codes/${place}`]).toContain(`<a id="${code}"></a>`);
      expect(pages['causes/README.md']).toMatch(new RegExp(`\\[${code.replaceAll('.', '\\.')}[ \\]]`));
    }
  });

  test('each wording stands on the page of its cause', () => {
    for (const { id, cause } of wordings.flatMap(({ rows }) => rows))
      expect(pages[`causes/${cause}.md`]).toContain(`<a id="${id}"></a>`);
  });

  test('each code that has an exact meaning leads to it', () => {
    expect(pages['codes/x.7.md']).toContain(
      '[Mailbox closed to outside senders](../causes/recipient-restricted.mailbox-inside-only.md)',
    );
    expect(pages['causes/recipient-restricted.mailbox-inside-only.md']).toContain('5.7.134');
  });

  test('each phrase is found in the list', () => {
    const list = pages['causes/wordings.md']!.split('\n').length;
    const phrases = new Set(
      wordings.flatMap(({ rows }) => rows.flatMap((row) => row.phrases.map((p) => p.toLowerCase()))),
    );
    expect(list).toBeGreaterThan(phrases.size);
    expect(pages['causes/wordings.md']).toContain('- `mailbox not found` [recipient-unknown]');
  });

  test('a code that only stands for every class is found by its numbers, too', () => {
    expect(pages['causes/README.md']).toContain('[X.0.0 (4.0.0, 5.0.0)](../codes/x.0.md#X.0.0)');
  });

  test('leave no gap and no placeholder', () => {
    // What a bounce says may be "null", and a command has {names}; both stand as code.
    const prose = (text: string) => text.replace(/^(`{3,}).*\n[^]*?^\1$/gm, '').replace(/(`+).*?\1/g, '');
    for (const text of Object.values(pages))
      // Nor a text's key, `who.nobody`, in a cell where its words are missing.
      expect(prose(text)).not.toMatch(
        /\| (?:who|resend|remove)\.[a-z-]+ \||\bundefined\b|\[object |(?<![-\w])null(?![-\w]| MX)/,
      );
    for (const { id } of causes) expect(prose(pages[`causes/${id}.md`]!)).not.toMatch(/\{[a-z]+\}/i);
  });
});

describe('a page', () => {
  const planted = made([
    {
      file: 'causes/mailbox-full/en.json',
      value: {
        ...fullWords,
        sentence: 'The <b>mailbox</b> of {address} | is *full* [now](https://evil.example/).',
      },
    },
    {
      file: 'causes/mailbox-full/cause.json',
      value: {
        ...fullCause,
        examples: ['552 5.2.2 ```', '</script>'],
        steps: [{ ...fullCause.steps[0], how: ['raise'] }, ...fullCause.steps.slice(1)],
      },
    },
    {
      file: 'wordings/planted.json',
      value: {
        provider: 'any',
        rows: [
          {
            id: 'planted',
            phrases: ['a `tick` | <i>', '`'],
            status: ['5.2.2'],
            unless: ['b'],
            weight: 'general',
            cause: 'mailbox-full',
            source: { url: 'https://www.iana.org/a(b)', seen: '2026-11-23', evidence: 'wild' },
          },
        ],
      },
    },
    {
      file: 'words/en/help.json',
      value: { tasks: { raise: 'Raise the limit' }, notes: { 'our-mail': { raise: 'Takes an hour.' } } },
    },
    {
      file: 'how/our-mail.json',
      value: {
        system: 'our-mail',
        name: 'Our Mail',
        tasks: [
          {
            task: 'raise',
            place: ['Admin', 'Mailboxes'],
            look: 'Get-Mailbox -Identity {recipient}',
            note: true,
            source: { url: 'https://www.iana.org/', seen: '2026-11-23', evidence: 'vendor-page' },
          },
          {
            task: 'another',
            place: ['Elsewhere'],
            source: { url: 'https://www.iana.org/', evidence: 'wild' },
          },
        ],
      },
    },
  ]).pages;
  const page = planted['causes/mailbox-full.md']!;

  test('shows words as words, whatever they hold', () => {
    expect(page).toContain(
      'The \\<b\\>mailbox\\</b\\> of this address \\| is \\*full\\* \\[now\\](https://evil.example/).',
    );
    expect(page).toContain('```` a `tick`'.slice(0, 0) + '``a `tick` | <i>`` · `` ` ``');
    expect(page).toContain('````text\n552 5.2.2 ```\n</script>\n````');
  });

  test('says under which conditions a wording counts', () => {
    expect(page).toContain(
      '; only with `5.2.2`; not with `b`; general words: a code with one meaning wins ([seen in bounces](https://www.iana.org/a%28b%29))',
    );
    expect(planted['codes/x.2.md']).toContain('With these words it means:');
  });

  test('tells how a step is done in each product', () => {
    expect(page).toMatch(
      /### Raise the limit\n\n\*\*Our Mail:\*\* Admin › Mailboxes \(.*\)\. Takes an hour\.\n\n```powershell\nGet-Mailbox -Identity \{recipient\}\n```/,
    );
    expect(page).not.toContain('Elsewhere');
  });
});

test('dead links and paths are found; links that are shown as code are no links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(
    join(folder, 'README.md'),
    [
      '# The house, in short!',
      '[a](docs/b.md) [b](docs/b.md#there) [c](#the-house-in-short) [d](https://example.com/x) [e](docs/)',
      '`[f](gone.md)` ![g](gone.png) [h](docs/b.md#gone) [i](#gone)',
      '```\n[j](gone.md)\n```',
      '[k]: gone/k.md',
      '`docs/b.md` `docs/gone.md` `docs/<any>.md` `src/gone/`',
      '```\ncat src/gone.ts\n```',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'docs/b.md'), '<a id="there"></a>\n[up](../README.md) [off](../off.md)\n');
  try {
    expect(
      made([], folder)
        .dead.map((line) => line.split(': ').slice(0, 2).join(': '))
        .sort(),
    ).toEqual([
      'README.md: #gone',
      'README.md: docs/b.md#gone',
      'README.md: docs/gone.md',
      'README.md: gone.png',
      'README.md: gone/k.md',
      'README.md: src/gone/',
      'docs/b.md: ../off.md',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
