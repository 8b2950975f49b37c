import { beforeAll, describe, expect, test } from 'vitest'
import { epochOf } from '../../../model/l1-rollup/rules/arithmetic.ts'
import { Scenario } from '../../../model/l1-rollup/scenario.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import type { EventType, State } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPointwise, type Profile } from '../../../spec/parameters.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { type Deployment, deployProfile } from '../../translation/deployment.ts'
import { casesOfStates } from './cases.ts'
import { runOneStep } from './run.ts'

/*
 * A whole story far from slot 0, event by event on the deployed bytecode: in each of its states every instance must give
 * the statechart's successor or its refusal. The next state of the story is one of these successors.
 */

const quoteOf = (proverAddress: string) => ({ proverAddress, bondAmount: '5', basisPointFee: 2_500 })
const profile: Profile = {
  ...loadPointwise('modelChecker').find(({ name }) => name === 'wide')!,
  name: 'far',
  horizon: 2 ** 40,
  tokens: { rollup: '1000', p1: '50', p2: '50' },
  deposits: { p1: '20', p2: '20' },
  quotes: [quoteOf('p1'), quoteOf('p2')],
}
const { slotsPerEpoch } = profile.parameters

let deployment: Deployment
beforeAll(async () => {
  deployment = await deployProfile(profile, namedBodies)
})

/** All states of the story. @param epoch its first */
function storyFrom(epoch: number): { states: Map<string, State>; told: Set<EventType> } {
  const states = new Map<string, State>()
  const told = new Set<EventType>()
  let now = Scenario.deployed(profile).having({ slot: epoch * slotsPerEpoch })
  const keep = (next: Scenario): void => {
    now = next
    states.set(stateText(now.state), now.state)
  }
  const at = (later: number, offset: number) => keep(now.at((epoch + later) * slotsPerEpoch + offset))
  const after = (...types: EventType[]): void => {
    for (const type of types) {
      const event = now.event(type)
      told.add(event.type)
      keep(now.after(event))
    }
  }
  at(0, 0)
  after('setupEpoch', 'addValidator', 'deposit', 'propose')
  at(0, 3)
  after('propose', 'startWithdrawal')
  at(1, 0)
  after('claimEpochProofRight', 'setupEpoch', 'removeValidator')
  at(1, 1)
  after('propose')
  at(1, 3)
  after('submitEpochProof', 'collectReward')
  at(2, 1)
  after('claimEpochProofRight', 'propose')
  at(2, 2)
  // The withdrawal that began in offset 3 of the first epoch can be executed from here on.
  after('executeWithdrawal')
  at(2, 3)
  at(3, 0)
  after('prune', 'collectSlashed', 'propose', 'setupEpoch')
  at(4, 1)
  at(4, 2)
  return { states, told }
}

const epochAt = (slot: number): number => epochOf({ slot, slotsPerEpoch })
/** The contracts store slots in 32 bits, and the two greatest stand for something else. */
const last = epochAt(2 ** 32 - 3)
describe.each([
  ['slot 70,000', epochAt(70_000)],
  ['an epoch below 2^8 to one beyond', 2 ** 8 - 2],
  ['a slot below 2^16 to one beyond', epochAt(2 ** 16) - 2],
  ['an epoch below 2^16 to one beyond', 2 ** 16 - 2],
  ['a slot below 2^31 to one beyond', epochAt(2 ** 31) - 2],
  ['the epochs up to the last slot but few', last - 5],
])('from %s', (_, epoch) => {
  test('every instance in every state is answered as the statechart answers', async () => {
    const { states, told } = storyFrom(epoch)
    const result = await runOneStep(deployment, casesOfStates(profile, states))
    expect(result.mismatches).toEqual([])
    expect(result.states).toBe(states.size)
    expect(told.size).toBe(12)
    for (const count of [result.enabled, result.disabled]) expect(count).toBeGreaterThan(states.size)
  })
})
