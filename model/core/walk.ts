import type { Parameters, Profile } from '../../spec/parameters.ts'
import { initialState } from '../l1-rollup/initial.ts'
import { eventInstances } from '../l1-rollup/instances.ts'
import { deploymentOf } from '../l1-rollup/l1-rollup.machine.ts'
import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import type { Event, EventType, State } from '../l1-rollup/vocabulary.ts'
import { keccakWords, randaoValue } from '../shared/hash.ts'
import type { SlotOffset } from '../shared/units.ts'
import { createFlatEngine } from './engine.ts'
import { eventTypes } from './reading.ts'
import { createRollup } from './refusal.ts'

/** A step of a walk: an accepted event and the state after it. */
export type Step = { event: Event; state: State }

/** How often an event is drawn against the others that are enabled: in a slot where a rule changes, and elsewhere. */
type Weight = { atBoundary: number; elsewhere: number }

const DEFAULT_WEIGHT: Weight = { atBoundary: 2, elsewhere: 1 }
/** Between the boundaries time passes quickly. */
const weights: Partial<Record<EventType, Weight>> = {
  advanceSlot: { atBoundary: 6, elsewhere: 24 },
  propose: { atBoundary: 12, elsewhere: 4 },
  claimEpochProofRight: { atBoundary: 12, elsewhere: 1 },
  submitEpochProof: { atBoundary: 12, elsewhere: 1 },
}

/** What waits in an epoch, and for which offsets: else every epoch would be claimed and proven at once. */
const patient: Partial<Record<EventType, (p: Parameters) => SlotOffset[]>> = {
  claimEpochProofRight: (p) => [0, p.claimWindowSlots - 1, p.claimWindowSlots - 1, p.slotsPerEpoch],
  submitEpochProof: (p) => [0, p.claimWindowSlots - 1, p.slotsPerEpoch - 1, p.slotsPerEpoch],
  prune: (p) => [0, p.claimWindowSlots, p.slotsPerEpoch],
}

/**
 * A random walk through a profile: the same seed gives the same walk. It prefers to act in the slots around which the
 * rules change: the first of an epoch, the last of the claim window and the one after it, the last of an epoch.
 * @param length steps at most; the walk ends before when nothing is enabled
 */
export function* walk(profile: Profile, { seed, length }: { seed: number; length: number }): Generator<Step> {
  const rollup = createRollup(profile)
  const deployment = deploymentOf(profile)
  const engine = createFlatEngine(rollup.machine, rollup.reading)
  let state = initialState(profile)
  for (let index = 0; index < length; index++) {
    const waiting = eventTypes.filter((type) => waits(seed, type, state, profile))
    const enabled = eventInstances(state, profile, deployment).filter(
      (event) => !waiting.includes(event.type) && rollup.failing(state, event).length === 0,
    )
    if (enabled.length === 0) return
    const types = [...new Set(enabled.map(({ type }) => type))]
    const type = weighted(types, isBoundary(state, profile), drawn(seed, index, 'type'))
    const instances = enabled.filter((event) => event.type === type)
    const event = instances[Number(drawn(seed, index, 'instance') % BigInt(instances.length))]!
    state = engine.next(state, event)!
    yield { event, state }
  }
}

/** Whether an event still waits in this slot: in each epoch it waits for one of its offsets, the last being never. */
function waits(seed: number, type: EventType, { slot }: State, { parameters }: Profile): boolean {
  const starts = patient[type]?.(parameters)
  if (!starts) return false
  const { slotsPerEpoch } = parameters
  const word = drawn(seed, epochOf({ slot, slotsPerEpoch }), type)
  return offsetOf({ slot, slotsPerEpoch }) < starts[Number(word % BigInt(starts.length))]!
}

/** Whether some rule answers differently in this slot than in the one before it or after it. */
export function isBoundary({ slot }: State, { parameters }: Profile): boolean {
  const { slotsPerEpoch, claimWindowSlots } = parameters
  const offset = offsetOf({ slot, slotsPerEpoch })
  return [0, claimWindowSlots - 1, claimWindowSlots, slotsPerEpoch - 1].includes(offset)
}

function weighted(types: readonly EventType[], atBoundary: boolean, word: bigint): EventType {
  const weightOf = (type: EventType) =>
    (weights[type] ?? DEFAULT_WEIGHT)[atBoundary ? 'atBoundary' : 'elsewhere']
  let rest = Number(word % BigInt(types.reduce((sum, type) => sum + weightOf(type), 0)))
  return types.find((type) => {
    rest -= weightOf(type)
    return rest < 0
  })!
}

/** A word that follows from the seed, a counter and what it is for. */
function drawn(seed: number, counter: number, purpose: string): bigint {
  return keccakWords(BigInt(seed), BigInt(counter), randaoValue(purpose))
}
