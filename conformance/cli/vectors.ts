import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import type { CoverageKind } from '../kit/coverage.ts'
import type { VectorIndex } from '../kit/vectorIndex.ts'
import { chosenProfiles } from './profiles.ts'
import { type Terminal, UsageError } from './usage.ts'

interface Options {
  profile?: string[]
  all?: boolean
  archive?: string
  since?: string
}

/** `lockstep vectors`. */
export function vectorsCommand(terminal: Terminal): Command {
  return new Command('vectors')
    .description('write conformance vectors, files for any language')
    .usage('[FOLDER] [--profile NAME…] [--all] [--archive FILE.tar.gz] [--since INDEX|FOLDER|ARCHIVE]')
    .argument('[folder]', 'where to', join('report', 'vectors'))
    .option('--profile <name...>', 'only runs of these profiles of preset tiny, and no functions')
    .option('--all', 'every transition and every refusal in every state, some hundreds of megabytes')
    .option('--archive <file>', 'packs what the folder then holds, the same bytes for the same vectors')
    .option(
      '--since <vectors>',
      'tells by clause what has changed since older ones: their index.json, their folder or their archive',
    )
    .action(async (folder: string, options: Options) => {
      const profiles = chosenProfiles(loadPreset('tiny'), options.profile)
      const target = resolve(terminal.folder, folder)
      const archive = options.archive === undefined ? undefined : resolve(terminal.folder, options.archive)
      if (archive !== undefined) await requireFile(archive, `--archive ${options.archive}`)
      // Before anything is written: it may be this very folder.
      const before = options.since === undefined ? undefined : await indexSince(options.since, terminal)

      const total = await writeRuns(profiles, target, options, terminal)
      if (options.profile === undefined) {
        const { writeFunctionVectors } = await import('../kit/functions/write.ts')
        const { functions, cases, calls, refusals, bytes } = await writeFunctionVectors(target)
        terminal.out(
          `functions: ${cases} cases of ${functions} functions, ${calls} calls, ${refusals} of them refused, ${megabytes(bytes)}`,
        )
        total.cases += cases
        total.steps += calls
        total.bytes += bytes
      }
      const { filesOf, writeIndex } = await import('../kit/vectorIndex.ts')
      const index = await writeIndex(target)
      const place = relative(terminal.folder, target) || '.'
      terminal.out(`\n${total.cases} cases, ${total.steps} steps, ${megabytes(total.bytes)} in ${place}`)
      if (archive !== undefined) {
        const { writeArchive } = await import('../kit/source.ts')
        await writeArchive(target, await filesOf(target, index), archive)
        const { size } = await stat(archive)
        terminal.out(`${Object.keys(index.cases).length} cases, ${megabytes(size)} in ${options.archive}`)
      }
      if (before !== undefined) {
        const { changelogText, changesBetween } = await import('../kit/changelog.ts')
        const titles = new Map(loadClauses().map(({ id, title }) => [id, title]))
        terminal.out(`\n${changelogText(changesBetween(before, index), options.since!, titles)}`)
      }
    })
}

/** @returns what was written */
async function writeRuns(
  profiles: readonly Profile[],
  target: string,
  { all = false }: Options,
  terminal: Terminal,
): Promise<{ cases: number; steps: number; bytes: number }> {
  const [{ explore }, { l1Rollup }, { writeVectors }, { Coverage, coverageKinds }] = await Promise.all([
    import('../../model/core/explorer.ts'),
    import('../../model/l1-rollup/actor.ts'),
    import('../kit/write.ts'),
    import('../kit/coverage.ts'),
  ])
  const total = { cases: 0, steps: 0, bytes: 0 }
  for (const profile of profiles) {
    const graph = explore(l1Rollup, profile, { engine: 'flat' })
    const { cases, steps, refusals, bytes, coverage } = await writeVectors(profile, graph, target, { all })
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
  return total
}

async function indexSince(since: string, terminal: Terminal): Promise<VectorIndex> {
  const { readVectorIndex } = await import('../kit/vectorIndex.ts')
  const { VectorError } = await import('../kit/vectorError.ts')
  try {
    return await readVectorIndex(resolve(terminal.folder, since))
  } catch (error) {
    throw error instanceof VectorError ? new UsageError(`--since: ${error.message}`) : error
  }
}

/** Makes the folder of a file that is to be written. @throws UsageError */
async function requireFile(file: string, option: string): Promise<void> {
  if (!/\.(tar\.gz|tgz)$/.test(file))
    throw new UsageError(`${option}: expected a name that ends with .tar.gz`)
  const found = await stat(file).catch(() => undefined)
  if (found && !found.isFile()) throw new UsageError(`${option}: expected a file, found a folder`)
  await mkdir(dirname(file), { recursive: true }).catch((cause) => {
    throw new UsageError(`${option}: expected a folder that can be written`, { cause })
  })
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const kindTexts: Readonly<Record<CoverageKind, string>> = {
  accepted: 'events accepted',
  first: 'refusals of an event first',
  alone: 'alone',
  changed: 'changes of a variable by an event',
}
