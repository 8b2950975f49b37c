import ts from 'typescript'

/**
 * What a TypeScript file imports when it runs: names of modules as written, without imports and exports of types alone.
 * A type among values (`import { type A }`) does not keep the module from being loaded.
 */
export function importsAtRunTime(text: string): string[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isImport = ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly
    const isExport = ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier
    const named = isImport || isExport ? node.moduleSpecifier : undefined
    const asked = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const specifier = named ?? (asked ? node.arguments[0] : undefined)
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
