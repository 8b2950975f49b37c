import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

const bitsPerByte = 8
const million = Rational.whole(1_000_000)

/** Bytes of ClientIVC proofs in `seconds` at the stated rate. `proofBytes`: size of one proof. */
export const proofTraffic = (proofBytes: number, seconds: number): Rational =>
  Rational.whole(rfc.transactionsPerSecond * proofBytes * seconds)

/** Seconds in which the stated rate adds up to `bytes`. `proofBytes`: size of one proof. */
export const periodFor = (bytes: number, proofBytes: number): Rational =>
  Rational.of(BigInt(bytes), BigInt(rfc.transactionsPerSecond * proofBytes))

const variants = [
  ['plain', rfc.proofBytes],
  ['compressed', rfc.compressedProofBytes],
] as const

/** Mesh degree D of gossipsub's specification: a peer gets a message at least once and at most from so many. */
const gossipDegree = 8

export const bandwidth: Derivation = {
  name: 'bandwidth',
  title: 'Bandwidth of the private kernel proofs: what "25 MBs" is per',
  clauses: [],
  quotes: [
    {
      text: 'the most bandwidth heavy action will be transmitting the ClientIVC proofs which are ~80kbs (~60kbs compressed). At 10TPS, this is around 25MBs download for a proposer who downloads all transactions from the p2p network.',
      section: 'comments, on node bandwidth costs',
    },
    {
      text: 'An even more bandwidth hungry scenario is if a proposer must also propagate txs to the committee because for some reason the committee doesn’t have them.',
      section: 'comments, on node bandwidth costs',
    },
  ],
  run() {
    const megabytes = (bytes: Rational): Rational => bytes.divide(million)
    const slot = rfc.slotSeconds
    const epoch = rfc.slotSeconds * rfc.epochSlots
    const others = rfc.committeeSize - 1
    const perSlot = variants.map(([, bytes]) => megabytes(proofTraffic(bytes, slot)))
    const perSecond = megabytes(proofTraffic(rfc.proofBytes, 1))
    const needed = Rational.of(BigInt(rfc.statedDownloadBytes), BigInt(rfc.proofBytes))
    const push = perSlot[0]!.multiply(Rational.whole(others))
    return {
      rows: [
        ...variants.flatMap(([variant, bytes]) => [
          row('download in a second', { proofs: variant }, megabytes(proofTraffic(bytes, 1)), 'MB'),
          row('download in a slot', { proofs: variant }, megabytes(proofTraffic(bytes, slot)), 'MB'),
          row('download in an epoch', { proofs: variant }, megabytes(proofTraffic(bytes, epoch)), 'MB'),
          row(
            'steady rate',
            { proofs: variant },
            megabytes(proofTraffic(bytes, 1)).multiply(Rational.whole(bitsPerByte)),
            'Mbit/s',
          ),
          row(
            'period in which it is 25 MB',
            { proofs: variant },
            periodFor(rfc.statedDownloadBytes, bytes),
            'seconds',
            `a slot is ${slot}`,
          ),
        ]),
        row(
          'rate that would make it 25 MB a second',
          { proofs: 'plain' },
          needed,
          'transactions/s',
          'the RFC says 10',
        ),
        row(
          'download in a slot, every mesh peer sending each',
          { proofs: 'plain', D: gossipDegree },
          perSlot[0]!.multiply(Rational.whole(gossipDegree)),
          'MB',
          'most; at least once is the row above',
        ),
        row(
          'upload in a slot, proposer to the whole committee',
          { proofs: 'plain', members: others },
          push,
          'MB',
          'the comments’ "even more bandwidth hungry scenario"',
        ),
        row(
          'upload rate, proposer to the whole committee',
          { proofs: 'plain', members: others },
          push.divide(Rational.whole(slot)).multiply(Rational.whole(bitsPerByte)),
          'Mbit/s',
        ),
      ],
      conclusion:
        `"25 MBs" is true per slot, not per second: ${about(perSlot[0]!)} MB plain and ${about(perSlot[1]!)} MB ` +
        `compressed in ${slot} s, with 25 MB between them. Per second it is ${about(perSecond)} MB; 25 MB a second ` +
        `would be ${about(needed)} transactions a second. Gossip multiplies the download by between 1 and the mesh ` +
        `degree (${gossipDegree}); a proposer who must send every transaction to the ${others} other members uploads ` +
        `${about(push)} MB a slot.`,
    }
  },
}
