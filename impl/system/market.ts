import { blockText } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
import { basedTo, callTo, claimTo, execution, proofOfBlock, proofOfEpoch, quoteTo } from './deliveries.ts'
import type { Layer1 } from './layer1.ts'
import type { Mail } from './mail.ts'
import type { EventOf, RoleStepper } from './stepper.ts'
import { marketViewsOf } from './views.ts'
import type { Node, Outgoing } from './vocabulary.ts'

/** The roles of nodes by which epochs are claimed and proven, and blocks where no committee is in charge. */
export class MarketRoles {
  constructor(
    private readonly stepper: RoleStepper,
    private readonly mail: Mail,
    private readonly l1: Layer1,
    private readonly pool: (name: string, event: EventOf<'pool'>) => void,
  ) {}

  /** What the follower reports, together with what else the node has read. */
  follow(name: string, view: View): void {
    const { stepper } = this
    const node = this.#node(name)
    const { l1, setup } = stepper.system
    const views = marketViewsOf(node, view, name, l1.parameters, setup.maxViewAge)
    if (isOther(node.claimant.view, views.claim)) this.claimant(name, { type: 'follow', view: views.claim })
    if (isOther(node.prover.view, views.prove)) this.prover(name, { type: 'follow', view: views.prove })
    if (isOther(node.fallbackProposer.view, view)) this.fallbackProposer(name, { type: 'follow', view })
  }

  claimant(name: string, event: EventOf<'claimant'>): void {
    for (const effect of this.stepper.step(name, 'claimant', event) ?? [])
      this.#hand(name, 'claimant', claimTo(name, effect))
  }

  prover(name: string, event: EventOf<'prover'>): void {
    const { stepper, mail } = this
    const { system } = stepper
    const { held: before, view } = this.#node(name).prover
    const effects = stepper.step(name, 'prover', event)
    if (!effects) return
    stepper.holds(name, 'prover', before)
    const { slot } = this.#node(name).prover
    for (const effect of effects) {
      switch (effect.kind) {
        case 'request':
          this.pool(name, { type: 'ask', ...effect.body })
          break
        case 'send': {
          mail.send(name, quoteTo(system, name, effect))
          const { world } = stepper
          const { transactions } = view
          stepper.fact({
            kind: 'quoted',
            member: name,
            slot,
            quote: effect.body,
            transactions,
            held: [...world.verified[name]!, ...world.forced[name]!],
            foreseen: {
              isCurrent: this.#node(name).read.l1 === world.l1 && slot === world.slot,
              refusal: this.l1.wouldClaim(effect.body),
            },
          })
          break
        }
        case 'prove':
          stepper.fact({ kind: 'began', member: name, slot, what: 'epoch', work: effect.id })
          if (this.#canProve(name, effect.body.transactions)) mail.send(name, proofOfEpoch(name, effect))
          break
        case 'submit':
          this.#hand(name, 'prover', callTo(name, effect))
          break
      }
    }
  }

  fallbackProposer(name: string, event: EventOf<'fallbackProposer'>): void {
    const { stepper, mail } = this
    const { held: before } = this.#node(name).fallbackProposer
    const effects = stepper.step(name, 'fallbackProposer', event)
    if (!effects) return
    stepper.holds(name, 'fallbackProposer', before)
    const { slot } = this.#node(name).fallbackProposer
    if (event.type === 'giveUp') stepper.fact({ kind: 'gaveUp', member: name, slot })
    for (const effect of effects) {
      switch (effect.kind) {
        case 'execute':
          mail.send(name, execution(name, 'fallbackProposer', effect))
          break
        case 'prove':
          stepper.fact({
            kind: 'began',
            member: name,
            slot,
            what: 'block',
            work: blockText(effect.body.parent),
          })
          if (this.#canProve(name, effect.body.transactions)) mail.send(name, proofOfBlock(name, effect))
          break
        case 'submit':
          this.#hand(name, 'fallbackProposer', basedTo(name, effect))
          break
      }
    }
  }

  /** Whoever lacks a transaction makes no proof with it, whatever the role believes. */
  #canProve(name: string, transactions: readonly string[]): boolean {
    const { verified, forced } = this.stepper.world
    return transactions.every((entry) => verified[name]!.includes(entry) || forced[name]!.includes(entry))
  }

  /** A call of L1 leaves a node. */
  #hand(name: string, role: 'claimant' | 'prover' | 'fallbackProposer', outgoing: Outgoing): void {
    handOver(this.stepper, this.mail, this.l1, name, role, outgoing)
  }

  #node(name: string): Node {
    return this.stepper.world.nodes[name]!
  }
}

/** A call of L1 leaves a node: what it would be answered now tells whether the node could know better. */
export function handOver(
  { world }: Pick<RoleStepper, 'world'>,
  mail: Mail,
  l1: Layer1,
  name: string,
  role: 'follower' | 'proposer' | 'claimant' | 'prover' | 'fallbackProposer',
  outgoing: Outgoing,
): void {
  mail.send(name, outgoing)
  const [delivery] = outgoing.deliveries
  const { message } = delivery!
  const node = world.nodes[name]!
  const { slot } = node[role]
  world.facts.push({
    kind: 'handed',
    member: name,
    slot,
    call: message.kind === 'call' ? message.call.call : message.kind,
    foreseen: {
      isCurrent:
        node.read.l1 === world.l1 &&
        slot === world.slot &&
        (role !== 'proposer' || node.begun.proposer === world.l1),
      refusal: l1.answer(name, delivery!),
    },
    amount: message.kind === 'call' && 'amount' in message.call ? message.call.amount : '0',
  })
}

const isOther = (one: object, other: object): boolean => JSON.stringify(one) !== JSON.stringify(other)
