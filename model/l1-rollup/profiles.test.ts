import { beforeAll, describe, expect, test } from 'vitest'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { explore, type Graph } from '../core/explorer.ts'
import { interactionsOf } from '../core/interactions.ts'
import { l1Rollup } from './actor.ts'
import { refusals } from './refusals.ts'
import type { L1RollupTypes } from './types.ts'
import { type Event, eventSchema, type State } from './vocabulary.ts'

const { profiles } = loadPreset('tiny')
/** Checks that refuse under the other reading only, as PROOF-10, are looked for in profiles of that. */
const otherReading = loadPreset('tiny', { proofSubmission: 'claimedProver' }).profiles.filter(({ name }) =>
  ['provers', 'challenged', 'interrupted', 'sequencer'].includes(name),
)
const closed = otherReading.find(({ name }) => name === 'provers')!
/** Explored once, for all that is asked of them. */
const explored = new Map<Profile, Graph<L1RollupTypes>>()
const graphOf = (profile: Profile): Graph<L1RollupTypes> => {
  const graph = explored.get(profile) ?? explore(l1Rollup, profile, { engine: 'flat' })
  explored.set(profile, graph)
  return graph
}
const graphs = new Map<string, Graph<L1RollupTypes>>()
beforeAll(() => {
  for (const profile of profiles) graphs.set(profile.name, graphOf(profile))
})

/** Calls back for every instance of every state of every profile, and of the other reading. */
function eachInstance(
  visit: (graph: Graph<L1RollupTypes>, instance: number, type: string, refused: readonly string[]) => void,
) {
  for (const graph of [...graphs.values(), graphOf(closed)]) {
    const types = graph.events.map((text) => (JSON.parse(text) as Event).type)
    graph.outcome.forEach((outcome, instance) => {
      const refused = outcome < 0 ? graph.refusalSets[-1 - outcome]! : []
      visit(graph, instance, types[graph.event[instance]!]!, refused)
    })
  }
}

/** Checks that never fail alone in any state, and why they cannot. */
const neverAlone: Record<string, string> = {
  'claimEpochProofRight ClaimWindowClosed':
    'once the window is closed, an unclaimed chain is pruned (PRUNE-1, NothingToClaim) and any other is claimed',
  'claimEpochProofRight CommitteeEmpty':
    'nobody is the proposer of an empty committee, and any other committee is not the one in force',
  'propose CommitteeEmpty':
    'nobody is the proposer of an empty committee, and any other committee is not the one in force',
  'challenge NotStarted': 'before genesis there is no block to challenge (NothingToChallenge)',
  'challenge NothingToChallenge': 'a block that is not there has no false attestation (ChallengeUnfounded)',
  'claimEpochProofRight NotStarted': 'before genesis there is no block to claim (NothingToClaim)',
  'claimEpochProofRight FallbackActive':
    'in fallback nothing is pending that could be claimed (NothingToClaim)',
  'proposeWithProof NotStarted':
    'before genesis nothing is counted, and fallback never comes (FallbackNotActive)',
  'submitEpochProof NotStarted': 'before genesis there is no block to prove (NothingToProve)',
  'prune NotStarted': 'before genesis there is no block to drop (NothingToPrune)',
  'executeWithdrawal NotStarted': 'before genesis no withdrawal can start (NoWithdrawal)',
}

