import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { repositoryRoot } from '../reference.ts'

/** What other modules of the model a module has, by the names that it gives them. */
interface Import {
  readonly file: string
  /** As the other module calls it; `*` for all of it. */
  readonly exported: string
}

/** A module of the model, with its declarations at the left margin. */
interface ModelFile {
  readonly file: string
  readonly source: ts.SourceFile
  readonly declarations: ReadonlyMap<string, ts.Node>
  readonly imports: ReadonlyMap<string, Import>
}

/** A declaration that a role's decisions rest on. */
export interface Declaration {
  readonly file: string
  readonly name: string
  readonly source: ts.SourceFile
  readonly node: ts.Node
}

/** Names, shapes, empty values and what every actor has: they say nothing that a mistake could be planted in. */
const isVocabulary = (file: string): boolean =>
  !/^model\/(?!core\/)/.test(file) || /\/(vocabulary|types|refusals|units)\.ts$/.test(file)

const files = new Map<string, ModelFile>()

function modelFile(file: string): ModelFile {
  const known = files.get(file)
  if (known) return known
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const declarations = new Map<string, ts.Node>()
  const imports = new Map<string, Import>()
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        declarations.set(name.getText(), statement)
    else if (ts.isFunctionDeclaration(statement)) declarations.set(statement.name!.text, statement)
    else if (ts.isImportDeclaration(statement)) {
      const { text: from } = statement.moduleSpecifier as ts.StringLiteral
      const clause = statement.importClause
      if (!from.startsWith('.') || !clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) continue
      const other = path.posix.join(path.posix.dirname(file), from)
      const bindings = clause.namedBindings
      if (!bindings) continue
      if (ts.isNamespaceImport(bindings)) imports.set(bindings.name.text, { file: other, exported: '*' })
      else
        for (const { name, propertyName, isTypeOnly } of bindings.elements)
          if (!isTypeOnly) imports.set(name.text, { file: other, exported: (propertyName ?? name).text })
    }
  }
  const made = { file, source, declarations, imports }
  files.set(file, made)
  return made
}

/** Every declaration that the statechart of a role and the meanings of its names rest on, by module. */
export function declarationsOf(role: string): Declaration[] {
  const reached = new Map<string, Declaration>()
  const reach = (file: string, name: string): void => {
    if (isVocabulary(file)) return
    const found = modelFile(file)
    if (name === '*') {
      for (const declared of found.declarations.keys()) reach(file, declared)
      return
    }
    const node = found.declarations.get(name)
    if (!node || reached.has(`${file} ${name}`)) return
    reached.set(`${file} ${name}`, { file, name, source: found.source, node })
    const visit = (child: ts.Node): void => {
      if (ts.isTypeNode(child)) return
      if (ts.isIdentifier(child)) {
        const imported = found.imports.get(child.text)
        if (imported) reach(imported.file, imported.exported)
        else if (found.declarations.has(child.text)) reach(file, child.text)
      }
      ts.forEachChild(child, visit)
    }
    visit(node)
  }
  reach(`model/${role}/${role}.machine.ts`, '*')
  reach(`model/${role}/parts.ts`, '*')
  return [...reached.values()]
}
