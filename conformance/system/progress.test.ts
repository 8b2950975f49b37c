/** When faults stop, what is promised comes about; nodes that never do their part break a promise. */
import { describe, expect, test } from 'vitest'
import { type PromiseName, promises, recover } from '../../impl/system/progress.ts'
import { epochProfile, fourEpochs } from '../../impl/system/setups.ts'
import { generatedSteps, type Steps, systemOf } from '../../impl/system/system.ts'
import type { Role, RoleTypes, Setup } from '../../impl/system/vocabulary.ts'
import { everyNth } from '../../spec/tier.ts'

const FAULTY_CHOICES = 50
/** Eight epochs: a claim that is not proven and what it prunes, a session of fallback, and an epoch that is proven. */
const GOOD_SLOTS = 24
const HORIZON = 34
const SEEDS = 4

const setups = {
  'three provers, L1 reorganises': fourEpochs({ horizon: HORIZON, reorgDepth: 3 }),
  'a member that bids and need not prove': fourEpochs({ horizon: HORIZON, byzantine: ['m2'], reorgDepth: 2 }),
  'a committee that takes what it likes, or nothing': fourEpochs({
    horizon: HORIZON,
    byzantine: ['m2', 'm3', 'm4'],
    keepers: ['m1'],
  }),
  'more members than seats': fourEpochs({
    horizon: HORIZON,
    byzantine: ['m2'],
    profile: epochProfile({ validators: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] }),
  }),
} as const satisfies Record<string, Setup>

test.each(Object.entries(setups))('%s: when faults stop every promise is kept', (_name, setup) => {
  const system = systemOf(setup)
  for (let seed = 0; seed < SEEDS; seed++) {
    const { broken, violations } = recover(system, seed, FAULTY_CHOICES, GOOD_SLOTS)
    expect({ seed, broken, violations }).toEqual({ seed, broken: [], violations: [] })
  }
})

/** Nodes of which none ever takes an event of one kind. */
function never<Name extends Role>(role: Name, type: RoleTypes[Name]['event']['type']): Partial<Steps> {
  const generated = generatedSteps[role] as unknown as (member: string) => (...given: unknown[]) => unknown
  const step = (member: string) => (state: unknown, event: { type: string }, deployment: unknown) =>
    event.type === type
      ? { refusal: 'Never', clause: '', decisive: [] }
      : generated(member)(state, event, deployment)
  return { [role]: step } as unknown as Partial<Steps>
}

const honest = setups['three provers, L1 reorganises']
const censored = setups['a committee that takes what it likes, or nothing']

const idle: [string, Setup, PromiseName, Partial<Steps>][] = [
  ['FOLLOW-12: no keeper sets epochs up', honest, 'epochsAreSetUp', never('follower', 'setUp')],
  ['PROVE-1: no prover proves', honest, 'goesOn', never('prover', 'prove')],
  ['PROVE-4: no proof is handed in', honest, 'goesOn', never('prover', 'submitProof')],
  ['QUOTE-8: nobody quotes', honest, 'goesOn', never('prover', 'quote')],
  ['QUOTE-5: nobody claims', honest, 'goesOn', never('claimant', 'claim')],
  ['BUILD-17: nobody builds', honest, 'heldIsProven', never('proposer', 'build')],
  ['BUILD-22: nobody publishes', honest, 'goesOn', never('proposer', 'publish')],
  ['ATTEST-10: nobody attests', honest, 'goesOn', never('attester', 'receiveProposal')],
  ['FOLLOW-3: no body is applied', honest, 'isLevel', never('follower', 'fetched')],
  ['BASED-7: nobody builds alone', censored, 'forcedIsProven', never('fallbackProposer', 'build')],
  [
    'BASED-10: what is proven stays at home',
    censored,
    'forcedIsProven',
    never('fallbackProposer', 'submitBlock'),
  ],
]

describe('a part that nobody does breaks a promise', () => {
  test.each(everyNth(idle, 3))('%s', (_title, setup, promise, steps) => {
    const system = systemOf(setup, steps)
    const broken = Array.from(
      { length: SEEDS },
      (_, seed) => recover(system, seed, FAULTY_CHOICES, GOOD_SLOTS).broken,
    )
    expect(broken.flat()).toContain(promise)
    expect(Object.keys(promises)).toContain(promise)
  })
})
