import type { Profile } from '../../spec/parameters.ts'
import { type Blob, numberedBlob } from '../evm/blobs.ts'
import type { Hex } from '../evm/word.ts'
import type { BodyHashes } from '../translation/blocks.ts'

/** Contents of blocks as blobs with real proofs. */
export interface BlobBodies extends BodyHashes {
  /** @throws RangeError for a hash that is none of these bodies' */
  blobsOf(versionedHashes: readonly Hex[]): readonly Blob[]
}

const UNKNOWN = 14
const ANOTHER = 15

/**
 * The first content of a profile is one numbered blob, the second two, and so on; contents that the profile does not
 * name (a block that was never there) are blob 14, and blob 15 is in no body.
 */
export async function blobBodies(profile: Profile): Promise<BlobBodies> {
  const byContent = new Map<string, readonly Blob[]>()
  let next = 0
  for (const [index, content] of profile.contents.entries()) {
    const numbers = Array.from({ length: index + 1 }, () => next++)
    if (next > UNKNOWN) throw new RangeError(`profile ${profile.name} has more contents than there are blobs`)
    byContent.set(content, await Promise.all(numbers.map(numberedBlob)))
  }
  const [unknown, another] = await Promise.all([UNKNOWN, ANOTHER].map(numberedBlob))
  const blobs = [...byContent.values(), [unknown!], [another!]].flat()
  const byHash = new Map(blobs.map((blob) => [blob.versionedHash, blob]))
  return {
    of: (content) => (byContent.get(content) ?? [unknown!]).map((blob) => blob.versionedHash),
    another: another!.versionedHash,
    blobsOf: (hashes) =>
      hashes.map((hash) => {
        const blob = byHash.get(hash)
        if (!blob) throw new RangeError(`no blob has the versioned hash ${hash}`)
        return blob
      }),
  }
}
