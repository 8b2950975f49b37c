import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Exploration } from '../../model/core/explorer.ts'
import type { Profile } from '../../spec/parameters.ts'
import { statechartGraph, withProbes } from '../rungs/graph-parity/bijection.ts'
import { compareGraphs } from '../rungs/graph-parity/compare.ts'
import { comparePairs } from '../rungs/graph-parity/pointwise.ts'
import { describeDifference, describePair, type Finding } from './finding.ts'
import { type Mutant, mutated } from './mutant.ts'
import {
  inOrder,
  mutantsFolder,
  referenceModelGraph,
  repositoryRoot,
  shortProfiles,
  variantProfiles,
} from './reference.ts'
import { ruleProblems } from './ruleProblems.ts'
import { referencePairs } from './tlaSide.ts'
import type { Answer } from './vectorSide.ts'

type ExplorerModule = typeof import('../../model/core/explorer.ts')
type DeployedModule = typeof import('../../model/core/deployed.ts')
type ActorModule = typeof import('../../model/l1-rollup/actor.ts')
type EngineModule = typeof import('../../model/core/engine.ts')
type RefusalsModule = typeof import('../../model/l1-rollup/refusals.ts')
type TextsModule = typeof import('../../model/l1-rollup/texts.ts')
type GenerateModule = typeof import('../../impl/generate/generate.ts')

/** Profiles for a mistake in the statechart, the most promising first. */
export const statechartProfiles = (mutant: Mutant): Profile[] =>
  inOrder(mutant, [...shortProfiles, ...variantProfiles])

/** A copy of the model with the mistake in it, from which modules are loaded. */
export class MutatedModel {
  private constructor(
    private readonly folder: string,
    private readonly mutant: Mutant,
  ) {}

  static create(mutant: Mutant, number: number): MutatedModel {
    const folder = path.join(mutantsFolder, `model-${process.pid}-${number}`)
    for (const part of ['model', 'spec', 'impl/generate'])
      cpSync(path.join(repositoryRoot, part), path.join(folder, part), { recursive: true })
    const file = path.join(folder, mutant.file)
    writeFileSync(file, mutated(mutant, readFileSync(file, 'utf8')))
    return new MutatedModel(folder, mutant)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** What the type checker or the generator refuses before anything is explored. */
  async refusal(): Promise<Finding | undefined> {
    if (!/^model\/[\w-]+\/rules\//.test(this.mutant.file)) return undefined
    return ruleProblems(this.mutant.file, readFileSync(path.join(this.folder, this.mutant.file), 'utf8'))
  }

  /** Rung 2 on one profile, against the graph of TLC. */
  async tryOn(profile: Profile): Promise<Finding | undefined> {
    const { explore } = await this.load<ExplorerModule>('model/core/explorer.ts')
    const { deploy } = await this.load<DeployedModule>('model/core/deployed.ts')
    const { l1Rollup } = await this.load<ActorModule>('model/l1-rollup/actor.ts')
    const reference = await referenceModelGraph(profile)
    const options: Exploration = {
      engine: 'flat',
      progress: (known) => {
        if (known > reference.states.length) throw new MoreStates(known)
      },
    }
    try {
      const graph = statechartGraph(explore(l1Rollup, profile, options))
      const probed = withProbes(graph, deploy(l1Rollup, profile), reference)
      const [difference] = compareGraphs(reference, probed, 1).differences
      return difference && { caughtBy: 'rung 2', detail: describeDifference(difference) }
    } catch (error) {
      // The exploration has checks of its own: that the machine can be read, as the generator must, and that it agrees
      // with its checks.
      const { name, message } = error as Error
      const caughtBy = name === 'UnreadableMachine' ? 'generator' : 'rung 2'
      return { caughtBy, detail: `${name}: ${message.split(' in {')[0]!.slice(0, 160)}` }
    }
  }

  /** Rung 2 on drawn pairs of a profile, reachable or not, against the answers of TLC. */
  async tryPairs(profile: Profile): Promise<Finding | undefined> {
    const { l1Rollup } = await this.load<ActorModule>('model/l1-rollup/actor.ts')
    const { smallest } = await comparePairs({ actor: l1Rollup }, await referencePairs(profile))
    return smallest && { caughtBy: 'rung 2', detail: describePair(smallest) }
  }

  /** What the statechart with the mistake answers to single events of a profile. */
  async answering(): Promise<(profile: Profile) => Answer> {
    const { deploy } = await this.load<DeployedModule>('model/core/deployed.ts')
    const { createFlatEngine } = await this.load<EngineModule>('model/core/engine.ts')
    const { l1Rollup } = await this.load<ActorModule>('model/l1-rollup/actor.ts')
    const { refusals } = await this.load<RefusalsModule>('model/l1-rollup/refusals.ts')
    const { eventOfText, stateOfText, stateText } = await this.load<TextsModule>('model/l1-rollup/texts.ts')
    return (profile) => {
      const deployed = deploy(l1Rollup, profile)
      const engine = createFlatEngine(l1Rollup, deployed.machine, deployed.reading)
      return (state, event) => {
        const [here, happens] = [stateOfText(state), eventOfText(event)]
        const failing = deployed.failing(here, happens)
        if (failing.length > 0) return failing.map((check) => refusals[check].refusal)
        return stateText(engine.next(here, happens)!.state)
      }
    }
  }

  /** The contracts that are generated from the mistake. */
  async generatedContracts(): Promise<ReadonlyMap<string, string>> {
    const { GENERATED_CONTRACTS, generate } = await this.load<GenerateModule>('impl/generate/generate.ts')
    return new Map([...generate()].map(([name, text]) => [`${GENERATED_CONTRACTS}/${name}`, text]))
  }

  private load<Module>(file: string): Promise<Module> {
    return import(pathToFileURL(path.join(this.folder, file)).href) as Promise<Module>
  }
}

/** More states than TLC found: one of them is a difference, and there may be no end to them. */
class MoreStates extends Error {
  override name = 'MoreStates'
  constructor(known: number) {
    super(`${known} states are more than TLC found`)
  }
}
