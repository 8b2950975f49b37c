import { epochEnd, epochNow, proposerUnder, sampleInForce, tipOf } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { epochOf, offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { type Block, type Event, GENESIS, type State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'

/** What a state is for the choice of vectors: the numbers of slots, epochs and blocks do not count, their relations do. */
export interface Circumstances {
  /** What the rules ask of a state, in one text. */
  readonly text: string
  /** An event as it stands to the state, in one text: who acts, which block, how far from now, how much. */
  form(event: Event): string
}

/** How many seats of a committee are told apart by name. */
export function circumstancesOf(state: State, profile: Profile): Circumstances {
  const { parameters } = profile
  const { slotsPerEpoch } = parameters
  const deployment = deploymentOf(profile)
  const now = state.slot
  const epoch = epochNow(state, parameters)
  const settled = effective(state, parameters)
  const { members } = sampleInForce(state, parameters)
  const proposer = proposerUnder(members, state, deployment)
  const age = ({ slot }: Block) => epoch - epochOf({ slot, slotsPerEpoch })
  const ages = [...new Set(state.pending.map(age))]
  const { claim, samples, validators } = state
  const text = [
    `offset ${offsetOf({ slot: now, slotsPerEpoch })}`,
    `pending of epochs ${ages.join(' ')} ago`,
    claim ? `claim of ${epoch - claim.epochToProve} ago` : 'no claim',
    state.proven.slot === GENESIS.slot ? 'nothing proven' : 'proven',
    `samples ${samples
      .map((sample) => sample.epoch - epoch)
      .filter((ahead) => ahead >= 0)
      .join(' ')}`,
    `set ${validators.current.length}${validators.changedEpoch === epoch ? ' changed' : ''} committee ${members.length}`,
  ].join(', ')

  const role = (name: string): string =>
    name === proposer ? 'proposer' : members.includes(name) ? 'member' : name
  const block = (named: Block): string => {
    const is = (other: Block) =>
      named.slot === other.slot && named.content === other.content && named.beneficiary === other.beneficiary
    if (is(tipOf(settled))) return 'tip'
    if (is(epochEnd(settled, parameters))) return 'end'
    if (is(state.proven)) return 'proven'
    const place = state.pending.findIndex(is)
    return place < 0 ? named.content : `${place === 0 ? 'first' : 'other'} pending of ${age(named)} ago`
  }
  const seats = (committee: readonly string[]): string =>
    committee.join() === members.join()
      ? 'in force'
      : `${committee.join()}${samples.some((sample) => sample.members.join() === committee.join()) ? ' sampled' : ''}`
  return {
    text,
    form(event) {
      const words: string[] = [event.type, 'caller' in event ? role(event.caller) : '']
      switch (event.type) {
        case 'propose':
          words.push(seats(event.committee), event.attestations.join(), event.blobs, event.content)
          words.push(String(event.slot - now), String(event.timestampSlot - now), block(event.parent))
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
          words.push(...Object.values(fields))
        }
      }
      return words.join(' ')
    },
  }
}
