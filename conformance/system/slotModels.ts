/** What TLC reaches in the cut of a slot, and the deployment in which it can happen. */
import { firstSeats } from '../../impl/system/seats.ts'
import { fourMembers } from '../../impl/system/setups.ts'
import { type System, systemOf } from '../../impl/system/system.ts'
import { quorum } from '../../model/l1-rollup/rules/arithmetic.ts'
import { proposalText } from '../../model/node/facts.ts'
import { type SlotProfile, slotProfiles } from '../../spec/system/slot.ts'
import { slotTwin } from '../../tla/system/slot/twin.ts'
import type { TraceState } from '../../tla/tlc/counterexample.ts'
import type { Model } from '../../tla/tlc/models.ts'
import { modelsOf } from '../../tla/tlc/twinModels.ts'
import { cutState, type Handed } from './forms.ts'

export const slotReachModels = (): Model[] =>
  modelsOf(slotTwin, slotProfiles).filter(({ kind }) => kind === 'reach')

export const profileOf = ({ profile }: Pick<Model, 'profile'>): SlotProfile =>
  slotProfiles.find(({ name }) => name === profile)!

/** Every order of some names. */
const ordersOf = (names: readonly string[]): string[][] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) =>
        ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
      )

/** A deployment in which the members of a profile propose in its slots: who does follows from the order of the validators. */
export function systemFor({ committees, proposers, minTxPerBlock, byzantine }: SlotProfile): System {
  const setup = fourMembers({ horizon: committees.length - 1, minTxPerBlock, byzantine })
  const systems = ordersOf(committees[0]!).map((validators) =>
    systemOf({ ...setup, profile: { ...setup.profile, validators } }),
  )
  const found = systems.find((system) =>
    proposers.every((name, slot) => firstSeats(system).proposers[slot] === name),
  )
  if (!found) throw new Error(`no order of ${committees[0]!.join()} lets ${proposers.join()} propose`)
  return found
}

/**
 * The blocks of the current slot for which there are attestations of a quorum, if all Byzantine members give theirs, in the
 * order of who signed first; each with all of them, by the slot's proposer.
 */
export function quorumsIn(state: TraceState, { committees, proposers, byzantine }: SlotProfile): Handed[] {
  const { slot, attested } = cutState(state)
  const signers = new Map<string, Handed>()
  for (const [member, proposals] of Object.entries(attested))
    for (const proposal of proposals.filter((one) => one.slot === slot)) {
      const text = proposalText(proposal)
      const known = signers.get(text)?.signers ?? byzantine
      signers.set(text, { caller: proposers[slot]!, proposal, signers: [...known, member].sort() })
    }
  const seats = committees[slot]!.length
  return [...signers.values()].filter((block) => block.signers.length >= quorum({ seats }))
}
