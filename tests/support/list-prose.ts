import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
  isTemplateExpression,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
} from 'typescript/unstable/ast/is';
import { lineAt, lineOf } from './parse-sources.ts';

/** Lists the comments of a file: lines of slashes that follow each other are one. */
export function listComments(source: SourceFile): { line: number; text: string }[] {
  const { text } = source;
  const skipped = literalsOf(source);
  const comments: { line: number; text: string; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const literal = skipped.get(at);
    if (literal !== undefined) at = literal - 1;
    else if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      const close = text[at + 1] === '*' ? text.indexOf('*/', at) + 2 : text.indexOf('\n', at);
      const end = close < 2 ? text.length : close;
      const last = comments.at(-1);
      const comment = text.slice(at, end);
      if (last && comment.startsWith('//') && /^\n[ \t]*$/.test(text.slice(last.end, at))) {
        last.text += `\n${comment}`;
        last.end = end;
      } else comments.push({ line: lineAt(text, at), text: comment, end });
      at = end - 1;
    }
  }
  return comments;
}

/** Lists the titles of the tests of a file, as they are written. */
export function listTitles(source: SourceFile): { line: number; title: string }[] {
  const titles: { line: number; title: string }[] = [];
  const visit = (node: Node) => {
    const [title] = isCallExpression(node) && isTest(node.expression) ? node.arguments : [];
    if (title && (isStringLiteral(title) || isNoSubstitutionTemplateLiteral(title))) {
      titles.push({ line: lineOf(source, title), title: title.text });
    } else if (title && isTemplateExpression(title)) {
      titles.push({ line: lineOf(source, title), title: title.getText(source).slice(1, -1) });
    }
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return titles;
}

/** `it`, `test`, `describe`, with any of their members and tables: `it.each([…])`. */
function isTest(node: Node): boolean {
  if (isIdentifier(node)) return ['it', 'test', 'describe'].includes(node.text);
  if (isPropertyAccessExpression(node)) return isTest(node.expression);
  return isCallExpression(node) && !isIdentifier(node.expression) && isTest(node.expression);
}

/** Where strings, templates and regular expressions begin and end: no comment begins in them. */
function literalsOf(source: SourceFile): Map<number, number> {
  const literals = new Map<number, number>();
  const visit = (node: Node) => {
    const literal =
      isStringLiteral(node) ||
      isNoSubstitutionTemplateLiteral(node) ||
      isRegularExpressionLiteral(node) ||
      isTemplateHead(node) ||
      isTemplateMiddle(node) ||
      isTemplateTail(node);
    if (literal) literals.set(node.getStart(source), node.end);
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return literals;
}
