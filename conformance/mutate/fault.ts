/** A mistake in the hand-written shell of the contracts, as an exact replacement. */
export interface Fault {
  readonly name: string
  /** Below `impl/contracts/src`. */
  readonly file: string
  readonly clause: string
  /** Occurs exactly once. */
  readonly original: string
  readonly replacement: string
  /** Profiles in which the clause matters. */
  readonly profiles: readonly string[]
  /** Why no state and event of the model can show it. Its catch is then one of the dedicated tests. */
  readonly unseenByOneStep?: string
}
