import fc from 'fast-check'
import type { FollowerProfile } from '../../spec/followerParameters.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { Draw } from '../node/arbitrary.ts'
import { listText, rootAfter } from '../node/lists.ts'
import { type Block, GENESIS, WRONG_ROOT } from '../node/vocabulary.ts'
import { headerText, isProvable, lackingOf } from './chain.ts'
import {
  type Event,
  type EventType,
  eventTypes,
  type Header,
  type L1View,
  NO_L1_VIEW,
  type State,
} from './vocabulary.ts'

/**
 * Coherent states of a profile's follower and events next to them, reachable or not: applied blocks stand one on the
 * other, can be proven and claim the roots that their bodies give; those found wrong, none of them twice, cannot or do
 * not; setupEpoch was handed to L1 up to the current slot; the view is one that L1 can show, be it of a later slot; the
 * body that is asked for is the one that lacks (`Coherent` in TLA+).
 */
export function pairs(profile: FollowerProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new FollowerDraw(gen as never, profile)
    const state = draw.state()
    return { state, events: Array.from({ length: eventsPerState }, () => draw.event(state)) }
  })
}

type Content = Pick<Header, 'body' | 'forced'>
/** What a block is wrong in. */
type Fault = 'root' | 'body' | 'nothing'

class FollowerDraw extends Draw {
  constructor(
    gen: never,
    private readonly profile: FollowerProfile,
  ) {
    super(gen, namesOf(profile), [], profile.horizon)
  }

  state(): State {
    const { profile } = this
    const slot = this.integer(0, profile.horizon)
    const view = this.seldom(8) ? NO_L1_VIEW : this.l1View()
    const firstWrong = view.chain.findIndex(isWrong)
    const right = firstWrong < 0 ? view.chain : view.chain.slice(0, firstWrong)
    const known = this.seldom(2) ? right : right.slice(0, this.integer(0, right.length))
    const applied = [...known, ...(this.seldom(4) ? this.blocks(known.at(-1), 1, () => 'nothing') : [])]
    const kept = this.seldom(2) ? this.integer(-1, slot) : -1
    const seen = { slot, applied, wrong: this.seldom(3) ? [] : this.wrongBlocks(view), kept, view }
    return { ...seen, fetching: lackingOf(seen) }
  }

  event(state: State): Event {
    const more: EventType[] = ['readView', 'readView', 'fetched', 'fetched', 'fetched', 'setUp']
    const asked: EventType[] = state.fetching.slot < 0 ? [] : ['fetched', 'fetched', 'fetched', 'fetched']
    const type = this.among([...eventTypes, ...more, ...asked])
    switch (type) {
      case 'tick':
        return state.slot < this.profile.horizon ? { type } : { type: 'setUp' }
      case 'setUp':
        return { type }
      case 'crash':
        return { type, store: this.among(['kept', 'lost'] as const) }
      case 'readView':
        return { type, view: this.seldom(8) ? state.view : this.l1View() }
      case 'fetched': {
        const header = this.seldom(5) ? this.among(this.others(state)) : state.fetching
        return { type, header, body: this.seldom(5) ? this.list(2) : header.body }
      }
    }
  }

  /** What L1 can show: blocks take from the queue what entered it first. */
  private l1View(): L1View {
    const { horizon, parameters } = this.profile
    const chain = this.blocks(undefined, this.among([0, 1, 2, 3, 3]), () =>
      this.seldom(2) ? this.among(['root', 'body'] as const) : 'nothing',
    )
    const proven = this.seldom(2) ? this.integer(0, chain.length) : 0
    const some = () => (this.seldom(2) ? this.integer(0, horizon + 1) : -1)
    return {
      time: this.integer(-1, horizon),
      chain,
      proven,
      final: this.integer(0, proven),
      prunesAt: some(),
      fallbackFrom: some(),
      fallbackUntil: some(),
      forced: [...chain.flatMap(({ forced }) => forced), ...(this.seldom(3) ? this.list(2) : [])],
      setUp: this.integer(-1, epochOf({ slot: horizon, ...parameters })),
    }
  }

