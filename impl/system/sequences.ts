import type { Choice } from './choice.ts'
import { drawnTerms, inCharge } from './drawn.ts'
import { isTaken, termsFor } from './duties.ts'
import type { Liar } from './liar.ts'
import type { Random } from './random.ts'
import { listFor } from './straight.ts'
import type { System } from './system.ts'
import type { World } from './vocabulary.ts'

/** A choice, or what is to be told from the world when its turn comes. */
export type Next = Choice | ((world: World) => Choice | undefined)

/** How often something is wrong that is looked for. */
const WRONG = 0.3

/** Choices that come one after the other, because single ones would hardly ever meet. Each kind by its weight. */
export class Sequences {
  constructor(
    private readonly system: System,
    private readonly random: Random,
    private readonly liar: Liar,
  ) {}

  /** QUOTE-12, PROVE-8: whoever quoted last, or somebody else, starts again with nothing and does more of the same. */
  restart(world: World, other: string): Next[] {
    const { random, system } = this
    const quoted = world.facts.findLast(({ kind }) => kind === 'quoted')?.member
    const node = quoted !== undefined && random.chance(0.5) ? quoted : other
    const starts: Choice[] = [
      { do: 'crash', node, store: 'lost' },
      { do: 'read', node, age: 0, settle: true },
    ]
    if (node !== quoted) return starts
    if (random.chance(0.5)) return [...starts, { do: 'startWithdrawal', node, amount: '2' }]
    return [...starts, (then) => ({ do: 'quote', node, ...termsFor(system, then, node) })]
  }

  /** BUILD-11, BUILD-12: a block that takes less than it has to of what is forced, the last of it just now. */
  short(world: World, other: string): Next[] {
    const { random, system } = this
    const node = inCharge(system, random, world, other)
    const takesOthers = random.chance(0.5)
    const build = ({ nodes }: World): Choice => {
      const { view, held } = nodes[node]!.proposer
      const { transactions, forced } = listFor(view, held)
      const fewer = Math.max(forced - 1, 0)
      const list = takesOthers ? transactions : transactions.slice(0, fewer)
      return { do: 'build', node, transactions: list, forced: fewer }
    }
    return [
      { do: 'force', transaction: random.among(system.setup.transactions) },
      { do: 'read', node, age: 0, settle: true },
      build,
    ]
  }

  /** Whoever is claimed for proves, and whoever may quotes. */
  offer(world: World, other: string): Next[] {
    const { random, system } = this
    const claimed = world.l1.claim?.proverAddress
    if (claimed !== undefined && system.honest.includes(claimed) && random.chance(0.5))
      return [{ do: 'prove', node: claimed }]
    const honest = system.setup.profile.provers.filter((name) => system.honest.includes(name))
    const takes = (name: string): boolean =>
      isTaken(system, world, { do: 'quote', node: name, ...termsFor(system, world, name) })
    const node = honest.find(takes) ?? random.among([other, ...honest])
    return [{ do: 'quote', node, ...drawnTerms(system, random, world, node) }]
  }

  /** Of a fallback proposer: what it should build, or that and something twice, perhaps again while it is proven. */
  alone(world: World, node: string): Next[] {
    const { random } = this
    const kind = random.among(['buildAlone', 'buildAlone', 'submitBlock', 'submitBlock', 'giveUp'] as const)
    if (kind !== 'buildAlone') return [{ do: kind, node }]
    const { view, held } = world.nodes[node]!.fallbackProposer
    const { transactions, forced } = listFor(view, held)
    const repeated = [...transactions, ...view.tip.root]
    const more = repeated.length > 0 && random.chance(WRONG) ? [random.among(repeated)] : []
    const build: Choice = { do: 'buildAlone', node, transactions: [...transactions, ...more], forced }
    return random.chance(WRONG) ? [build, ({ waiting }) => executedIn(waiting, node), build] : [build]
  }

  /** MESSAGE-8, BUILD-19: to the proposer, who publishes. */
  passOn(world: World, other: string): Next[] {
    const { random, system } = this
    const to = inCharge(system, random, world, other)
    const from = random.among(system.setup.byzantine)
    const signed = this.liar.passOn(world)
    if (signed.length === 0) return []
    return [...signed.map((one): Choice => ({ do: 'passOn', from, to, ...one })), { do: 'publish', node: to }]
  }

  /** ATTEST-3: what is signed for the next slot may be there in the next slot. */
  early(world: World, to: string): Next[] {
    const { random, system } = this
    const from = random.among(system.setup.byzantine)
    const lie: Choice = { do: 'lie', from, to, message: this.liar.early(world, to) }
    return random.chance(0.5) ? [lie, { do: 'pass', slots: 1 }] : [lie]
  }

  /** QUOTE-1: to whoever may claim, who does. */
  bid(world: World, other: string): Next[] {
    const { random, system } = this
    const to = inCharge(system, random, world, other)
    const from = random.among(system.setup.byzantine)
    const message = { kind: 'quote', form: 'fits', quote: this.liar.bid(world) } as const
    const lie: Choice = { do: 'lie', from, to, message }
    return random.chance(0.5) ? [lie, { do: 'claim', node: to }] : [lie]
  }
}

/** The result of what a fallback proposer executes. */
function executedIn(waiting: World['waiting'], node: string): Choice | undefined {
  const found = waiting.find(
    ({ to, message }) => to === node && message.kind === 'executed' && message.role === 'fallbackProposer',
  )
  return found && { do: 'deliver', key: found.key }
}
