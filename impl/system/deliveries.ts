import type { System } from './system.ts'
import type { Message, Outgoing, Role, RoleTypes } from './vocabulary.ts'

/** Where messages to L1 go. */
export const L1 = 'l1'

type EffectOf<Name extends Role, Kind extends string> = Extract<RoleTypes[Name]['effect'], { kind: Kind }>
/** What is asked of an effect. */
interface Named {
  readonly id: string
  readonly expiresSlot: number
}

/** What an effect becomes: a message to everybody whom it concerns. */
function made(from: string, role: Role, { id, expiresSlot }: Named, to: readonly string[], message: Message) {
  const toOf = (receiver: string) => ({
    ...{ key: `${id} ${role} ${from}>${receiver}`, from, to: receiver, message },
    expiresSlot,
  })
  return { id, expiresSlot, deliveries: to.map(toOf) }
}

/** Carried out by its one message: what that leads to, be it a refusal, is the result. */
function carriedOut(outgoing: Outgoing, id = outgoing.id): Outgoing {
  return { ...outgoing, id, deliveries: outgoing.deliveries.map((one) => ({ ...one, carriesOut: id })) }
}

/** What a node carries out itself. Two roles may execute the same. */
const ownWork = (name: string, role: Role, effect: Named, message: Message): Outgoing =>
  carriedOut(made(name, role, effect, [name], message), `${effect.id} ${role}`)

export const execution = (
  name: string,
  role: 'attester' | 'proposer',
  effect: EffectOf<typeof role, 'execute'>,
): Outgoing => ownWork(name, role, effect, { kind: 'executed', role, execution: effect.body })

export const verification = (name: string, effect: EffectOf<'pool', 'verify'>): Outgoing =>
  ownWork(name, 'pool', effect, { kind: 'verified', copy: effect.body })

/** Bodies can be had: whoever gets none is one whose message was lost. */
export const fetched = (name: string, effect: EffectOf<'follower', 'fetch'>): Outgoing =>
  ownWork(name, 'follower', effect, { kind: 'body', header: effect.body, body: effect.body.body })

/** Byzantine members get nothing, because they are taken to see everything at once. */
const honestOf = ({ honest }: System, members: readonly string[]): string[] =>
  members.filter((name) => honest.includes(name))

const peersOf = ({ honest }: System, self: string): string[] => honest.filter((name) => name !== self)

export const proposalTo = (system: System, name: string, effect: EffectOf<'proposer', 'send'>): Outgoing => {
  const to = honestOf(system, system.committees[effect.expiresSlot]!)
  return made(name, 'proposer', effect, to, { kind: 'proposal', form: 'fits', proposal: effect.body })
}

export const attestationTo = (
  system: System,
  name: string,
  effect: EffectOf<'attester', 'send'>,
): Outgoing => {
  const to = honestOf(system, [system.proposers[effect.expiresSlot]!])
  return made(name, 'attester', effect, to, { kind: 'attestation', form: 'fits', proposal: effect.body })
}

/** MESSAGE-10. What is held has the right proof. */
export function transactionTo(system: System, name: string, effect: EffectOf<'pool', 'send'>): Outgoing {
  const { transaction, to } = effect.body
  const receivers = to === 'all' ? peersOf(system, name) : honestOf(system, [to])
  const message = { kind: 'transaction', form: 'fits', transaction, proof: 'right' } as const
  return made(name, 'pool', effect, receivers, message)
}

/** MESSAGE-10, TX-17. */
export function requestTo(system: System, name: string, effect: EffectOf<'pool', 'send'>): Outgoing {
  const { transaction } = effect.body
  const message = { kind: 'request', form: 'fits', transaction, slot: effect.expiresSlot } as const
  return made(name, 'pool', effect, peersOf(system, name), message)
}

export const blockTo = (name: string, effect: EffectOf<'proposer', 'submit'>): Outgoing =>
  carriedOut(made(name, 'proposer', effect, [L1], { kind: 'block', ...effect.body }))

export const setUpTo = (name: string, effect: EffectOf<'follower', 'submit'>): Outgoing =>
  carriedOut(made(name, 'follower', effect, [L1], { kind: 'setUp', ...effect.body }))
