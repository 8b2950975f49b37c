import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{spec,tla,model,impl,conformance}/**/*.test.ts'],
    // The first test that needs it compiles contracts, fetches the model checker or computes KZG proofs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'build/tests.json' }]],
  },
})
