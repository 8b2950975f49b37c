import fc from 'fast-check'
import type { FollowerProfile } from '../../spec/followerParameters.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import { Draw } from '../node/arbitrary.ts'
import { listText, rootAfter } from '../node/lists.ts'
import { type Block, GENESIS, WRONG_ROOT } from '../node/vocabulary.ts'
import { headerText, lackingOf } from './chain.ts'
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
 * other and claim the roots that their bodies give; those found wrong, none of them twice, do not; setupEpoch was handed
 * to L1 up to the current slot; the view is one that L1 can show, be it of a later slot; the body that is asked for is
 * the one that lacks (`Coherent` in TLA+).
 */
export function pairs(profile: FollowerProfile, eventsPerState: number) {
  return fc.gen().map((gen) => {
    const draw = new FollowerDraw(gen as never, profile)
    const state = draw.state()
    return { state, events: Array.from({ length: eventsPerState }, () => draw.event(state)) }
  })
}

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
    const differing = view.chain.findIndex(differs)
    const right = differing < 0 ? view.chain : view.chain.slice(0, differing)
    const known = right.slice(0, this.integer(0, right.length))
    const applied = [...known, ...(this.seldom(4) ? this.blocks(known.at(-1), 1, () => false) : [])]
    const kept = this.seldom(2) ? this.integer(-1, slot) : -1
    const seen = { slot, applied, wrong: this.seldom(3) ? [] : this.wrongBlocks(view), kept, view }
    return { ...seen, fetching: lackingOf(seen) }
  }

  event(state: State): Event {
    const more: EventType[] = ['readView', 'readView', 'fetched', 'fetched', 'fetched', 'setUp']
    const type = this.among([...eventTypes, ...more])
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
    const chain = this.blocks(undefined, this.integer(0, 3), () => this.seldom(3))
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
      forced: [
        ...chain.flatMap(({ body, forced }) => body.slice(0, forced)),
        ...(this.seldom(3) ? this.list(2) : []),
      ],
      setUp: this.integer(-1, epochOf({ slot: horizon, ...parameters })),
    }
  }

  /** Blocks behind another one, as many as time allows. `errs`: asked for each, whether it claims another root. */
  private blocks(first: Header | undefined, longest: number, errs: () => boolean): Header[] {
    const blocks: Header[] = []
    let parent: Block = first ? blockOf(first) : GENESIS
    while (blocks.length < longest && parent.slot < this.profile.horizon) {
      const body = this.list(2)
      const block = {
        slot: this.integer(parent.slot + 1, this.profile.horizon),
        parent,
        body,
        forced: this.seldom(3) ? this.integer(0, body.length) : 0,
        root: errs() ? this.among([[...WRONG_ROOT], this.root()]) : rootAfter({ parent, transactions: body }),
      }
      blocks.push(block)
      parent = blockOf(block)
    }
    return blocks
  }

  private wrongBlock(): Header {
    const [block] = this.blocks(undefined, 1, () => false)
    return { ...block!, root: [...WRONG_ROOT] }
  }

  /** Some that the view shows, on their parents or on others, and sometimes one that it does not; in any order. */
  private wrongBlocks({ chain }: L1View): Header[] {
    const elsewhere = chain.map((header) => ({ ...header, parent: this.block(header.slot - 1) }))
    const found = [
      ...this.some(chain, 3),
      ...this.some(elsewhere, 2),
      ...(this.seldom(2) ? [this.wrongBlock()] : []),
    ].filter(differs)
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

/** Whether a block claims another root than its body gives on its parent. */
const differs = ({ parent, body, root }: Header): boolean =>
  listText(rootAfter({ parent, transactions: body })) !== listText(root)

/** Every transaction that a profile names, and one that it does not. */
const namesOf = ({ views }: FollowerProfile): string[] => [
  ...new Set([
    ...views.flatMap(({ chain, forced }) => [...chain.flatMap(({ body }) => body), ...forced]),
    't9',
  ]),
]
