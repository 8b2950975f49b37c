/** The graphs that a check has explored, for its later rungs: in files, because side processes read them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { ActorTypes } from '../../model/core/actor.ts'
import type { Graph } from '../../model/core/explorer.ts'

export class ExploredGraphs {
  readonly #files = new Map<string, string>()
  readonly #folder: string

  /** @param folder of this check alone; made when a graph is kept */
  constructor(folder = fileURLToPath(new URL(`../../build/graphs/${process.pid}`, import.meta.url))) {
    this.#folder = folder
  }

  /** @param profile the name of a profile, with the prefix of its actor */
  keep<T extends ActorTypes>(profile: string, graph: Graph<T>): void {
    const file = path.join(this.#folder, `${profile}.graph`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, serialize(graph))
    this.#files.set(profile, file)
  }

  /** The file of a graph, for `readKept`; undefined if nobody has explored the profile. */
  fileOf(profile: string): string | undefined {
    return this.#files.get(profile)
  }

  remove(): void {
    this.#files.clear()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export const readKept = <T extends ActorTypes>(file: string): Graph<T> => deserialize(readFileSync(file))
