/** Who takes part in a slot, and who attests what. */
import type { SlotProfile } from '../../../spec/system/slot.ts'
import { proposalText } from '../../node/facts.ts'
import type { Proposal } from '../../node/vocabulary.ts'
import type { State } from './vocabulary.ts'

/** Who decides by its own rules, in the order of the committees. */
export const honestOf = ({ committees, byzantine }: SlotProfile): string[] =>
  [...new Set(committees.flat())].filter((member) => !byzantine.includes(member)).sort()

export const honestProposersOf = ({ proposers, byzantine }: SlotProfile): string[] =>
  [...new Set(proposers)].filter((member) => !byzantine.includes(member)).sort()

/** PROPOSE-10: Byzantine members give theirs to anything. */
export function attests(
  { attested }: State,
  { byzantine }: SlotProfile,
  member: string,
  proposal: Proposal,
): boolean {
  const text = proposalText(proposal)
  return byzantine.includes(member) || (attested[member] ?? []).some((known) => proposalText(known) === text)
}
