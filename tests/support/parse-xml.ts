/** An element of a part's XML. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Text of the element itself. */
  text: string;
}

/** Parses XML as strictly as Word does; throws where Word would offer a repair. */
export function parseXml(xml: string): XmlElement {
  if (/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(xml) || !xml.isWellFormed())
    throw new Error('a character that XML forbids');
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const found of xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>|[^<]+|</g)) {
    at = found.index;
    const [all, end, name, rest = '', empty] = found;
    const parent = open.at(-1);
    if (!parent) throw new Error(`something after the end at ${at}`);
    if (name === undefined) {
      if (all === '<' || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(all))
        throw new Error(`not escaped at ${at}: ${all.slice(0, 40)}`);
      parent.text += unescapeXml(all);
    } else if (end) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else {
      const element: XmlElement = { name, attributes: readAttributes(rest), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one whole element');
  return only;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const rest = text.replace(/\s+([\w:-]+)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, unescapeXml(value));
    return '';
  });
  if (rest.trim() !== '') throw new Error(`bad attributes: ${text}`);
  return attributes;
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(x?)([\da-f]+));/gi, (_, name, hex, code) =>
    name ? (named[name] ?? '') : String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
  );
}
