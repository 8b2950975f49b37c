import { join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { loadPreset } from '../../spec/parameters.ts'
import type { CoverageKind } from '../kit/coverage.ts'
import { chosenProfiles } from './profiles.ts'
import type { Terminal } from './usage.ts'

interface Options {
  profile?: string[]
  all?: boolean
}

/** `lockstep vectors`. */
export function vectorsCommand(terminal: Terminal): Command {
  return new Command('vectors')
    .description('write conformance vectors, files for any language')
    .usage('[FOLDER] [--profile NAME…] [--all]')
    .argument('[folder]', 'where to', join('report', 'vectors'))
    .option('--profile <name...>', 'only these profiles of preset tiny')
    .option('--all', 'every transition and every refusal in every state, some hundreds of megabytes')
    .action(async (folder: string, { profile: names, all = false }: Options) => {
      const profiles = chosenProfiles(loadPreset('tiny'), names)
      const [{ explore }, { l1Rollup }, { writeVectors }, { Coverage, coverageKinds }] = await Promise.all([
        import('../../model/core/explorer.ts'),
        import('../../model/l1-rollup/actor.ts'),
        import('../kit/write.ts'),
        import('../kit/coverage.ts'),
      ])
      const target = resolve(terminal.folder, folder)
      const total = { cases: 0, steps: 0, bytes: 0 }
      for (const profile of profiles) {
        const graph = explore(l1Rollup, profile, { engine: 'flat' })
        const { cases, steps, refusals, bytes, coverage } = await writeVectors(profile, graph, target, {
          all,
        })
        const whole = Coverage.ofGraph(graph)
        const shows = coverageKinds.map(
          (kind) => `${coverage.shown[kind].size} of ${whole.shown[kind].size} ${kindTexts[kind]}`,
        )
        terminal.out(
          `${profile.name}: ${cases} cases, ${steps} steps, ${refusals} of them refused, ${megabytes(bytes)}\n  shows ${shows.join(', ')}`,
        )
        total.cases += cases
        total.steps += steps
        total.bytes += bytes
      }
      terminal.out(
        `\n${total.cases} cases, ${total.steps} steps, ${megabytes(total.bytes)} in ${relative(terminal.folder, target) || '.'}`,
      )
    })
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const kindTexts: Readonly<Record<CoverageKind, string>> = {
  accepted: 'events accepted',
  first: 'refusals of an event first',
  alone: 'alone',
  changed: 'changes of a variable by an event',
}
