/** The roles of a node in TLA+, each with the profiles that it is explored in. */
import { loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { loadFallbackProposerPreset } from '../../spec/fallbackProposerParameters.ts'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { attesterTwin } from '../attester/twin.ts'
import { claimantTwin } from '../claimant/twin.ts'
import { fallbackProposerTwin } from '../fallback-proposer/twin.ts'
import { followerTwin } from '../follower/twin.ts'
import { proposerTwin } from '../proposer/twin.ts'
import { proverTwin } from '../prover/twin.ts'
import type { Twin } from '../tlc/twin.ts'
import { transactionPoolTwin } from '../transaction-pool/twin.ts'

interface Profile {
  readonly name: string
}

/** A role as whatever goes over all of them sees it. */
export interface RoleTwin<P extends Profile = Profile> {
  /** Its folder. */
  readonly actor: string
  readonly twin: Twin<P>
  /** @throws PresetError */
  profiles(): readonly P[]
}

const role = <P extends Profile>(of: RoleTwin<P>): RoleTwin => of as unknown as RoleTwin

export const roleTwins: readonly RoleTwin[] = [
  role({ actor: 'follower', twin: followerTwin, profiles: () => loadFollowerPreset().profiles }),
  role({ actor: 'transaction-pool', twin: transactionPoolTwin, profiles: () => loadPoolPreset().profiles }),
  role({ actor: 'attester', twin: attesterTwin, profiles: () => loadAttesterPreset().profiles }),
  role({ actor: 'proposer', twin: proposerTwin, profiles: () => loadProposerPreset().profiles }),
  role({ actor: 'claimant', twin: claimantTwin, profiles: () => loadClaimantPreset().profiles }),
  role({ actor: 'prover', twin: proverTwin, profiles: () => loadProverPreset().profiles }),
  role({
    actor: 'fallback-proposer',
    twin: fallbackProposerTwin,
    profiles: () => loadFallbackProposerPreset().profiles,
  }),
]
