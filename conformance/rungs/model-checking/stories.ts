import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../../../tla/tlc/config.ts'
import type { Counterexample } from '../../../tla/tlc/counterexample.ts'
import { printItf, toItf } from '../../../tla/tlc/itf.ts'
import { type DeclaredModel, readModels } from '../../../tla/tlc/models.ts'
import { canonicalJson } from '../../../tla/tlc/value.ts'
import type { Story } from '../../evidence.ts'

export const modelList = fileURLToPath(new URL('../../../tla/l1-rollup/expected.json', import.meta.url))

/** Where a counterexample comes from, and what there is to say about it. */
export interface Origin {
  readonly title: string
  /** Name of the model or the profile. */
  readonly source: string
  /** The profile whose constants it has. */
  readonly profile: string | undefined
  readonly time: Story['time']
}

/** What people wrote about the declared models, and the times by which their stories are told; by name. */
export async function originsOfModels(): Promise<Map<string, (violated: string) => Origin>> {
  const folder = path.dirname(modelList)
  const text = (file: string) => readFile(path.join(folder, file), 'utf8')
  const reached = await text('L1RollupReach.tla')
  const origins = new Map<string, (violated: string) => Origin>()
  for (const model of await readModels(modelList)) {
    const { name, profile } = model
    const config = await text(model.config)
    const written = { bug: await text(model.module), liveness: config, reach: reached, safety: '' }[
      model.kind
    ]
    const words = wordsOf(model, written)
    const time = timesIn(config, model.config)
    origins.set(name, (violated) => ({ title: titleOf(model, words, violated), source: name, profile, time }))
  }
  return origins
}

/**
 * The sentence that tells what a model is about, in the words of its own file: of a Bug model the mistake, of a liveness
 * model what holds or what is missing, of a Reach model the state.
 * @param text the module; for a liveness model, its configuration
 * @returns without its full stop; empty where nothing is said but the clauses
 */
export function wordsOf({ kind, expected }: Pick<DeclaredModel, 'kind' | 'expected'>, text: string): string {
  const lines = text.split('\n')
  const isComment = (line: string | undefined) => line?.startsWith('\\* ') ?? false
  let start = 0
  if (kind === 'bug') start = lines.findIndex((line) => /^\\\* Violates /.test(line)) + 1
  if (kind === 'reach') {
    start = lines.findIndex((line) => line.startsWith(`${expected} ==`))
    while (isComment(lines[start - 1])) start--
  }
  const said: string[] = []
  for (let at = start; isComment(lines[at]); at++) said.push(lines[at]!.slice(3).trim())
  const sentence = said.join(' ')
  // A comment of clauses alone says where to read, not what happens.
  return /^([A-Z]+-\d+(, | to |[:.] ?))+$/.test(sentence) ? '' : sentence.replace(/\.$/, '')
}

function titleOf({ kind, expected }: DeclaredModel, words: string, violated: string): string {
  // `NeverX` is violated by reaching X.
  const outcome =
    kind === 'reach' && violated === expected
      ? `${expected.slice('Never'.length)} is reached`
      : `${violated} is violated`
  return words === '' ? `${outcome} (${kind} model)` : `${words}: ${outcome}`
}

/** Epoch and claim window, as a configuration has them. */
function timesIn(text: string, file: string): Story['time'] {
  const { constants } = parseConfig(text, file)
  const [slotsPerEpoch, claimWindowSlots] = ['SlotsPerEpoch', 'ClaimWindowSlots'].map((constant) =>
    Number(constants.get(constant)?.value),
  )
  return slotsPerEpoch && claimWindowSlots ? { slotsPerEpoch, claimWindowSlots } : undefined
}

/**
 * A counterexample as a story, with its ITF file beside the report: rung 4 replays it on the profile that its `#meta`
 * names.
 * @param out the report's folder
 */
export function storyOf(
  out: string,
  { title, source, profile, time }: Origin,
  counterexample: Counterexample,
): Story {
  const file = path.join('traces', `${source.replace(/[^A-Za-z0-9.-]+/g, '-')}.itf.json`)
  const itf = toItf(counterexample, {
    eventVariable: 'event',
    meta: { source, ...(profile === undefined ? {} : { profile }) },
  })
  mkdirSync(path.join(out, 'traces'), { recursive: true })
  writeFileSync(path.join(out, file), printItf(itf))
  const steps = counterexample.states.map(({ variables }, index) => {
    const event = variables.get('event')
    const rest = [...variables].filter(([name]) => name !== 'event')
    const text = rest.map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`).sort()
    return {
      event: index === 0 || event === undefined ? undefined : canonicalJson(event),
      state: `{${text.join(',')}}`,
    }
  })
  const { loop } = counterexample
  return {
    title,
    source,
    steps,
    loop: loop === 'stuttering' ? steps.length - 1 : loop,
    itf: file,
    ...(time && { time: { slotsPerEpoch: time.slotsPerEpoch, claimWindowSlots: time.claimWindowSlots } }),
  }
}
