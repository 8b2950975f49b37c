/**
 * What no compiler and no linter checks: directions of imports, code for every actor that names none, clause ids that exist, links that lead somewhere,
 * statecharts without hidden behaviour, epochs by their one rule, and files that name no machine.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { importsAtRunTime } from '../../impl/generate/imports.ts'

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))

/** A rule of the tree that a file breaks. Lines are 1-based. */
export type Violation = { file: string; line: number; message: string }

/** A file by its path from the root, with `/`. */
export type TreeFile = { file: string; text: string }

/** Names in the root. They are not entered: other programs remove parts of `build` meanwhile. */
const NOT_OURS = new Set(['node_modules', '.git', 'build', 'report', 'coverage'])
const TEXT = /\.(ts|mts|mjs|js|tla|cfg|sol|md|json|yml|yaml|java|toml)$|(^|\/)[^./]+$/

/** All text files of the tree, but for what is installed or built. */
export function readTree(root: string = repositoryRoot): TreeFile[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
        : [entry],
    )
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
}

/**
 * Which folders a folder may import from. `tla` stands beside `model`; nothing imports from `conformance`.
 */
const allowed: Record<string, readonly string[]> = {
  spec: ['spec'],
  model: ['spec', 'model'],
  tla: ['spec', 'tla'],
  impl: ['spec', 'model', 'impl'],
  conformance: ['spec', 'model', 'tla', 'impl', 'conformance'],
}

/** Files of the model in which XState may appear: statecharts, and the core that reads and runs them. */
const usesXState = /^model\/([a-z0-9-]+\/[a-z0-9-]+\.machine|core\/[a-z]+(\.test)?)\.ts$/

/** Imports against their direction, and XState where statecharts do not run. */
export function importViolations({ file, text }: TreeFile): Violation[] {
  if (!file.endsWith('.ts')) return []
  const own = file.split('/')[0]!
  const mayUse = allowed[own]
  const found = ts.preProcessFile(text, true, true).importedFiles
  return found.flatMap(({ fileName, pos }): Violation[] => {
    const line = text.slice(0, pos).split('\n').length
    if (fileName.startsWith('.')) {
      const path = posix.join(posix.dirname(file), fileName)
      const target = path.split('/')[0]!
      if (!mayUse || !(target in allowed) || mayUse.includes(target) || mayUse.includes(path)) return []
      return [{ file, line, message: `${own} may not import from ${target}` }]
    }
    const isXState = fileName === 'xstate' || fileName.startsWith('xstate/')
    if (!isXState || usesXState.test(file) || own === 'conformance') return []
    return [{ file, line, message: 'XState belongs to statecharts and the explorer' }]
  })
}

/** What a node runs. Its tests may compare it with a statechart. */
const runsInNode = /^impl\/node\/(?!.*\.test\.ts$).*\.ts$/

/** Ways by which what a node runs would load XState, over as many files as it takes. Types are not loaded. */
export function nodeViolations(tree: readonly TreeFile[]): Violation[] {
  const texts = new Map(tree.map(({ file, text }) => [file, text]))
  const imports = new Map<string, readonly string[]>()
  const importsOf = (file: string): readonly string[] => {
    const known = imports.get(file) ?? importsAtRunTime(texts.get(file) ?? '')
    imports.set(file, known)
    return known
  }
  const wayFrom = (file: string, seen: Set<string>): readonly string[] | undefined => {
    if (seen.has(file)) return undefined
    seen.add(file)
    for (const name of importsOf(file)) {
      if (/^xstate(\/|$)/.test(name)) return [file, name]
      const rest = name.startsWith('.') ? wayFrom(posix.join(posix.dirname(file), name), seen) : undefined
      if (rest) return [file, ...rest]
    }
    return undefined
  }
  return tree.flatMap(({ file }): Violation[] => {
    const way = runsInNode.test(file) ? wayFrom(file, new Set()) : undefined
    return way ? [{ file, line: 1, message: `a node would run XState: ${way.slice(1).join(', ')}` }] : []
  })
}

/** Code that takes any actor. Its tests and fixtures need one to take. */
const takesAnyActor =
  /^(model\/core|tla\/tlc|conformance\/rungs\/(?:graph|step)-parity)\/(?!fixtures\/)(?!.*\.test\.ts$)/

/** Imports of generic code from a folder of one actor: the next actor would be a rewrite. */
export function actorViolations({ file, text }: TreeFile): Violation[] {
  if (!file.endsWith('.ts') || !takesAnyActor.test(file)) return []
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }): Violation[] => {
    const path = posix.join(posix.dirname(file), fileName)
    const actor = /^(?:model|tla)\/(?!core\/|shared\/|tlc\/)([^/]+)\//.exec(path)?.[1]
    const isFixture = path.includes('/fixtures/')
    if (!fileName.startsWith('.') || (actor === undefined && !isFixture)) return []
    const line = text.slice(0, pos).split('\n').length
    return [{ file, line, message: `code for every actor may not name ${actor ?? 'a fixture'}` }]
  })
}

/**
 * Clause ids that no clause has.
 * @param known ids of all clauses
 */
export function clauseViolations({ file, text }: TreeFile, known: ReadonlySet<string>): Violation[] {
  const areas = [...new Set([...known].map((id) => id.split('-')[0]))]
  const pattern = new RegExp(`\\b(?:${areas.join('|')})-[0-9]+\\b`, 'g')
  return text
    .split('\n')
    .flatMap((content, index) =>
      [...content.matchAll(pattern)]
        .filter(([id]) => !known.has(id))
        .map(([id]) => ({ file, line: index + 1, message: `there is no clause ${id}` })),
    )
}