  /** Blocks behind another one, as many as time allows. `faultOf`: asked for each. */
  private blocks(first: Header | undefined, longest: number, faultOf: () => Fault): Header[] {
    const blocks: Header[] = []
    const latest = latestIn(this.profile)
    let parent: Block = first ? blockOf(first) : GENESIS
    while (blocks.length < longest && parent.slot < latest) {
      const block = this.blockOn(parent, this.integer(parent.slot + 1, latest), faultOf())
      blocks.push(block)
      parent = blockOf(block)
    }
    return blocks
  }

  private blockOn(parent: Block, slot: number, fault: Fault): Header {
    const content = fault === 'body' ? this.unprovable(parent) : this.provable(parent)
    const root =
      fault === 'root'
        ? this.among([[...WRONG_ROOT], this.root()])
        : rootAfter({ parent, transactions: content.body })
    return { slot, parent, ...content, root }
  }

  /** FOLLOW-13: what is forced, be it spent, and behind it what is not. */
  private provable({ root }: Block): Content {
    const forced = this.seldom(3) ? this.list(2) : []
    const others = this.root().filter((name) => ![...root, ...forced].includes(name))
    return { body: [...forced, ...others.slice(0, 2)], forced }
  }

  /** The same with something that is not at the front, that lacks or that is spent again. */
  private unprovable(parent: Block): Content {
    const { body, forced } = this.provable(parent)
    const one = this.among(this.names)
    const all: Content[] = [
      { body: [one, ...body], forced },
      { body: [...body].reverse(), forced },
      { body, forced: [...forced, one] },
      { body: [], forced: [one] },
      { body: [...body, one, one], forced },
      { body: [...body, ...parent.root.slice(-1)], forced },
    ]
    return this.among(all.filter((content) => !isProvable(parent, content)))
  }

  private wrongBlock(): Header {
    const [block] = this.blocks(undefined, 1, () => this.among(['root', 'body'] as const))
    return isWrong(block!) ? block! : { ...block!, root: [...WRONG_ROOT] }
  }

  /** Some that the view shows, on their parents or on others, and sometimes one that it does not; in any order. */
  private wrongBlocks({ chain }: L1View): Header[] {
    const elsewhere = chain.map((header) => ({ ...header, parent: this.block(header.slot - 1) }))
    const found = [
      ...(this.seldom(3) ? this.some(chain, 3) : []),
      ...this.some(elsewhere, 2),
      ...(this.seldom(2) ? [this.wrongBlock()] : []),
    ].filter(isWrong)
    const wrong = [...new Map(found.map((header) => [headerText(header), header])).values()]
    return this.seldom(2) ? wrong.reverse() : wrong
  }

  /** Blocks that some view shows, one more, and that which is asked for on another parent. */
  private others({ fetching }: State): Header[] {
    return [
      this.wrongBlock(),
      { ...fetching, parent: this.block(this.profile.horizon) },
      ...this.profile.views.flatMap(({ chain }) => chain),
    ]
  }
}

const blockOf = ({ slot, root }: Header): Block => ({ slot, root })

/** Whether a block claims another root than its body gives on its parent, or cannot be proven on it. */
const isWrong = ({ parent, body, forced, root }: Header): boolean =>
  listText(rootAfter({ parent, transactions: body })) !== listText(root) ||
  !isProvable(parent, { body, forced })

/** The last slot of which there are blocks: those of `bodies` and `repeats` are of one that does not come. */
const latestIn = ({ horizon, views }: FollowerProfile): number =>
  Math.max(horizon, ...views.flatMap(({ chain }) => chain.map(({ slot }) => slot)))

/** Every transaction that a profile names, and one that it does not. */
const namesOf = ({ views }: FollowerProfile): string[] => [
  ...new Set([
    ...views.flatMap(({ chain, forced }) => [...chain.flatMap(({ body }) => body), ...forced]),
    't9',
  ]),
]
