import ts from 'typescript'
import type { Citation, FindIds, Form } from './citation.ts'

/** The clause that a check enforces, by the name of its rule. */
export type ClauseOfCheck = ReadonlyMap<string, string>

interface Source {
  readonly file: string
  readonly tree: ts.SourceFile
  readonly lines: readonly string[]
}

/**
 * Clauses that a statechart cites: ids in comments, and names of checks where a transition is guarded.
 * The place is named by the way to it, for example `normal.on.propose`.
 */
export function machineCitations(
  text: string,
  file: string,
  findIds: FindIds,
  clauseOfCheck: ClauseOfCheck,
): Citation[] {
  const source = parse(text, file)
  const byComment = commentCitations(source, findIds, 'statechart', (position) =>
    transitionOf(source, innermost(source.tree, position)),
  )
  const found: Citation[] = []
  const note = (clause: string, node: ts.Node, kind: string): void => {
    const line = lineOf(source, node.getStart())
    const { within, unit } = transitionOf(source, node) ?? named(source, enclosingDeclaration(node))
    found.push(cite(source, { clause, form: 'statechart', within, kind, line, to: line, unit }))
  }
  const shared = sharedGuards(source.tree)
  const visit = (node: ts.Node): void => {
    const property = propertyAround(node)
    if (ts.isStringLiteralLike(node)) {
      const clause = clauseOfCheck.get(node.text)
      if (clause !== undefined && (property === 'guard' || isCombined(node))) note(clause, node, 'guard')
      if (findIds(node.text)[0] === node.text) note(node.text, node, 'transition')
    }
    if (ts.isIdentifier(node) && property === 'guard')
      for (const check of shared.get(node.text) ?? []) {
        const clause = clauseOfCheck.get(check)
        if (clause !== undefined) note(clause, node, 'guard')
      }
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return unique([...found, ...byComment])
}

/** Names in the guards that are declared once and used by several transitions. */
function sharedGuards(tree: ts.SourceFile): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const statement of tree.statements)
    for (const { name, initializer } of ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [])
      if (initializer && ts.isCallExpression(initializer) && isCombinator(initializer))
        found.set(name.getText(), stringsIn(initializer))
  return found
}

const isCombinator = (call: ts.CallExpression): boolean => /^(and|or|not)$/.test(call.expression.getText())

function stringsIn(node: ts.Node): string[] {
  const own = ts.isStringLiteralLike(node) ? [node.text] : []
  const inner: string[] = []
  ts.forEachChild(node, (child) => {
    inner.push(...stringsIn(child))
  })
  return [...own, ...inner]
}

/** Clauses that comments of a module cite, with the declaration that they stand at or in. */
export function moduleCitations(text: string, file: string, findIds: FindIds, form: Form): Citation[] {
  if (findIds(text).length === 0) return []
  return unique(commentCitations(parse(text, file), findIds, form, () => undefined))
}

/** The same of a module of rules, whose names cite the clauses of their checks as well. */
export function ruleCitations(
  text: string,
  file: string,
  findIds: FindIds,
  clauseOfCheck: ClauseOfCheck,
): Citation[] {
  const source = parse(text, file)
  const byName = source.tree.statements.flatMap((statement) => {
    const { within, kind, unit } = named(source, enclosingDeclaration(statement))
    const clause = clauseOfCheck.get(within)
    const line = lineOf(source, statement.getStart())
    return clause === undefined
      ? []
      : [cite(source, { clause, form: 'rule', within, kind, line, to: unit.to, unit })]
  })
  const byComment = moduleCitations(text, file, findIds, 'rule')
  const isCited = (own: Citation): boolean =>
    byComment.some(({ clause, within }) => clause === own.clause && within === own.within)
  return unique([...byComment, ...byName.filter((own) => !isCited(own))])
}

