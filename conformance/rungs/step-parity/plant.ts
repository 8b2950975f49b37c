import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { treeRoot } from '../../clauses/clauseIndex.ts'
import type { GeneratedStep } from './compare.ts'

/** Steps that are generated for a test alone. They stand in the tree, so that their imports lead somewhere. */
export class PlantedSteps {
  /** Where they stand, a path from the root of the tree. */
  readonly folder: string
  #count = 0
  constructor() {
    const build = path.join(treeRoot, 'build')
    mkdirSync(build, { recursive: true })
    this.folder = path.relative(treeRoot, mkdtempSync(path.join(build, 'steps-')))
  }
  /** Writes a step and loads it. */
  async load<T extends ActorTypes>(source: string): Promise<GeneratedStep<T>> {
    const file = path.join(treeRoot, this.folder, `${this.#count++}.step.ts`)
    writeFileSync(file, source)
    return (await import(pathToFileURL(file).href)) as GeneratedStep<T>
  }
  remove(): void {
    rmSync(path.join(treeRoot, this.folder), { recursive: true })
  }
}
