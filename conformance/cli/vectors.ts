import { join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { loadPreset } from '../../spec/parameters.ts'
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
      const [{ explore }, { l1Rollup }, { writeVectors }] = await Promise.all([
        import('../../model/core/explorer.ts'),
        import('../../model/l1-rollup/actor.ts'),
        import('../kit/write.ts'),
      ])
      const target = resolve(terminal.folder, folder)
      for (const profile of profiles) {
        const graph = explore(l1Rollup, profile, { engine: 'flat' })
        const { cases, steps, refusals, bytes } = await writeVectors(profile, graph, target, { all })
        terminal.out(
          `${profile.name}: ${cases} cases, ${steps} steps, ${refusals} of them refused, ${(bytes / 1e6).toFixed(1)} MB`,
        )
      }
      terminal.out(`\n${relative(terminal.folder, target) || '.'}`)
    })
}