/** Clauses that the titles of tests name. */
export function testCitations(text: string, file: string, findIds: FindIds): Citation[] {
  if (findIds(text).length === 0) return []
  const source = parse(text, file)
  const found: Citation[] = []
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) && isTest(node) ? node.arguments[0] : undefined
    if (title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
      const words = title.getText().slice(1, -1)
      const [line, to] = [lineOf(source, title.getStart()), lineOf(source, node.getEnd())]
      for (const clause of findIds(words))
        found.push({
          ...cite(source, {
            clause,
            form: 'test',
            within: words,
            kind: 'test',
            line,
            to,
            unit: { from: line, to },
          }),
          text: words,
        })
    }
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return found
}

/** Clauses that lists of ids in a module name, as in `clauses: ['EPOCH-3']`. */
export function listedCitations(text: string, file: string, findIds: FindIds, form: Form): Citation[] {
  if (findIds(text).length === 0) return []
  const source = parse(text, file)
  const found: Citation[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && findIds(node.text)[0] === node.text) {
      const declared = enclosingDeclaration(node)
      const line = lineOf(source, node.getStart())
      found.push(cite(source, { clause: node.text, form, ...named(source, declared), line, to: line }))
    }
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return found
}

function parse(text: string, file: string): Source {
  return {
    file,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
    lines: text.split('\n'),
  }
}

/** Line of a position, 1-based. */
const lineOf = ({ tree }: Source, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1

const cite = (
  { file, lines }: Source,
  about: Pick<Citation, 'clause' | 'form' | 'within' | 'kind' | 'line' | 'to' | 'unit'> & { shown?: number },
): Citation => {
  const { shown, ...rest } = about
  return { ...rest, file, from: about.line, text: (lines[(shown ?? about.line) - 1] ?? '').trim() }
}

/** Every comment with an id, once per line that has one. */
function commentCitations(
  source: Source,
  findIds: FindIds,
  form: Form,
  place: (position: number) => Unit | undefined,
): Citation[] {
  const found: Citation[] = []
  for (const comment of comments(source)) {
    const before = source.tree.text.slice(
      source.tree.text.lastIndexOf('\n', comment.pos - 1) + 1,
      comment.pos,
    )
    const trailing = before.trim() !== ''
    const next = trailing ? undefined : nodeAfter(source.tree, comment.end)
    // Of a trailing comment, the end of what it trails.
    const anchor = next?.getStart() ?? comment.pos - before.length + before.replace(/[,;]?\s*$/, '').length
    const declared = enclosingDeclaration(next ?? innermost(source.tree, anchor))
    const shown = next && lineOf(source, next.getStart())
    const end = next === undefined ? comment.end : speaksUntil(next, declared)
    const { within, kind, unit } = place(anchor) ?? named(source, declared)
    for (const [offset, line] of source.tree.text.slice(comment.pos, comment.end).split('\n').entries()) {
      for (const clause of findIds(line)) {
        const at = lineOf(source, comment.pos) + offset
        const to = Math.max(at, lineOf(source, end))
        found.push(cite(source, { clause, form, within, kind, unit, line: at, to, ...(shown && { shown }) }))
      }
    }
  }
  return found
}

function comments({ tree }: Source): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(tree.text, node.getFullStart()) ?? [])
      found.set(range.pos, range)
    for (const range of ts.getTrailingCommentRanges(tree.text, node.getEnd()) ?? [])
      found.set(range.pos, range)
    for (const child of node.getChildren(tree)) if (child.kind !== ts.SyntaxKind.JSDoc) visit(child)
  }
  visit(tree)
  return [...found.values()].sort((a, b) => a.pos - b.pos)
}

