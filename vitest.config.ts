import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{spec,tla,model,impl,conformance}/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two cores: the model checker and anvil are processes of their own.
    maxWorkers: 2,
  },
})