/** Relative links of Markdown that lead to no file, or to no heading of it. */
export function linkViolations({ file, text }: TreeFile, root: string = repositoryRoot): Violation[] {
  if (!file.endsWith('.md')) return []
  const prose = text.replace(/^```.*?^```/gms, (block) => block.replace(/[^\n]/g, ' '))
  return prose.split('\n').flatMap((content, index) =>
    [...content.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]): Violation[] => {
      if (/^[a-z]+:/.test(link!)) return []
      const [path, fragment] = link!.split('#')
      const target = path === '' ? join(root, file) : normalize(join(root, dirname(file), path!))
      const violation = { file, line: index + 1, message: `dead link ${link}` }
      if (!existsSync(target)) return [violation]
      if (!fragment || !target.endsWith('.md')) return []
      return headingsOf(readFileSync(target, 'utf8')).has(fragment) ? [] : [violation]
    }),
  )
}

/** Headings as their anchors on the usual hosts. */
function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+\s+(.*)$/gm)].map(([, heading]) => heading!)
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )
}

/** Keys of a statechart that would act without an event, or hide what they do. */
const bannedKeys = new Set(['after', 'always', 'invoke', 'entry', 'exit', 'delays', 'actors', 'activities'])
const bannedCalls = new Set([
  'spawn',
  'spawnChild',
  'raise',
  'sendTo',
  'sendParent',
  'emit',
  'enqueueActions',
])

/** Banned keys and calls, and functions written into the configuration of a machine. */
export function statechartViolations({ file, text }: TreeFile): Violation[] {
  if (!file.endsWith('.machine.ts')) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const violations: Violation[] = []
  const report = (node: ts.Node, message: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    violations.push({ file, line, message })
  }
  const visit = (node: ts.Node, inConfiguration: boolean): void => {
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
      const name = called.getText()
      if (bannedCalls.has(name)) report(node, `${name} hides behaviour from the explorer`)
      if (name === 'createMachine') {
        node.arguments.forEach((argument) => {
          visit(argument, true)
        })
        visit(node.expression, false)
        return
      }
    }
    if (ts.isPropertyAssignment(node) && bannedKeys.has(node.name.getText()))
      report(node, `${node.name.getText()} hides behaviour from the explorer`)
    if (
      inConfiguration &&
      (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node))
    )
      report(node, 'a function in the configuration: name it in setup')
    ts.forEachChild(node, (child) => visit(child, inConfiguration))
  }
  visit(source, false)
  return violations
}

/**
 * Files that may divide by the slots of an epoch: the rule, and what lies below the actors, so that it cannot ask the rule.
 * `spec` and `tla` write it independently.
 */
const dividesSlots = /^(spec|tla)\/|^model\/l1-rollup\/rules\/arithmetic\.ts$|^model\/shared\/hash\.ts$/

/** Epochs and offsets that are computed by hand where `epochOf` and `offsetOf` would do (TIME-2). */
export function epochViolations({ file, text }: TreeFile): Violation[] {
  if (!file.endsWith('.ts') || !text.includes('slotsPerEpoch') || dividesSlots.test(file)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const violations: Violation[] = []
  const visit = (node: ts.Node): void => {
    const divisor = divisorOf(node)
    if (divisor && isSlotsPerEpoch(divisor)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      violations.push({
        file,
        line,
        message: 'an epoch or offset by hand: epochOf and offsetOf are the rule',
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return violations
}

const divisions = new Set([
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
])

/** By what an expression divides, if it does. */
function divisorOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node) && divisions.has(node.operatorToken.kind)) return node.right
  const isFloor = ts.isCallExpression(node) && /^floor(Div|Mod)$/.test(node.expression.getText())
  return isFloor ? node.arguments[1] : undefined
}

/** The parameter under its name, as a member of something, in parentheses or as a bigint. */
function isSlotsPerEpoch(expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression)) return isSlotsPerEpoch(expression.expression)
  if (ts.isCallExpression(expression)) return expression.arguments.some(isSlotsPerEpoch)
  return /(^|\.)slotsPerEpoch$/.test(expression.getText())
}

/** Absolute paths of somebody's machine. */
const machinePaths = /(?<![\w.:/~-])\/(?:work|root|home|Users)\/[\w.-]+|\b[A-Z]:\\\\?Users\b/g

/** Paths of a machine. The file that knows the pattern is this one. */
export function machineViolations({ file, text }: TreeFile): Violation[] {
  if (file.startsWith('conformance/tidy/')) return []
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(machinePaths)].map(([path]) => ({
      file,
      line: index + 1,
      message: `${path} is a path of one machine`,
    })),
  )
}

/** A registry other than the public one, in a lock file or a configuration. */
export function registryViolations({ file, text }: TreeFile): Violation[] {
  if (!/(^|\/)(package-lock\.json|\.npmrc|package\.json)$/.test(file)) return []
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(/"resolved":\s*"(https?:\/\/[^/"]+)|^\s*registry\s*=\s*(\S+)/g)]
      .map(([, resolved, registry]) => resolved ?? registry!)
      .filter((host) => !/^https:\/\/registry\.npmjs\.org/.test(host))
      .map((host) => ({ file, line: index + 1, message: `${host} is not the public registry` })),
  )
}
