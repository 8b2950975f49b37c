import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take a minute or longer: begun first, none of them runs alone at the end. */
const longest = [
  'conformance/kit/default-set.test.ts',
  'conformance/kit/adapter/adapter.test.ts',
  'conformance/report/browser.test.ts',
  'model/system/interactions.test.ts',
  'impl/system/safety.test.ts',
  'conformance/cli/new-check/newCheck.test.ts',
  'model/node/arbitrary.test.ts',
  'conformance/system/rules.test.ts',
  'model/l1-rollup/profiles.test.ts',
  'conformance/system/slot.test.ts',
  'conformance/rungs/graph-parity/profile.test.ts',
  'tla/tlc/tlc.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((file) => moduleId.endsWith(`/${file}`))
      return found < 0 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((left, right) => place(left) - place(right))
  }
}

export default defineConfig({
  test: {
    include: ['{spec,tla,model,impl,conformance}/**/*.test.ts'],
    // The first test that needs it compiles contracts, fetches the model checker or computes KZG proofs.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // A browser on a machine that does other things as well takes more than the second that is the default.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // Files share what they import: loading it anew for each of them takes minutes of all together.
    isolate: false,
    // What is young is collected seldom: explorers make much that soon is garbage.
    execArgv: ['--max-old-space-size=6144', '--max-semi-space-size=128'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', ['json', { outputFile: 'build/tests.json' }]],
  },
})