describe('preset tiny', () => {
  test('has between 100,000 and 200,000 states, and 1,000,000 to 2,400,000 event instances', () => {
    const states = [...graphs.values()].reduce((sum, graph) => sum + graph.states.length, 0)
    const instances = [...graphs.values()].reduce((sum, graph) => sum + graph.event.length, 0)
    expect(states).toBeGreaterThanOrEqual(100_000)
    expect(states).toBeLessThanOrEqual(200_000)
    expect(instances).toBeGreaterThanOrEqual(1_000_000)
    expect(instances).toBeLessThanOrEqual(2_400_000)
  })

  /**
   * A prune takes an epoch of its own, and of the committee's: where fallback comes it has not as many. The third is due
   * when the third window for claims has closed.
   */
  const hasThreeEpochs = ({ horizon, parameters }: Profile) =>
    horizon >= 3 * parameters.slotsPerEpoch + parameters.claimWindowSlots
  const hasFallback = ({ parameters }: Profile) => parameters.fallbackEnterSlots > 0
  const long = profiles.filter((it) => hasThreeEpochs(it) && !hasFallback(it)).map(({ name }) => name)

  test.each(long)('PRUNE-4: %s goes past three prunes in one run', (name) => {
    const graph = graphs.get(name)!
    const pending = graph.states.map((text) => (JSON.parse(text) as State).pending.map(({ slot }) => slot))
    const most = new Uint8Array(graph.states.length)
    const queue = [0]
    // Blocks that are neither pending nor proven after a step were pruned in it.
    const prunes = (from: number, to: number, type: string) =>
      type !== 'submitEpochProof' && pending[from]!.some((slot) => !pending[to]!.includes(slot))
    for (let state = queue.shift(); state !== undefined; state = queue.shift())
      for (let at = graph.firstInstance[state]!; at < graph.firstInstance[state + 1]!; at++) {
        const to = graph.outcome[at]!
        if (to < 0) continue
        const { type } = JSON.parse(graph.events[graph.event[at]!]!) as Event
        const count = Math.min(3, most[state]! + (prunes(state, to, type) ? 1 : 0))
        if (to !== 0 && (graph.foundBy[to] === at || count > most[to]!)) {
          most[to] = Math.max(most[to]!, count)
          queue.push(to)
        }
      }
    expect(Math.max(...most)).toBe(3)
  })

  test('every refusal and every event occurs, and every event is accepted somewhere', () => {
    const occurring = new Set<string>()
    const accepted = new Set<string>()
    eachInstance((_graph, _instance, type, refused) => {
      for (const refusal of refused) occurring.add(refusal)
      if (refused.length === 0) accepted.add(type)
    })
    const all = new Set(Object.values(refusals).map(({ refusal }) => refusal))
    expect([...occurring].sort()).toEqual([...all].sort())
    expect([...accepted].sort()).toEqual(eventSchema.options.map((it) => it.shape.type.value).sort())
  })

  test('every check fails alone somewhere, but for those that cannot', () => {
    const occurring = new Set<string>()
    const alone = new Set<string>()
    eachInstance((_graph, _instance, type, refused) => {
      for (const refusal of refused) occurring.add(`${type} ${refusal}`)
      if (refused.length === 1) alone.add(`${type} ${refused[0]}`)
    })
    expect([...occurring].filter((it) => !alone.has(it)).sort()).toEqual(Object.keys(neverAlone).sort())
  })
})

/** Time is about everything. */
const everywhere = ['slot']

describe('for every event that writes what a check depends on', () => {
  test('some profile reaches the check after it, passing and failing', () => {
    const interactions = interactionsOf(l1Rollup, [...profiles, ...otherReading], everywhere, graphOf)
    const unseen = interactions.flatMap(({ writer, reader, check, variables, passed, failed }) => {
      const sides = [...(passed ? [] : ['passing']), ...(failed ? [] : ['failing'])]
      return sides.length === 0
        ? []
        : [
            `${writer} writes ${variables.join(', ')}: ${check} of ${reader} is never ${sides.join(' nor ')} after it`,
          ]
    })
    expect(unseen).toEqual([])
    expect(interactions.length).toBeGreaterThan(90)
  })

  test('what no profile shows is found', () => {
    const [forks] = profiles.filter(({ name }) => name === 'forks')
    const interactions = interactionsOf(l1Rollup, [{ ...forks!, horizon: 3 }], everywhere)
    const claimed = interactions.filter(
      ({ writer, check }) => writer === 'claimEpochProofRight' && check === 'noClaimIsLive',
    )
    expect(claimed.map(({ variables }) => variables)).toEqual([['claim']])
    // A claim can only be made in the first slot of an epoch, and this graph ends in the second epoch.
    expect(claimed[0]).toMatchObject({ passed: undefined, failed: 'forks' })
  })
})