/** The widest node that starts right after a comment. */
function nodeAfter(tree: ts.SourceFile, position: number): ts.Node | undefined {
  let found: ts.Node | undefined
  const visit = (node: ts.Node): void => {
    if (node.getEnd() <= position) return
    const start = node.getStart(tree)
    const between = start >= position ? tree.text.slice(position, start) : undefined
    const follows = between !== undefined && /^(\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*$/.test(between)
    if (follows && node.kind !== ts.SyntaxKind.SourceFile && node.kind !== ts.SyntaxKind.EndOfFileToken) {
      found ??= node
      return
    }
    if (!found) ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** A comment above a declaration speaks for all of it, one inside for the statement or property below it. */
const speaksUntil = (next: ts.Node, declared: ts.Node | undefined): number =>
  declared !== undefined && declared.getStart() === next.getStart() ? declared.getEnd() : next.getEnd()

function innermost(tree: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = tree
  const visit = (node: ts.Node): void => {
    if (node.getFullStart() <= position && position <= node.getEnd()) {
      found = node
      ts.forEachChild(node, visit)
    }
  }
  ts.forEachChild(tree, visit)
  return found
}

/** The nearest declaration with a name; of a variable its statement, so that `export const` is included. */
function enclosingDeclaration(node: ts.Node): ts.Node | undefined {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isVariableStatement(at) || ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) return at
    if (ts.isClassDeclaration(at) || ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at)) return at
  }
  return undefined
}

type Unit = Pick<Citation, 'within' | 'kind' | 'unit'>

const spanOf = (source: Source, node: ts.Node): Citation['unit'] => ({
  from: lineOf(source, node.getStart(source.tree, true)),
  to: lineOf(source, node.getEnd()),
})

function named(source: Source, node: ts.Node | undefined): Unit {
  if (node === undefined) return { within: '', kind: 'module', unit: { from: 1, to: source.lines.length } }
  const unit = spanOf(source, node)
  if (!ts.isVariableStatement(node)) {
    const kind = ts.isFunctionLike(node) ? 'function' : ts.isClassDeclaration(node) ? 'class' : 'type'
    return { within: (node as ts.NamedDeclaration).name?.getText() ?? '', kind, unit }
  }
  const [first] = node.declarationList.declarations
  const isFunction = first?.initializer !== undefined && ts.isArrowFunction(first.initializer)
  return { within: first?.name.getText() ?? '', kind: isFunction ? 'function' : 'constant', unit }
}

/** The transition, or else the state, that a node of a machine stands in, named by the way to it. */
function transitionOf(source: Source, node: ts.Node): Unit | undefined {
  const around: ts.PropertyAssignment[] = []
  for (let at: ts.Node | undefined = node; at; at = at.parent)
    if (ts.isPropertyAssignment(at)) around.unshift(at)
  const names = around.map(({ name }) => (ts.isComputedPropertyName(name) ? '' : name.text))
  const last = names.lastIndexOf('on') + 1 || names.lastIndexOf('states') + 1
  const property = around[last]
  if (last === 0 || property === undefined) return undefined
  const path = names.slice(0, last + 1).filter((name) => name !== 'states' && name !== 'on')
  return { within: path.join('.'), kind: 'transition', unit: spanOf(source, property) }
}

/** Name of the nearest property whose value a node is in. */
function propertyAround(node: ts.Node): string | undefined {
  for (let at = node; at.parent; at = at.parent)
    if (ts.isPropertyAssignment(at.parent) && at.parent.initializer === at) return at.parent.name.getText()
  return undefined
}

/** Within `and([…])`, `or([…])` or `not(…)`. */
function isCombined(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent)
    if (ts.isCallExpression(at) && isCombinator(at)) return true
  return false
}

function isTest(call: ts.CallExpression): boolean {
  let callee: ts.Node = call.expression
  while (!ts.isIdentifier(callee)) {
    if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression
    else if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag
    else return false
  }
  return callee.text === 'test' || callee.text === 'it' || callee.text === 'describe'
}

/** One citation per line and clause; the first wins. */
function unique(citations: readonly Citation[]): Citation[] {
  const seen = new Map<string, Citation>()
  for (const citation of citations) {
    const key = `${citation.line} ${citation.clause}`
    if (!seen.has(key)) seen.set(key, citation)
  }
  return [...seen.values()].sort((a, b) => a.line - b.line)
}
