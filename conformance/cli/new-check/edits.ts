import { eventTypes } from '../../../model/l1-rollup/vocabulary.ts'
import { capitalised } from '../../clauses/names.ts'
import { UsageError } from '../usage.ts'
import { passing, ruleAreas, ruleFile } from './facts.ts'
import type { Edit, NewCheck, ReadFile } from './skeleton.ts'

/** Every place of a new check, in the order in which they are best written. */
export function editsOf(named: NewCheck, read: ReadFile): Edit[] {
  return writers.map((write) => write(named, read))
}

type Writer = (named: NewCheck, read: ReadFile) => Edit

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

function textOf(read: ReadFile, file: string): string {
  const text = read(file)
  if (text === undefined) throw new UsageError(`${file}: expected this file`)
  return text
}

/** Puts something where a pattern ends. @throws UsageError where the file has nothing that fits */
function insertAfter(
  file: string,
  text: string,
  pattern: RegExp,
  inserted: string,
  what: string,
  todo: string,
): Edit {
  const found = pattern.exec(text)
  if (!found) throw new UsageError(`${file}: expected ${what}`)
  const at = found.index + found[0].length
  const line = lineOf(text, at + inserted.length - inserted.trimStart().length)
  return { file, text: text.slice(0, at) + inserted + text.slice(at), line, todo }
}

const append = (file: string, text: string, added: string, todo: string): Edit => ({
  file,
  text: `${text.trimEnd()}\n\n${added}`,
  line: text.trimEnd().split('\n').length + 2,
  todo,
})

const boundaryOf = ({ refusal }: NewCheck): string => `TODO passes, TODO is refused with ${refusal}.`

const clause: Writer = (named, read) => {
  const { clause: id, event, refusal } = named
  const file = `spec/clauses/${id.replace(/-\d+$/, '')}.md`
  const added = [
    `## ${id}`,
    'TODO what it is about · open',
    '> "TODO words of the RFC" (TODO section)',
    '',
    `\`${event}\` MUST be refused with ${refusal} unless TODO.`,
    'Readings: TODO. Choice: TODO.',
    `Boundary (rfc): ${boundaryOf(named)}`,
    '',
  ].join('\n')
  return append(file, textOf(read, file), added, 'the clause, and the numbers of its boundary')
}

const refusalInTla: Writer = ({ event, refusal, clause: id }, read) => {
  const file = 'tla/l1-rollup/L1RollupRules.tla'
  const text = textOf(read, file)
  const operator = `${capitalised(event)}Refusals`
  const start = new RegExp(`^${operator}\\(s, e\\) ==`, 'm').exec(text)
  const end = start && /\) \}( *\\\* [A-Z]+-\d+)?$/m.exec(text.slice(start.index))
  if (!end) throw new UsageError(`${file}: expected ${operator} to end with a Require and a brace`)
  const [last, comment = ''] = end
  const at = start!.index + end.index
  const require = `${'    Require(TRUE,'.padEnd(65)}"${refusal}") }`
  const inserted = `),${comment}\n${require} \\* ${id}`
  return {
    file,
    text: text.slice(0, at) + inserted + text.slice(at + last.length),
    line: lineOf(text, at) + 1,
    todo: 'the check, from the clause',
  }
}

const property: Writer = ({ event, check, clause: id }, read) => {
  const file = 'tla/l1-rollup/L1RollupProperties.tla'
  const text = textOf(read, file)
  const added = `\\* ${id}.\n${capitalised(check)} ==\n    [][Happened("${event}") => TRUE]_vars\n\n`
  const end = /^={4,}$/m.exec(text)
  if (!end) throw new UsageError(`${file}: expected the line that ends the module`)
  return {
    file,
    text: text.slice(0, end.index) + added + text.slice(end.index),
    line: lineOf(text, end.index) + 2,
    todo: 'what the check brings about, as a property',
  }
}

const bugModel: Writer = ({ check, refusal, clause: id, after }, read) => {
  const name = `${capitalised(check)}IsNotChecked`
  const file = `tla/l1-rollup/bug/${name}.tla`
  if (read(file) !== undefined) throw new UsageError(`${file} exists already`)
  const side = '-'.repeat(Math.max(4, Math.floor((66 - name.length) / 2)))
  const text = [
    `${side} MODULE ${name} ${side}`,
    `\\* Violates ${capitalised(check)}.`,
    `\\* TODO what happens without the check (${id}).`,
    `EXTENDS ${profileFor(after)}`,
    '',
    'BuggyRequire(check, refusal) ==',
    `    IF check \\/ refusal = "${refusal}" THEN {} ELSE {refusal}`,
    '='.repeat(77),
    '',
  ].join('\n')
  return { file, text, line: 3, todo: 'what happens without the check, and the profile in which it shows' }
}

/** A profile in which events of that kind happen: whoever fills the skeleton in may choose another. */
const profileFor = (after: string): string =>
  /validator/i.test(after)
    ? 'Committee'
    : /Proof|prove|prune|Prune|something/.test(after)
      ? 'Chain'
      : 'Escrow'

const rule: Writer = ({ check, clause: id, after, facts }, read) => {
  const area = ruleAreas.find((name) =>
    new RegExp(`^export const ${after}\\b`, 'm').test(read(ruleFile(name)) ?? ''),
  )
  if (!area)
    throw new UsageError(`expected the rule ${after} in one of ${ruleAreas.map(ruleFile).join(', ')}`)
  const file = ruleFile(area)
  const text = textOf(read, file)
  const names = facts.map(({ name }) => name).join(', ')
  const types = facts.map(({ name, type }) => `${name}: ${type}`).join('; ')
  const verdict = facts.map(passing).join(' && ')
  const added = `/** ${id}. TODO */\nexport const ${check} = ({ ${names} }: { ${types} }): boolean =>\n  ${verdict}\n`
  return append(
    file,
    withTypes(
      text,
      facts.map(({ type }) => type),
    ),
    added,
    'the rule, from the clause',
  )
}

