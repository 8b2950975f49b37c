import {
  dueIn,
  epochEnd,
  epochNow,
  hasFallback,
  offsetNow,
  proposerUnder,
  sampleInForce,
  slotNow,
  tipOf,
  waitingIn,
} from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { effective, fallbackChange } from '../../model/l1-rollup/due.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import {
  type Block,
  type Event,
  type EventOf,
  GENESIS,
  type State,
} from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { blockText } from '../translation/headers.ts'

/** What a state is for the choice of vectors: the numbers of slots, epochs and blocks do not count, their relations do. */
export interface Circumstances {
  /** What the rules ask of a state, each kind of it in one text: of the chain, of the committees, of the queue and fallback. */
  readonly facets: readonly string[]
  /** An event as it stands to the state, in one text: who acts, which block, how far from now, how much. */
  form(event: Event): string
}

export function circumstancesOf(state: State, profile: Profile): Circumstances {
  const { parameters } = profile
  const { slotsPerEpoch } = parameters
  const deployment = deploymentOf(profile)
  const now = slotNow(state)
  const epoch = epochNow(state, parameters)
  const settled = effective(state, parameters)
  const { members } = sampleInForce(state, parameters)
  const proposer = proposerUnder(members, state, deployment)
  const age = ({ slot }: Block) => epoch - epochOf({ slot, slotsPerEpoch })
  const ages = [...new Set(state.pending.map(age))]
  const { claim, samples, validators } = state
  const changedAgo = epoch - validators.changedEpoch
  const offset = state.slot < 0 ? 'before genesis' : `offset ${offsetNow(state, parameters)}`
  const upcoming = samples.map((sample) => sample.epoch - epoch).filter((ahead) => ahead >= 0)
  const facets = [
    [
      offset,
      `pending of ${ages.join(' ')} epochs ago`,
      claim ? `claim of ${epoch - claim.epochToProve} ago` : 'no claim',
      state.proven.slot === GENESIS.slot ? 'nothing proven' : 'proven',
    ],
    [offset, `samples ${upcoming.join(' ')}`, `committee ${members.length}`],
    [offset, `set ${validators.current.length}${changedAgo < 2 ? ` changed ${changedAgo} ago` : ''}`],
    ...(hasFallback(parameters) ? [fallbackWords()] : []),
    ...(state.queue.length > 0 ? [queueWords()] : []),
  ].map((words) => words.join(', '))

  /** Who builds the chain as it is stored, what time has made of it, and what an entry drops or waits for. */
  function fallbackWords(): string[] {
    const ago = (since: number) => (since < 0 ? 'never' : String(now - since))
    const { countedFrom, entered, advanced } = state.fallback
    const change = fallbackChange(state, parameters)
    return [
      `counted from ${ago(countedFrom)}, entered ${ago(entered)}, advanced ${ago(advanced)}`,
      change ? `${change.entries} entries, last change ${ago(change.since)} ago` : 'nothing due',
      `pending ${state.pending.length > 0}, claim ${claim ? epoch - claim.epochToProve : 'none'}`,
      `queue ${state.taken < state.queue.length ? 'waits' : 'is empty'}`,
    ]
  }

  /** What waits, and what of it a drop has given back. */
  function queueWords(): string[] {
    const [waiting, due] = [waitingIn(settled), dueIn(settled, parameters)]
    const back = waiting - waitingIn(state)
    return [`waiting ${waiting}, due ${due}, back ${back}, proven ${state.taken > 0}`]
  }

  const role = (name: string): string =>
    name === proposer ? 'proposer' : members.includes(name) ? 'member' : name
  const block = (named: Block): string => {
    const is = (other: Block) => blockText(named) === blockText(other)
    if (is(tipOf(settled))) return 'tip'
    if (is(epochEnd(settled, parameters))) return 'end'
    if (is(state.proven)) return 'proven'
    const place = state.pending.findIndex(is)
    return place < 0 ? named.content : `${place === 0 ? 'first' : 'other'} pending of ${age(named)} ago`
  }
  /** What a block takes, as it stands to what it may and what it has to. */
  const taking = ({ forced, forcedHash }: EventOf<'propose' | 'proposeWithProof'>): string[] => {
    const [waiting, due] = [waitingIn(settled), dueIn(settled, parameters)]
    const least = Math.min(parameters.forcedMinimum, due)
    const marks = { due, least, waiting }
    const told = Object.entries(marks).map(([name, count]) => `${name} ${Math.sign(forced - count)}`)
    return [...told, forcedHash]
  }
  /** Who signed at the seat that a challenge names, as it stands to whose seat it is. */
  const seatShown = ({ slot, seat }: EventOf<'challenge'>): string => {
    const place = settled.pending.findIndex((pending) => pending.slot === slot)
    const posting = settled.posted[place]
    if (!posting) return place < 0 ? 'no block' : 'no posting'
    const [signer, member] = [posting.attestations[seat], posting.committee[seat]]
    const signed =
      signer === undefined ? 'no seat' : signer === member ? 'true' : signer === 'none' ? 'empty' : 'false'
    return `${signed}, ${place} before, ${settled.pending.length - 1 - place} after`
  }
  const seats = (committee: readonly string[]): string =>
    committee.join() === members.join()
      ? 'in force'
      : `${committee.join()}${samples.some((sample) => sample.members.join() === committee.join()) ? ' sampled' : ''}`
  return {
    facets,
    form(event) {
      const words: string[] = [event.type, 'caller' in event ? role(event.caller) : '']
      switch (event.type) {
        case 'propose':
          words.push(seats(event.committee), event.attestations.join(), event.blobs, event.content)
          words.push(String(event.slot - now), String(event.timestampSlot - now), block(event.parent))
          words.push(...taking(event))
          break
        case 'proposeWithProof':
          words.push(event.blobs, event.content, block(event.parent), String(event.valid))
          words.push(String(event.slot - now), String(event.timestampSlot - event.slot), ...taking(event))
          break
        case 'challenge':
          words.push(String(event.slot - now), seatShown(event), event.preimage)
          break
        case 'claimEpochProofRight': {
          const { epochToProve, validUntilSlot, ...quote } = event.quote
          words.push(seats(event.committee), ...Object.values(quote).map(String))
          words.push(String(epoch - epochToProve), String(validUntilSlot - now))
          break
        }
        case 'submitEpochProof':
          words.push(block(event.from), block(event.to), String(event.valid))
          break
        default: {
          const { type, ...fields } = event
          words.push(...Object.values(fields).map(String))
        }
      }
      return words.join(' ')
    },
  }
}
