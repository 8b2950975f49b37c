import { readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { machineOf } from '../../model/core/deployed.ts'
import { fallbackController } from '../../model/fallback-controller/actor.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { roles } from '../../model/node/roles.ts'
import { type Clause, loadClauses } from '../../spec/clause.ts'
import { loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import type { Preset } from '../../spec/parameters.ts'
import { readIndex, treeRoot } from '../clauses/clauseIndex.ts'
import { type Evidence, summarySchema } from '../evidence.ts'
import { clausePage } from './clausePage.ts'
import { duvetReport } from './duvet.ts'
import { reportPage, type Statechart } from './html.ts'
import { junitXml } from './junit.ts'
import { type Links, linksOf } from './links.ts'
import { machineTree } from './machineTree.ts'
import { storiesMarkdown } from './mermaid.ts'
import { sarifLog } from './sarif.ts'
import { statechartSvg } from './statechart.ts'
import { transitionTable } from './transitionTable.ts'

/** Absolute paths of what was written. */
export interface ReportFiles {
  readonly page: string
  readonly summary: string
  readonly junit: string
  readonly sarif: string
  readonly stories: string
  readonly duvet: string
}

/**
 * Writes the report. Each file appears whole, the page last.
 * @param out absolute path of the folder, made if it does not exist
 * @param place where the folder will be, if not there
 */
export async function writeReport(
  evidence: Evidence,
  preset: Preset,
  out: string,
  place = out,
): Promise<ReportFiles> {
  await mkdir(out, { recursive: true })
  const clauses = loadClauses()
  const toTree = relative(place, treeRoot).split(sep).join('/') || '.'
  const links = linksOf(evidence.summary, toTree, (id) => `#${id}`)
  const [fallbackProfile] = loadFallbackPreset().profiles
  const statecharts = [
    await statechartOf('L1 rollup', l1Rollup, preset.profiles[0]!, links),
    await statechartOf('fallback controller', fallbackController, fallbackProfile!, links),
  ]
  for (const { actor, profiles } of roles)
    statecharts.push(await statechartOf(actor.name.replaceAll('-', ' '), actor, profiles()[0]!, links))
  const files: ReportFiles = {
    page: join(out, 'index.html'),
    summary: join(out, 'summary.json'),
    junit: join(out, 'junit.xml'),
    sarif: join(out, 'lockstep.sarif'),
    stories: join(out, 'stories.md'),
    duvet: join(out, 'duvet.json'),
  }
  const summary = summarySchema.parse(evidence.summary)
  await write(files.summary, `${JSON.stringify(summary, null, 2)}\n`)
  await write(files.junit, junitXml(evidence))
  await write(files.sarif, `${JSON.stringify(sarifLog(evidence, clauses), null, 2)}\n`)
  await write(files.duvet, `${JSON.stringify(duvetReport(summary, clauses), null, 1)}\n`)
  await write(files.stories, storiesMarkdown(evidence.stories))
  await writeClausePages(evidence, clauses, join(out, 'clauses'), `../${toTree}`)
  await write(files.page, reportPage(evidence, { preset, clauses, statecharts, folder: shown(place), links }))
  return files
}

/** @param profile any of the actor's: the chart is the same in all */
async function statechartOf<T extends ActorTypes>(
  title: string,
  actor: Actor<T>,
  profile: T['profile'],
  links: Links,
): Promise<Statechart> {
  const tree = machineTree(machineOf(actor, profile), actor.refusals)
  return {
    title,
    svg: await statechartSvg(tree, `Statechart of the ${title}`),
    table: transitionTable(`Transitions of the ${title}`, tree, links),
  }
}

const css = ['page.css', 'clauses.css', 'clausePage.css'].map((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8'),
)

/** A page for each clause, in place of those of an earlier run. */
async function writeClausePages(
  { summary, stories }: Evidence,
  clauses: readonly Clause[],
  folder: string,
  toTree: string,
): Promise<void> {
  const links = linksOf(summary, toTree, (id) => `${id}.html`)
  const index = readIndex()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await write(join(folder, 'clause.css'), css.join('\n'))
  for (const evidence of summary.clauses) {
    const clause = clauses.find(({ id }) => id === evidence.id)
    if (clause === undefined) continue
    const page = clausePage({ clause, evidence, index, summary, stories, links })
    await write(join(folder, `${clause.id}.html`), page)
  }
}

/** From the working folder, if the report is in it. */
function shown(out: string): string {
  const inside = relative(process.cwd(), out)
  return inside.startsWith('..') ? out : inside || '.'
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(`${file}.partial`, text)
  await rename(`${file}.partial`, file)
}
