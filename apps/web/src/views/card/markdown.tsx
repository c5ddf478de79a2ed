import { lexer, type Token, type Tokens } from 'marked';
import { type ComponentChildren, Fragment, h } from 'preact';
import { Scroll } from '../../parts/scroll.js';

/** Addresses that a link may have; anything else, `javascript:` above all, is shown as text. */
const SAFE_LINK = /^(https?:|mailto:|#|\.{0,2}\/)/i;

/** The metadata block at the start of a model card. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

/** Texts of tokens have their entities already decoded or not at all; these are the ones that marked escapes. */
function plain(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

function inline(tokens: readonly Token[] | undefined): ComponentChildren {
  return (tokens ?? []).map((token, i) => <Fragment key={i}>{inlineToken(token)}</Fragment>);
}

function inlineToken(token: Token): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'del':
      return <del>{inline(token.tokens)}</del>;
    case 'codespan':
      return <code>{plain((token as Tokens.Codespan).text)}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      return SAFE_LINK.test(href) ? (
        <a href={href} rel="noopener noreferrer">
          {inline(tokens)}
        </a>
      ) : (
        inline(tokens)
      );
    }
    case 'image':
      return (token as Tokens.Image).text;
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens !== undefined
        ? inline(token.tokens)
        : plain(token.text as string);
    default:
      return token.raw;
  }
}

function Table({ token }: { readonly token: Tokens.Table }) {
  const alignment = (i: number) => (token.align[i] === 'right' ? 'number' : undefined);
  const hasHead = token.header.some(({ text }) => text !== '');
  return (
    <Scroll label="Table">
      <table>
        {hasHead && (
          <thead>
            <tr>
              {token.header.map((cell, i) => (
                <th key={i} scope="col" class={alignment(i)}>
                  {inline(cell.tokens)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {token.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} class={alignment(j)}>
                  {inline(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function block(token: Token): ComponentChildren {
  switch (token.type) {
    case 'heading': {
      // The page has the heading of first rank itself.
      const { depth, tokens } = token as Tokens.Heading;
      return h(`h${Math.min(6, depth + 1)}`, null, inline(tokens));
    }
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return h(
        ordered ? 'ol' : 'ul',
        null,
        items.map((item, i) => <li key={i}>{blocks(item.tokens)}</li>),
      );
    }
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [])}</blockquote>;
    case 'code':
      return (
        <Scroll label="Code">
          <pre>
            <code>{(token as Tokens.Code).text}</code>
          </pre>
        </Scroll>
      );
    case 'table':
      return <Table token={token as Tokens.Table} />;
    case 'hr':
      return <hr />;
    case 'space':
    case 'def':
      return null;
    default:
      return inlineToken(token);
  }
}

function blocks(tokens: readonly Token[]): ComponentChildren {
  return tokens.map((token, i) => <Fragment key={i}>{block(token)}</Fragment>);
}

/**
 * Markdown as elements. HTML in the text is shown as text and never becomes elements, so a card from anywhere is safe
 * to show.
 */
export function Markdown({ text }: { readonly text: string }) {
  return <>{blocks(lexer(text.replace(FRONT_MATTER, '')))}</>;
}
