import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Choice } from './choice.ts'
import { deploymentsOf } from './seats.ts'
import type { EventOf } from './stepper.ts'
import { listFor } from './straight.ts'
import type { RoleSteps, System } from './system.ts'
import type { Role, World } from './vocabulary.ts'

/** A choice that is an event of one role of one node. */
export type Local = Extract<
  Choice,
  {
    readonly do:
      | 'submit'
      | 'leave'
      | 'setUp'
      | 'build'
      | 'publish'
      | 'quote'
      | 'claim'
      | 'gather'
      | 'prove'
      | 'submitProof'
      | 'deposit'
      | 'startWithdrawal'
      | 'executeWithdrawal'
      | 'buildAlone'
      | 'submitBlock'
      | 'giveUp'
  }
>
/** An event, and whose it is. */
export type RoleEvent = {
  [Name in Role]: { readonly role: Name; readonly event: EventOf<Name> }
}[Role]

/** The event that a choice is. */
export function eventOf(choice: Local): RoleEvent {
  switch (choice.do) {
    case 'submit': {
      const { transaction, proof, to } = choice
      return {
        role: 'pool',
        event: { type: 'receiveTransaction', form: 'fits', transaction, proof, from: to },
      }
    }
    case 'leave':
      return { role: 'pool', event: { type: 'leave', from: choice.from } }
    case 'setUp':
      return { role: 'follower', event: { type: 'setUp' } }
    case 'build':
    case 'buildAlone': {
      const { transactions, forced } = choice
      const event = { type: 'build' as const, transactions: [...transactions], forced }
      return { role: choice.do === 'build' ? 'proposer' : 'fallbackProposer', event }
    }
    case 'publish':
      return { role: 'proposer', event: { type: 'publish' } }
    case 'claim':
      return { role: 'claimant', event: { type: 'claim' } }
    case 'quote': {
      const { validUntilSlot, bond, fee } = choice
      return { role: 'prover', event: { type: 'quote', validUntilSlot, bond, fee } }
    }
    case 'deposit':
    case 'startWithdrawal':
      return { role: 'prover', event: { type: choice.do, amount: choice.amount } }
    case 'gather':
    case 'prove':
    case 'submitProof':
    case 'executeWithdrawal':
      return { role: 'prover', event: { type: choice.do } }
    case 'submitBlock':
    case 'giveUp':
      return { role: 'fallbackProposer', event: { type: choice.do } }
  }
}

/** Whether the role would take the event of a choice now. */
export function isTaken(system: System, world: World, choice: Local): boolean {
  const { node } = choice
  const { role, event } = eventOf(choice)
  const { read, ...states } = world.nodes[node]!
  const steps: RoleSteps = system.steps
  const step = steps[role](node) as (...given: unknown[]) => object
  return !('refusal' in step(states[role], event, deploymentsOf(system, read.l1, node)[role]))
}

type Duty = (system: System, world: World, node: string) => Local | undefined

/** Those by which the chain goes on: keepers set epochs up, and proposers build and publish. */
export const blockDuties: readonly Duty[] = [
  ({ setup }, _world, node) => (setup.keepers.includes(node) ? { do: 'setUp', node } : undefined),
  (_system, world, node) => {
    const { view, held } = world.nodes[node]!.proposer
    return { do: 'build', node, ...listFor(view, held) }
  },
  (_system, _world, node) => ({ do: 'publish', node }),
]

/**
 * What a node may begin by itself, in the order in which it tries: each is told from the world as it is then, and is
 * refused where it is not the time for it. Provers alone quote and prove, keepers alone set epochs up.
 */
export const duties: readonly Duty[] = [
  ...blockDuties,
  ofProvers((_system, _world, node) => ({ do: 'gather', node })),
  ofProvers((system, world, node) => ({ do: 'quote', node, ...termsFor(system, world, node) })),
  (_system, _world, node) => ({ do: 'claim', node }),
  ofProvers((_system, _world, node) => ({ do: 'prove', node })),
  ofProvers((_system, _world, node) => ({ do: 'submitProof', node })),
  (_system, world, node) => {
    const { view, held } = world.nodes[node]!.fallbackProposer
    return { do: 'buildAlone', node, ...listFor(view, held) }
  },
  (_system, _world, node) => ({ do: 'submitBlock', node }),
]

function ofProvers(duty: (system: System, world: World, node: string) => Local) {
  return (system: System, world: World, node: string): Local | undefined =>
    system.setup.profile.provers.includes(node) ? duty(system, world, node) : undefined
}

/** What a prover offers: the least bond, until the claim window ends, for a fee that tells provers apart. */
export function termsFor(
  { setup: { profile } }: System,
  world: World,
  node: string,
): { validUntilSlot: number; bond: string; fee: number } {
  const { slotsPerEpoch, claimWindowSlots, minimumBondWei } = profile.parameters
  const { slot } = world.nodes[node]!.prover
  const first = epochOf({ slot, slotsPerEpoch }) * slotsPerEpoch
  const fee = 5_000 + profile.provers.indexOf(node)
  return { validUntilSlot: first + claimWindowSlots - 1, bond: minimumBondWei, fee }
}
