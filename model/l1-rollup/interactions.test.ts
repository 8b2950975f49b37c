import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { interactionsOf } from '../core/interactions.ts'
import { l1Rollup } from './actor.ts'

const { profiles } = loadPreset('tiny')
/** Checks that refuse under other readings only refuse in profiles of those. */
const otherReading = loadPreset('tiny', { proofSubmission: 'claimedProver' }).profiles.filter(({ name }) =>
  ['provers', 'challenged', 'interrupted', 'sequencer'].includes(name),
)
/** Time is about everything. */
const everywhere = ['slot']

describe('for every event that writes what a check depends on', () => {
  test('some profile reaches the check after it, passing and failing', { timeout: 300_000 }, () => {
    const interactions = interactionsOf(l1Rollup, [...profiles, ...otherReading], everywhere)
    const unseen = interactions.flatMap(({ writer, reader, check, variables, passed, failed }) => {
      const sides = [...(passed.length === 0 ? ['passing'] : []), ...(failed.length === 0 ? ['failing'] : [])]
      return sides.length === 0
        ? []
        : [
            `${writer} writes ${variables.join(', ')}: ${check} of ${reader} is never ${sides.join(' nor ')} after it`,
          ]
    })
    expect(unseen).toEqual([])
    expect(interactions.length).toBeGreaterThan(90)
  })

  test('what no profile shows is found', () => {
    const [forks] = profiles.filter(({ name }) => name === 'forks')
    const interactions = interactionsOf(l1Rollup, [{ ...forks!, horizon: 3 }], everywhere)
    const claimed = interactions.filter(
      ({ writer, check }) => writer === 'claimEpochProofRight' && check === 'noClaimIsLive',
    )
    expect(claimed.map(({ variables }) => variables)).toEqual([['claim']])
    // A claim can only be made in the first slot of an epoch, and this graph ends in the second epoch.
    expect(claimed[0]).toMatchObject({ passed: [], failed: ['forks'] })
  })
})
