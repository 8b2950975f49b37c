import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { machineOf } from '../../model/core/deployed.ts'
import { readMachine } from '../../model/core/reading.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { loadPreset, type Parameters, type Profile, parametersSchema } from '../../spec/parameters.ts'
import { CannotGenerate, contractSources, type ProtocolParameter, type Sources } from './contracts.ts'
import { type Rule, readRules, repositoryRoot } from './subset.ts'

/** Where the generated contracts are committed. */
export const GENERATED_CONTRACTS = 'impl/contracts/src/generated'

/** Of the fallback controller the rollup has the timing; the rules of its events are the rollup's own. */
const TIMING = 'model/fallback-controller/rules/timing.ts'

/** All rules, file by file in the order of their names. */
export function allRules(): Rule[] {
  const folder = 'model/l1-rollup/rules'
  const own = readdirSync(join(repositoryRoot, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${folder}/${name}`)
  return [TIMING, ...own].flatMap((file) => readRules(file, readFileSync(join(repositoryRoot, file), 'utf8')))
}

/** Everything that is generated into `GENERATED_CONTRACTS`. The machine's shape is the same for every profile. */
export function generate(): Sources {
  const [profile] = loadPreset('tiny').profiles
  return contractSources(
    l1Rollup,
    readMachine(l1Rollup, machineOf(l1Rollup, profile!)),
    allRules(),
    protocolParameters(profile!),
  )
}

/**
 * The parameters that contracts know: counts, amounts and lists of counts, which are packed into a word. Of the constants that choose between readings of a clause
 * only the numeric one is among them, fixed to the first choice; the others have left their mark in the code.
 */
function protocolParameters({ parameters }: Profile): ProtocolParameter[] {
  const clauses = clausesOfParameters()
  return Object.entries(parametersSchema.shape).flatMap(([name, schema]): ProtocolParameter[] => {
    const clause = clauses.get(name)
    if (!clause) throw new CannotGenerate(`spec/parameters.ts: ${name} names no clause in its comment`)
    if (['number', 'string', 'array'].includes(schema.type)) return [{ name, clause }]
    const value = parameters[name as keyof Parameters]
    return typeof value === 'number' ? [{ name, clause, value }] : []
  })
}

/** The clause that stands in the comment above each property of spec/parameters.ts. */
function clausesOfParameters(): ReadonlyMap<string, string> {
  const file = join(repositoryRoot, 'spec/parameters.ts')
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  const clauses = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      const comment = ts.getLeadingCommentRanges(source.text, node.pos)?.at(-1)
      const clause = comment && /[A-Z]+-\d+/.exec(source.text.slice(comment.pos, comment.end))
      if (clause) clauses.set(node.name.text, clause[0])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return clauses
}