/** The text with these types among those that it imports from the units. */
function withTypes(text: string, types: readonly string[]): string {
  const missing = [...new Set(types)].filter((type) => !new RegExp(`\\b${type}\\b`).test(text))
  if (missing.length === 0) return text
  const added = missing.map((type) => `type ${type}`).join(', ')
  return text
    .replace(
      /^import type \{ (.*) \} from '(.*units\.ts)'/m,
      (_, names: string, from: string) =>
        `import type { ${[...missing, ...names.split(', ')].sort().join(', ')} } from '${from}'`,
    )
    .replace(/^import \{(\s)(?=[^}]*\} from '[^']*units\.ts')/m, `import {$1${added},$1`)
}

const refusalByName: Writer = ({ check, refusal, clause: id, after }, read) => {
  const file = 'model/l1-rollup/refusals.ts'
  const entry = new RegExp(`^  ${after}: \\{.*\\},$`, 'm')
  const inserted = `\n  ${check}: { refusal: '${refusal}', clause: '${id}' },`
  return insertAfter(file, textOf(read, file), entry, inserted, `an entry of ${after}`, 'nothing')
}

const guard: Writer = ({ event, check, after }, read) => {
  const file = 'model/l1-rollup/l1-rollup.machine.ts'
  const text = textOf(read, file)
  const keys = new RegExp(`\\b(${eventTypes.join('|')}): [{[]`, 'g')
  const events = [...text.matchAll(keys)]
  // Above all events stand the checks that several transitions share; an event may have a transition in several states.
  const ends = [...text.matchAll(new RegExp(`'${after}'(?=\\](?:\\)| as const))`, 'g'))].flatMap(
    ({ index, 0: found }) => {
      const within = events.findLast((key) => key.index < index)?.[1]
      return within === undefined || within === event ? [index + found.length] : []
    },
  )
  if (ends.length === 0) throw new UsageError(`${file}: expected ${after} as the last check of ${event}`)
  let written = text
  for (const end of [...ends].reverse()) written = `${written.slice(0, end)}, '${check}'${written.slice(end)}`
  return { file, text: written, line: lineOf(text, ends[0]!), todo: 'its stage, where it is not the last' }
}

const shells = ['Rollup', 'ProofEscrow', 'ValidatorSet', 'Rewards'].map(
  (name) => `impl/contracts/src/${name}.sol`,
)

const shell: Writer = ({ event, stage, facts }, read) => {
  const call = new RegExp(`Checks\\.${event}${stage}\\(\\{[^}]*?(?=\\s*\\}\\))`, 'g')
  const file = shells.find((candidate) => read(candidate)?.match(call))
  if (!file) throw new UsageError(`expected a call of Checks.${event}${stage} in one of ${shells.join(', ')}`)
  const text = textOf(read, file)
  const written = text.replace(call, (found: string, at: number) => {
    const given = new Set([...found.matchAll(/(\w+): /g)].map(([, name]) => name))
    const around = text.slice(text.lastIndexOf('function ', at), at)
    const between = /\n( *)\w+: /.exec(found)
    const added = facts
      .filter(({ name }) => !given.has(name))
      .map(({ name }) => `,${between ? `\n${between[1]}` : ' '}${name}: ${expressionOf(name, text, around)}`)
    return found + added.join('')
  })
  const line = lineOf(text, text.search(call))
  return { file, text: written, line, todo: 'the arguments of the generated check' }
}

/** As another call has it, where the function that this one is in knows what it is made of. */
function expressionOf(name: string, text: string, around: string): string {
  const known = new RegExp(`\\b${name}: (([A-Za-z_]\\w*)[^,\\n}]*)`).exec(text)
  const isInScope = known && new RegExp(`\\b${known[2]}\\b`).test(around)
  return isInScope ? known[1]!.trim() : `0 /* TODO ${name} */`
}

const boundary: Writer = (named, read) => {
  const { clause: id, refusal } = named
  const area = id.replace(/-\d+$/, '')
  const folder = 'conformance/rungs/one-step/boundaries'
  const files = ['chain', 'epochs', 'escrow', 'logs', 'proving'].map((name) => `${folder}/${name}.ts`)
  const file = files.find((it) => new RegExp(`b\\.of\\(\\s*'${area}-`).test(read(it) ?? ''))
  if (!file) throw new UsageError(`${folder}: expected a file with cases of ${area}`)
  const text = textOf(read, file)
  const end = text.lastIndexOf('\n}')
  const added = [
    '',
    `  b.of('${id}', '${boundaryOf(named)}')`,
    `  // TODO b.passes('…', claimable, …)`,
    `  // TODO b.refuses('…', claimable, …, '${refusal}')`,
  ].join('\n')
  return {
    file,
    text: text.slice(0, end) + added + text.slice(end),
    line: lineOf(text, end) + 1,
    todo: 'the Boundary line as calls that pass and are refused',
  }
}

const writers: readonly Writer[] = [
  clause,
  refusalInTla,
  property,
  bugModel,
  rule,
  refusalByName,
  guard,
  shell,
  boundary,
]
