/** A constant and its value as TLA+ text. */
export type Constant = [name: string, value: string]

/** Constants by how a configuration gives them their values. */
export interface Constants {
  /** A configuration holds the value. */
  readonly plain: readonly Constant[]
  /** The value needs an operator `ProfileX`, which a module that is written for the profile defines. */
  readonly structured: readonly Constant[]
}

/** An actor in TLA+: all that generic code has to know of its folder. Modules are named without `.tla`. */
export interface Twin<Profile extends { readonly name: string }> {
  /** Absolute path of the folder with its modules; its Bug and liveness models are in `bug` and `live` there. */
  readonly folder: string
  readonly modules: {
    /** What the root module of a profile extends: it has what LockstepDump asks for, as MCL1Rollup shows. */
    readonly root: string
    /** What puts pairs of a state and an event to the rules, as PointwiseL1Rollup does. */
    readonly pointwise: string
    /** States the properties that the rules are made for. */
    readonly properties: string
    /** States what follows from the rules. */
    readonly consequences?: string
    /** Says what is to be reached. */
    readonly reach?: string
  }
  /** What liveness models are about, by their SPECIFICATION: a module in `live`, which extends the values of a profile. */
  readonly live: Readonly<Record<string, { readonly module: string; readonly profile: string }>>
  /** The constants of the rules. @throws ProfileModuleError for values that TLA+ or TLC cannot express */
  rules(profile: Profile): Constants
  /** Those of the root module, without StateLimit, which every actor has. @throws ProfileModuleError */
  bounds(profile: Profile): Constants
  /** Lines of a configuration that put tables in the place of what would be computed in every state. */
  tables(profile: Profile): readonly string[]
}

/** Name of the root module of a profile: `chain` is checked by `Chain.tla`. */
export const moduleName = ({ name }: { readonly name: string }): string =>
  name.charAt(0).toUpperCase() + name.slice(1)

export const assignment = ([name, value]: Constant): string => `    ${name} = ${value}`
