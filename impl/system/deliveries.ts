import type { Effect as AttesterEffect } from '../../model/attester/vocabulary.ts'
import type { Effect as ProposerEffect } from '../../model/proposer/vocabulary.ts'
import type { System } from './system.ts'
import type { Delivery, Message, Outgoing, Role } from './vocabulary.ts'

/** Where messages to L1 go. */
export const L1 = 'l1'

/**
 * What becomes of an effect: a message to everybody whom it concerns. Byzantine members get none, because they are taken to
 * see everything at once.
 * @param from the node, in one of its roles
 */
export function outgoingOf(
  from: string,
  role: Role,
  effect: AttesterEffect | ProposerEffect,
  system: System,
): Outgoing {
  const { id, expiresSlot } = effect
  const made = (receivers: readonly string[], message: Message): Outgoing => ({
    id: effect.kind === 'execute' ? `${id} ${role}` : id,
    expiresSlot,
    deliveries: receivers.map((to) =>
      delivery(`${id} ${role} ${from}>${to}`, from, to, message, expiresSlot),
    ),
  })
  const honest = (members: readonly string[]) => members.filter((name) => system.honest.includes(name))
  switch (effect.kind) {
    case 'execute':
      return made([from], { kind: 'result', role, execution: effect.body })
    case 'request':
      return made(
        system.honest.filter((name) => name !== from),
        { kind: 'request', transaction: effect.body.transaction },
      )
    case 'submit':
      return made([L1], { kind: 'block', ...effect.body })
    case 'send': {
      const proposal = effect.body
      return role === 'proposer'
        ? made(honest(system.committees[expiresSlot]!), { kind: 'proposal', form: 'fits', proposal })
        : made(honest([system.proposers[expiresSlot]!]), { kind: 'attestation', form: 'fits', proposal })
    }
  }
}

/** An answer to a request. */
export const answerTo = ({ from, to, expiresSlot }: Delivery, transaction: string): Delivery =>
  delivery(
    `transaction/${transaction} ${to}>${from}`,
    to,
    from,
    { kind: 'transaction', transaction, valid: true },
    expiresSlot,
  )

const delivery = (
  key: string,
  from: string,
  to: string,
  message: Message,
  expiresSlot: number,
): Delivery => ({ key, from, to, message, expiresSlot })
