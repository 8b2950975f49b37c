import { canonicalText } from '../../model/core/codec.ts'
import type { Graph } from '../../model/core/explorer.ts'
import { eventOfText, stateOfText } from '../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { VectorStep } from './format.ts'

/** What vectors are counted by. */
export const coverageKinds = ['accepted', 'first', 'alone', 'changed'] as const
export type CoverageKind = (typeof coverageKinds)[number]

/**
 * What steps show, each once: `accepted` events; refusals of an event as the `first` of a set and `alone`; variables that
 * an event has `changed`.
 */
export class Coverage {
  readonly shown: Readonly<Record<CoverageKind, Set<string>>> = {
    accepted: new Set(),
    first: new Set(),
    alone: new Set(),
    changed: new Set(),
  }

  /** All that some instance of a graph shows. */
  static ofGraph(graph: Graph<L1RollupTypes>): Coverage {
    const coverage = new Coverage()
    const types = graph.events.map((text) => eventOfText(text).type)
    const states = graph.states.map((text) =>
      Object.entries(stateOfText(text)).map(([name, value]) => [name, canonicalText(value)] as const),
    )
    for (let at = 0; at < graph.states.length; at++)
      for (let instance = graph.firstInstance[at]!; instance < graph.firstInstance[at + 1]!; instance++) {
        const result = graph.outcome[instance]!
        const type = types[graph.event[instance]!]!
        if (result < 0) coverage.addRefused(type, graph.refusalSets[-1 - result]!)
        else {
          const after = states[result]!
          const changed = states[at]!.filter(([, value], index) => value !== after[index]![1])
          coverage.addAccepted(
            type,
            changed.map(([name]) => name),
          )
        }
      }
    return coverage
  }

  addStep(step: VectorStep): void {
    if ('refused' in step) this.addRefused(step.event.type, step.refused)
    else this.addAccepted(step.event.type, Object.keys(step.post))
  }

  /** What another one shows and this one does not, in words. */
  missing(all: Coverage): string[] {
    return coverageKinds.flatMap((kind) =>
      [...all.shown[kind]].filter((one) => !this.shown[kind].has(one)).map((one) => `${kind}: ${one}`),
    )
  }

  private addAccepted(type: string, changed: readonly string[]): void {
    this.shown.accepted.add(type)
    for (const name of changed) this.shown.changed.add(`${type} ${name}`)
  }

  private addRefused(type: string, refused: readonly string[]): void {
    this.shown.first.add(`${type} ${refused[0]}`)
    if (refused.length === 1) this.shown.alone.add(`${type} ${refused[0]}`)
  }
}
