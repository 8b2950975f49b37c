/** Committed, and compared exactly by a test. */
export const gasFile = new URL('../../impl/contracts/gas.json', import.meta.url)
