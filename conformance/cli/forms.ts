import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { grouped } from '../report/rungNumbers.ts'
import type { Formed, Handed } from '../system/forms.ts'
import type { RealRollup as Rollup } from '../system/realRollup.ts'
import { type Terminal, UsageError } from './usage.ts'

const DEFAULT = 'TwoQuorums'

/** A block that was handed to L1 in the last state: what statechart, generated step and bytecode answered. */
interface Answered {
  readonly block: Handed
  readonly refusal: string | undefined
  readonly gasUsed: bigint
  /** Whether it came after another one. */
  readonly isSecond: boolean
}

/** `lockstep forms`. */
export function formsCommand(terminal: Terminal): Command {
  return new Command('forms')
    .description(
      'what TLC reaches in a slot, step by step through statecharts, generated steps and the deployed bytecode',
    )
    .usage('[MODEL] [--out FILE.md]')
    .argument('[model]', 'a Reach model of the cut of a slot', DEFAULT)
    .option('--out <file>', 'where the account is written as Markdown, with a diagram')
    .action(async (name: string, { out }: { out?: string }) => {
      // Other commands need neither the models of a slot nor an engine.
      const [{ runModels }, { throughAllForms }, { RealRollup }, slot] = await Promise.all([
        import('../../tla/tlc/models.ts'),
        import('../system/forms.ts'),
        import('../system/realRollup.ts'),
        import('../system/slotModels.ts'),
      ])
      const { profileOf, quorumsIn, slotReachModels, systemFor } = slot
      const models = slotReachModels()
      const names = models.map((one) => one.name.slice('reach/'.length))
      const model = models[names.indexOf(name)]
      if (!model) throw new UsageError(`forms ${name}: expected one of ${names.join(', ')}`)
      const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-forms-'))
      const profile = profileOf(model)
      const system = systemFor(profile)
      let real: Rollup | undefined
      try {
        const [result] = await runModels({ models: [model], folder })
        const { counterexample } = result!.tlc
        if (result!.problem !== undefined || !counterexample)
          throw new Error(`${model.name}: ${result!.problem ?? 'no counterexample'}`)
        real = await RealRollup.deploy(system)
        const blocks = quorumsIn(counterexample.states.at(-1)!, profile)
        const answers: Answered[] = []
        let formed: Formed | undefined
        // Each of them first, and after it the others.
        for (const first of blocks.length === 0 ? [undefined] : blocks) {
          formed = await throughAllForms(counterexample, profile, system, real)
          const rest = blocks.filter((block) => block !== first)
          for (const block of first ? [first, ...rest] : [])
            answers.push({ block, isSecond: block !== first, ...(await formed.hand(block)) })
        }
        const account = accountOf(`${model.name} in profile ${profile.name}`, model.words, formed!, answers)
        terminal.out(account)
        if (out !== undefined) {
          await writeFile(
            path.resolve(terminal.folder, out),
            `${account}\n\n${diagramOf(formed!, answers)}\n`,
          )
          terminal.out(`written: ${out}`)
        }
      } finally {
        await real?.stop()
        await rm(folder, { recursive: true, force: true })
      }
    })
}

function accountOf(title: string, words: string, { steps }: Formed, answers: readonly Answered[]): string {
  const rows = steps.map(({ action, of, events, gasUsed }, index) => {
    const made = events.map(({ actor, event }) => `${actor} ${event}`).join(', ')
    return `| ${index + 1} | ${action} ${of} | ${made} | ${gasUsed === undefined ? '' : `taken, ${grouped(Number(gasUsed))} gas`} |`
  })
  const handed = answers.map(({ block, refusal, gasUsed, isSecond }) => {
    const { transactions } = block.proposal
    const answer = refusal === undefined ? 'taken' : `refused with ${refusal}`
    return `- [${transactions.join(', ')}], attested by ${block.signers.join(', ')}, ${isSecond ? 'after it' : 'first'}: ${answer}, ${grouped(Number(gasUsed))} gas`
  })
  return [
    `# ${title}`,
    ...(words === '' ? [] : ['', `${words}.`]),
    '',
    '| step | TLA+ | statechart and generated step | bytecode |',
    '|--:|---|---|---|',
    ...rows,
    ...(handed.length === 0
      ? []
      : ['', 'What has a quorum in the last state, handed to L1 by the proposer:', '', ...handed]),
    '',
    `${steps.length} steps; the states of all nodes are the same in every form after each of them.`,
  ].join('\n')
}

function diagramOf({ steps }: Formed, answers: readonly Answered[]): string {
  const lines = steps.map(({ action, of }) => {
    const lifeline = of === 'L1' ? 'l1' : of
    return action === 'tick' ? '  Note over l1: time passes' : `  ${lifeline}->>${lifeline}: ${action}`
  })
  const handed = answers.map(
    ({ block, refusal }) =>
      `  ${block.caller}->>l1: propose ${block.proposal.transactions.join(' ')} (${refusal ?? 'taken'})`,
  )
  return ['```mermaid', 'sequenceDiagram', ...lines, ...handed, '```'].join('\n')
}
