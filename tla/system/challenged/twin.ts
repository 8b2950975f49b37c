/** The cut of posted signatures in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import { integer } from '../../tlc/text.ts'
import type { Twin } from '../../tlc/twin.ts'
import { slotTwin } from '../slot/twin.ts'
import type { ChallengedProfile } from './profiles.ts'

export const challengedTwin: Twin<ChallengedProfile> = {
  ...slotTwin,
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'ChallengedReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCChallenged',
    properties: 'ChallengedProperties',
    reach: 'ChallengedReach',
  },
  live: {},
  rules(profile) {
    const { plain, structured } = slotTwin.rules(profile)
    return {
      plain: [...plain, ['ChallengeSlots', integer(profile.challengeSlots, 'challengeSlots')]],
      structured,
    }
  },
}
