import { SaxesParser } from 'saxes';

const DC = 'http://purl.org/dc/elements/1.1/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Dublin Core metadata of an SVG file, as written by Open Clip Art and Inkscape. */
export interface SvgMetadata {
  /** The texts of `<dc:subject><rdf:Bag><rdf:li>`, in file order. */
  readonly subjects: readonly string[];
  readonly title?: string;
  readonly creator?: string;
}

/**
 * Reads the first `<metadata>` element of an SVG file. Only this part is parsed, because the drawing can be megabytes.
 *
 * @throws Error of the XML parser if the element is not well-formed
 */
export function readSvgMetadata(svg: string): SvgMetadata {
  const metadata = /<metadata[\s>][\s\S]*?<\/metadata>/.exec(svg)?.[0];
  if (metadata === undefined) return { subjects: [] };
  const subjects: string[] = [];
  let title: string | undefined;
  let creator: string | undefined;
  let text = '';
  const open: string[] = [];
  // The usual prefixes are declared here, because files often declare them on the root element, which is not parsed.
  const parser = new SaxesParser({
    xmlns: true,
    additionalNamespaces: { dc: DC, rdf: RDF, cc: 'cc', svg: 'svg' },
  });
  parser.on('opentag', (tag) => {
    const prefix = tag.uri === DC ? 'dc:' : tag.uri === RDF ? 'rdf:' : '';
    open.push(prefix + tag.local);
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const name = open.pop();
    const words = text.replaceAll(/\s+/g, ' ').trim();
    text = '';
    if (words === '') return;
    if (name === 'rdf:li' && open.includes('dc:subject')) subjects.push(words);
    if (name !== 'dc:title') return;
    if (open.includes('dc:creator')) creator ??= words;
    else if (!open.some((outer) => outer.startsWith('dc:'))) title ??= words;
  });
  parser.write(metadata).close();
  return { subjects, ...(title !== undefined && { title }), ...(creator !== undefined && { creator }) };
}
