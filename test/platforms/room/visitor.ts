// Somebody who visits the room without a browser: reads pages, keeps cookies, sends forms. No script runs here.
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly html: string;
}

export interface Visitor {
  /** Follows where it is led. */
  get(path: string): Promise<Page>;
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Page>;
  readonly cookies: Map<string, string>;
}

export type Fields = Readonly<Record<string, string>>;

export function createVisitor(base: string): Visitor {
  const cookies = new Map<string, string>();
  return {
    cookies,
    get: (path) => visit(new URL(path, base), {}),
    post: (path, fields, headers = {}) =>
      visit(new URL(path, base), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };

  async function visit(url: URL, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const leadsTo = response.headers.get('location');
    if (leadsTo) return visit(new URL(leadsTo, url), {});
    return { status: response.status, url: url.href, html: await response.text() };
  }
}

/** What a reader sees, without the marks. */
export function readText(html: string): string {
  return readEntities(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

/** The cards of a page, in its order. */
export function readCards(html: string): readonly string[] {
  return html.match(/<article[\s\S]*?<\/article>/g) ?? [];
}

/** The page's forms, in its order. */
export function readForms(html: string): readonly string[] {
  return html.match(/<form[\s\S]*?<\/form>/g) ?? [];
}

/** What a form carries without showing it. */
export function readHidden(form: string): Fields {
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, readEntities(value)]));
}

/** The values of the buttons that press an answer. */
export function readPresses(html: string): readonly string[] {
  return [...html.matchAll(/name="_press" value="([^"]*)"/g)].map(([, value = '']) => readEntities(value));
}

function readEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
