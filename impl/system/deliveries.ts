import type { System } from './system.ts'
import type { ExecutingRole, Message, Outgoing, Role, RoleTypes } from './vocabulary.ts'

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
    key: `${id} ${role} ${from}>${receiver}`,
    from,
    to: receiver,
    message,
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
  role: ExecutingRole,
  effect: EffectOf<typeof role, 'execute'>,
): Outgoing => ownWork(name, role, effect, { kind: 'executed', role, execution: effect.body })

export const verification = (name: string, effect: EffectOf<'pool', 'verify'>): Outgoing =>
  ownWork(name, 'pool', effect, { kind: 'verified', copy: effect.body })

/** Bodies can be had: whoever gets none is one whose message was lost. */
export const fetched = (name: string, effect: EffectOf<'follower', 'fetch'>): Outgoing =>
  ownWork(name, 'follower', effect, { kind: 'body', header: effect.body, body: effect.body.body })

export const proofOfEpoch = (name: string, effect: EffectOf<'prover', 'prove'>): Outgoing => {
  const { epoch, tip } = effect.body
  return ownWork(name, 'prover', effect, { kind: 'proved', target: { epoch, tip } })
}

export const proofOfBlock = (name: string, effect: EffectOf<'fallbackProposer', 'prove'>): Outgoing =>
  ownWork(name, 'fallbackProposer', effect, { kind: 'blockProved', block: effect.body })

/** Byzantine members get nothing, because they are taken to see everything at once. */
const honestOf = ({ honest }: System, members: readonly string[]): string[] =>
  members.filter((name) => honest.includes(name))

const peersOf = ({ honest }: System, self: string): string[] => honest.filter((name) => name !== self)

/** @param committee of its slot, as its sender knows it */
export const proposalTo = (
  system: System,
  name: string,
  committee: readonly string[],
  effect: EffectOf<'proposer', 'send'>,
): Outgoing => {
  const to = honestOf(system, committee)
  return made(name, 'proposer', effect, to, { kind: 'proposal', form: 'fits', proposal: effect.body })
}

/** @param proposer of its slot, as its sender knows it */
export const attestationTo = (
  system: System,
  name: string,
  proposer: string,
  effect: EffectOf<'attester', 'send'>,
): Outgoing => {
  const to = honestOf(system, [proposer])
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

/** MESSAGE-10: to every claimant, its own node included. */
export const quoteTo = (system: System, name: string, effect: EffectOf<'prover', 'send'>): Outgoing =>
  made(name, 'prover', effect, system.honest, { kind: 'quote', form: 'fits', quote: effect.body })

const toL1 = (name: string, role: Role, effect: Named, message: Message): Outgoing =>
  carriedOut(made(name, role, effect, [L1], message))

export const blockTo = (name: string, effect: EffectOf<'proposer', 'submit'>): Outgoing =>
  toL1(name, 'proposer', effect, { kind: 'block', ...effect.body })

export const setUpTo = (name: string, effect: EffectOf<'follower', 'submit'>): Outgoing =>
  toL1(name, 'follower', effect, { kind: 'setUp', ...effect.body })

export const claimTo = (name: string, effect: EffectOf<'claimant', 'submit'>): Outgoing =>
  toL1(name, 'claimant', effect, { kind: 'claim', ...effect.body })

export const callTo = (name: string, effect: EffectOf<'prover', 'submit'>): Outgoing =>
  toL1(name, 'prover', effect, { kind: 'call', call: effect.body })

export const basedTo = (name: string, effect: EffectOf<'fallbackProposer', 'submit'>): Outgoing =>
  toL1(name, 'fallbackProposer', effect, { kind: 'based', ...effect.body })
