/** A site that is looked at: asks for its files and gathers what is wrong with the answers. */

const LIMIT_MS = 20_000;

/** Ending → the types that a browser takes. Scripts of another type are refused under `nosniff`. */
const TYPES = {
  html: /^text\/html\b/,
  js: /^(text|application)\/javascript\b/,
  css: /^text\/css\b/,
  json: /^application\/json\b/,
  xml: /^(text|application)\/xml\b/,
  png: /^image\/png\b/,
};

export class Site {
  /** @type {{ kind: 'fault' | 'warning', what: string, mend: string }[]} */
  findings = [];

  /** @param address where `taskpane.html` lies, without a slash at its end */
  constructor(address) {
    this.address = address;
  }

  fault(what, mend) {
    this.findings.push({ kind: 'fault', what, mend });
  }
  warn(what, mend) {
    this.findings.push({ kind: 'warning', what, mend });
  }

  /** @returns `{ headers, text }`; null where the file cannot be had, which is a fault */
  async get(path) {
    const answer = await this.ask(`${this.address}/${path}`);
    if (!answer) return null;
    const { status, headers } = answer;
    if (status >= 300 && status < 400) {
      this.fault(
        `${path} redirects to ${headers.get('location')}`,
        'Serve the file itself: Outlook shows an empty pane, or opens a browser window. Use the address behind the redirect in the manifest, or switch the redirect off.',
      );
      return null;
    }
    if (status !== 200) {
      this.fault(
        `${path} answers ${status}`,
        `Copy the whole folder "pane" of the package; ${path} is part of it.`,
      );
      return null;
    }
    const type = headers.get('content-type') ?? 'none';
    const wanted = TYPES[path.split('.').at(-1)];
    if (wanted && !wanted.test(type))
      this.fault(`${path} has the type ${type}`, `Have the server send a type like ${String(wanted)}.`);
    return { headers, text: await answer.text() };
  }

  /** @returns null where nobody answers, which is a fault */
  async ask(url) {
    try {
      return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
    } catch (problem) {
      const why = problem.cause?.code ?? problem.cause?.message ?? problem.message;
      this.fault(
        `${url} cannot be reached (${why})`,
        'Check the address, the firewall, and that the certificate is valid and trusted by the readers’ machines.',
      );
      return null;
    }
  }
}
