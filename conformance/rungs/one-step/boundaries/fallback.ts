import type { Change, Scenario } from '../../../../model/l1-rollup/scenario.ts'
import { type Event, GENESIS } from '../../../../model/l1-rollup/vocabulary.ts'
import { type Boundaries, block, forced, inLogs, inState, setup, start } from './cases.ts'

const anybody = (at: Scenario, change: Change<'proposeWithProof'> = {}): Event =>
  at.event('proposeWithProof', change)
const published = (at: Scenario, change: Change<'proposeWithProof'> = {}): Scenario =>
  at.after(anybody(at, change))
/** A block of a slot that is not the current one. */
const ofSlot = (slot: number): Change<'proposeWithProof'> => ({ slot, timestampSlot: slot })

/** A transaction waits from slot 0 on, and nobody does anything: fallback is entered in slot 96 and left in slot 160. */
const waiting = forced(start)
const entered = waiting.at(96)

/** FALLBACK. */
export function fallback(b: Boundaries): void {
  const isFallback = (says: string, at: Scenario): void => b.passes(says, at, anybody(at))
  const isCommittees = (says: string, at: Scenario): void => {
    b.passes(says, at, at.event('propose'))
    b.refuses(says, at, anybody(at), 'FallbackNotActive')
  }

  b.of('FALLBACK-1', "counted from slot 7 with T_enter 96, slot 102 is the committee's and slot 103 is not.")
  {
    const counted = forced(start.at(7))
    isCommittees("slot 102 is the committee's", counted.at(102))
    isFallback('slot 103 is not', counted.at(103))
  }
  b.of(
    'FALLBACK-2',
    'genesis, a first block in slot 1000, T_enter 96: the committee has slot 1095, not slot 1096; without the block fallback never comes.',
  )
  {
    const idle = start.at(1000)
    const counted = idle.propose()
    isCommittees('the committee has slot 1095', counted.at(1095))
    isFallback('not slot 1096', counted.at(1096))
    isCommittees('without the block fallback never comes', idle.at(1096))
  }
  b.of(
    'FALLBACK-3',
    'counted from slot 8 with T_enter 96, a claim of slot 96 for epoch 2 keeps the committee in force until slot 127; without it slot 104 is in fallback.',
  )
  {
    const unclaimed = forced(start.at(8)).at(70).propose().at(96)
    isCommittees('until slot 127', unclaimed.claim().at(127))
    isFallback('no longer', unclaimed.claim().at(128))
    isFallback('without it slot 104 is in fallback', unclaimed.at(104))
  }
  b.of(
    'FALLBACK-4',
    'with blocks in slots 90 and 95 and an entry in slot 96, the first fallback block builds on the proven tip.',
  )
  {
    const built = waiting.at(90).propose().at(95).propose().at(96)
    b.passes(
      'on the proven tip',
      built,
      anybody(built, { parent: GENESIS }),
      inState(({ proven, pending }) => [proven, pending], [block(96, 'a', 1), []]),
    )
    b.refuses('not on that of slot 95', built, anybody(built, { parent: block(95) }), 'ParentNotTip')
  }
  b.of(
    'FALLBACK-5',
    'entry in slot 96: a proposal with all signatures passes in slot 95 and is refused in slot 96.',
  )
  {
    const signed = (at: Scenario): Event => {
      const event = at.event('propose')
      return { ...event, attestations: [...event.committee] }
    }
    b.passes('in slot 95', waiting.at(95), signed(waiting.at(95)))
    b.refuses('in slot 96', entered, signed(entered), 'FallbackActive')
    b.refuses('nor is anything claimed', entered, entered.claiming(), 'FallbackActive')
  }
  b.of(
    'FALLBACK-6',
    'entered in slot 96 with T_exit 128 and advanced in every slot, slot 223 is in fallback and slot 224 is not.',
  )
  {
    let advanced = entered
    for (let slot = 96; slot < 223; slot++) advanced = published(advanced.at(slot))
    isFallback('slot 223 is', advanced.at(223))
    isCommittees('slot 224 is not', published(advanced.at(223)).at(224))
  }
  b.of(
    'FALLBACK-7',
    'entered in slot 96 with T_activity 64, slot 159 is in fallback and slot 160 is not; with a block in slot 100, slot 163 is and slot 164 is not.',
  )
  isFallback('slot 159 is', entered.at(159))
  isCommittees('slot 160 is not', entered.at(160))
  {
    const used = published(waiting.at(100))
    isFallback('with a block in slot 100, slot 163 is', used.at(163))
    isCommittees('and slot 164 is not', used.at(164))
  }
  b.of(
    'FALLBACK-8',
    'counted from slot 0 with a waiting queue, T_enter 96, T_activity 64, T_exit 128: in fallback in slots 96 to 159, 256 to 319, and so on.',
  )
  for (const slot of [96, 159, 256, 319, 416]) isFallback(`in slot ${slot}`, waiting.at(slot))
  for (const slot of [95, 160, 255, 320, 415]) isCommittees(`not in slot ${slot}`, waiting.at(slot))
  b.of(
    'FALLBACK-9',
    'entry in slot 96, exit in slot 160: refused in slots 95 and 160, accepted in slots 96 and 159.',
  )
  for (const slot of [95, 160])
    b.refuses(`in slot ${slot}`, waiting.at(slot), anybody(waiting.at(slot)), 'FallbackNotActive')
  for (const slot of [96, 159]) isFallback(`in slot ${slot}`, waiting.at(slot))
  b.of('FALLBACK-10', 'an address that was never registered publishes a block.')
  b.passes('by a stranger', entered, anybody(entered, { caller: 'stranger' }))
  b.of(
    'FALLBACK-11',
    'after a fallback block in slot 97, a second block on its parent is refused, one on itself passes.',
  )
  {
    const next = published(waiting.at(97)).at(98)
    b.refuses('on its parent', next, anybody(next, { parent: GENESIS }), 'ParentNotTip')
    b.passes('on itself', next, anybody(next, { parent: block(97, 'a', 1) }))
  }
  b.of(
    'FALLBACK-12',
    'proven tip in slot 31, now slot 100: headers of slots 32 to 100 pass, those of slots 31 and 101 do not.',
  )
  {
    const late = published(entered, ofSlot(31)).at(100)
    for (const slot of [32, 66, 100]) b.passes(`of slot ${slot}`, late, anybody(late, ofSlot(slot)))
    b.refuses('of slot 31', late, anybody(late, ofSlot(31)), 'SlotTaken')
    b.refuses('of slot 101', late, anybody(late, ofSlot(101)), 'SlotInFuture')
  }
  b.of('FALLBACK-13', 'a proof of another block on the same parent is refused.')
  b.refuses('a proof that is not of this block', entered, anybody(entered, { valid: false }), 'ProofInvalid')
  b.of('FALLBACK-14', 'the block of slot 97 is final in slot 97.')
  b.passes(
    'it is the proven tip, with what it takes',
    waiting.at(97),
    anybody(waiting.at(97)),
    inState(({ proven, taken, fallback }) => [proven, taken, fallback.advanced], [block(97, 'a', 1), 1, 97]),
  )
  b.of('FALLBACK-15', 'with `fallbackRewardWei` 0 nobody is credited and nothing is announced.')
  {
    const { credits } = entered.state
    b.passes(
      'nobody is credited',
      entered,
      anybody(entered),
      inState((after) => after.credits, credits),
    )
    b.passes(
      'nothing is announced',
      entered,
      anybody(entered),
      inLogs(['FallbackChanged', 'L2ProvenBlockProcessed']),
    )
  }
  b.of('FALLBACK-16', 'exit in slot 160 of epoch 5: the committee is the one that was sampled in epoch 4.')
  {
    const inEpoch4 = entered.at(128)
    b.passes('an epoch is set up in fallback', inEpoch4, setup)
    const left = inEpoch4.after(setup).at(160)
    const { members } = left.state.samples.at(-1)!
    b.passes('the committee of epoch 4 proposes', left, { ...left.event('propose'), committee: members })
    const before = entered.at(160).event('propose').committee
    b.refuses(
      'the one before does not',
      left,
      { ...left.event('propose'), committee: before },
      'CommitteeMismatch',
    )
  }
}

