import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isClassDeclaration,
  isEnumDeclaration,
  isExportAssignment,
  isExportDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isNamedExports,
  isTypeAliasDeclaration,
  isVariableStatement,
} from 'typescript/unstable/ast/is';
import { lineOf } from './parse-sources.ts';

/** An exported name with the doc comment of its declaration. */
export interface ExportedName {
  name: string;
  line: number;
  doc: string | undefined;
  isFunction: boolean;
}

/**
 * Lists the names that a file declares and exports: by a modifier, in a list or as the default.
 * Names that it passes on from another file belong to that file.
 */
export function listExports(source: SourceFile): ExportedName[] {
  const docs = new Map<string, string | undefined>();
  const found = new Map<string, ExportedName>();
  const add = (name: string, node: Node, doc: string | undefined, isFunction = false) => {
    const known = found.get(name);
    if (known) known.doc ??= doc;
    else found.set(name, { name, line: lineOf(source, node), doc, isFunction });
  };
  for (const statement of source.statements) {
    const doc = docOf(source, statement);
    const names = declaredNames(statement);
    for (const name of names) docs.set(name, docs.get(name) ?? doc);
    const text = source.text.slice(statement.getStart(source), statement.end);
    if (!/^export\b/.test(text) || isExportDeclaration(statement)) continue;
    if (isExportAssignment(statement)) add('default', statement, doc);
    for (const name of names) add(name, statement, doc, isFunctionDeclaration(statement));
    if (names.length === 0 && !isExportAssignment(statement)) add('default', statement, doc);
  }
  for (const statement of source.statements) {
    if (!isExportDeclaration(statement) || statement.moduleSpecifier) continue;
    const list = statement.exportClause;
    if (!list || !isNamedExports(list)) continue;
    for (const { name, propertyName } of list.elements) {
      const declared = (propertyName ?? name).text;
      if (docs.has(declared)) add(name.text, statement, docs.get(declared));
    }
  }
  return [...found.values()];
}

function declaredNames(statement: Node): string[] {
  if (isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((one) => namesIn(one.name));
  const named =
    isFunctionDeclaration(statement) ||
    isClassDeclaration(statement) ||
    isInterfaceDeclaration(statement) ||
    isTypeAliasDeclaration(statement) ||
    isEnumDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}

/** The names of a declaration, also those taken out of an object or a list. */
function namesIn(name: Node): string[] {
  if (isIdentifier(name)) return [name.text];
  const names: string[] = [];
  name.forEachChild((element) => {
    if (isBindingElement(element) && element.name) names.push(...namesIn(element.name));
  });
  return names;
}

/** The last doc comment right before a statement. */
function docOf(source: SourceFile, statement: Node): string | undefined {
  const before = source.text.slice(statement.pos, statement.getStart(source));
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(before)?.[0].trim();
}