/** What fallback and the queue announce. */
export function fallbackLogs(b: Boundaries): void {
  b.of(
    'LOG-10',
    'counted from slot 0 with T_enter 96, T_activity 64 and a waiting queue, a block in slot 300 first announces (true, 256, 2), one in slot 330 after a silent start is refused with FallbackNotActive, and a forced transaction in slot 330 announces (false, 320, 2).',
  )
  {
    const changed = (active: boolean, since: number, name: string) => [
      { type: 'FallbackChanged', active, since, entries: 2 },
      name,
    ]
    const pick = (log: { type: string }): unknown => (log.type === 'FallbackChanged' ? log : log.type)
    const [in300, in330] = [waiting.at(300), waiting.at(330)]
    b.passes('a block in slot 300', in300, anybody(in300), {
      ...inLogs(changed(true, 256, 'L2ProvenBlockProcessed'), pick),
    })
    b.refuses('one in slot 330', in330, anybody(in330), 'FallbackNotActive')
    b.passes('a forced transaction in slot 330', in330, in330.event('forceInclusion'), {
      ...inLogs(changed(false, 320, 'TransactionForced'), pick),
    })
  }
  b.of('LOG-11', 'the first one, entered in slot 31, names index 0 and epoch 1.')
  {
    const at = start.at(31)
    const event = at.event('forceInclusion')
    const { transaction } = event
    b.passes('names index 0 and epoch 1', at, event, {
      ...inLogs([{ type: 'TransactionForced', transaction, index: 0, includedByEpoch: 1 }], (log) => log),
    })
  }
  b.of('LOG-12', 'with `fallbackRewardWei` 0 only the first; it names who called.')
  {
    const next = published(entered).at(97)
    for (const proposer of ['stranger', 'p1'])
      b.passes(
        `only the block, of ${proposer}`,
        next,
        { ...next.event('proposeWithProof'), caller: proposer },
        {
          ...inLogs(
            [{ type: 'L2ProvenBlockProcessed', block: block(97), proposer, parent: block(96, 'a', 1) }],
            (log) => log,
          ),
        },
      )
  }
}
