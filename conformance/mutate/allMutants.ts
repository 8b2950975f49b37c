import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PRODUCTION_SOURCES } from '../../impl/contracts/compile.ts'
import { GENERATED_CONTRACTS } from '../../impl/generate/generate.ts'
import { logSignatures } from '../translation/logs.ts'
import { removedChecks, shellFaults } from './contractMutants.ts'
import { deploymentMutants } from './deploymentMutants.ts'
import { faults } from './faults.ts'
import { harness, harnessMutants } from './harnessMutants.ts'
import { logMutants } from './logMutants.ts'
import { type Mutant, type Side, sides } from './mutant.ts'
import { repositoryRoot } from './reference.ts'
import { machineMutants, ruleMutants, updateMutants } from './statechartMutants.ts'
import { tlaMutants } from './tlaMutants.ts'

/** The text of a file, by path from the root of the repository. */
export const textOf = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** Contracts that announce something. */
const emitters = ['Rollup.sol', 'ProofEscrow.sol', 'Rewards.sol', 'Administration.sol']
const logTypes = new Map(
  Object.values(logSignatures)
    .flat()
    .map((signature): [string, string[]] => {
      const [, name, parameters] = /^event (\w+)\((.*)\)$/.exec(signature)!
      return [name!, parameters!.split(', ').map((parameter) => parameter.split(' ')[0]!)]
    }),
)

/** What constructors check, and the sources whose constructors may do so. */
const checksOfDeployments = (): Mutant[] => {
  const library = `${PRODUCTION_SOURCES}/Deployment.sol`
  const others = readdirSync(path.join(repositoryRoot, PRODUCTION_SOURCES))
    .filter((name) => name.endsWith('.sol') && name !== 'Deployment.sol')
    .sort()
    .map((name): [string, string] => [
      `${PRODUCTION_SOURCES}/${name}`,
      textOf(`${PRODUCTION_SOURCES}/${name}`),
    ])
  return deploymentMutants([library, textOf(library)], new Map(others))
}

/** Modules of TLA+ that say what happens. */
const ruleModules = ['L1RollupTypes', 'L1RollupRules', 'L1RollupLogs'].map(
  (name) => `tla/l1-rollup/${name}.tla`,
)

const rules = ['model/l1-rollup/rules', 'model/fallback-controller/rules']
const makers: Readonly<Record<Side, () => Mutant[]>> = {
  tla: () => ruleModules.flatMap((file) => tlaMutants(file, textOf(file))),
  statechart: () => [
    ...machineMutants('model/l1-rollup/l1-rollup.machine.ts', textOf('model/l1-rollup/l1-rollup.machine.ts')),
    ...rules.flatMap((folder) =>
      readdirSync(path.join(repositoryRoot, folder))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .sort()
        .flatMap((name) => ruleMutants(`${folder}/${name}`, textOf(`${folder}/${name}`))),
    ),
    ...updateMutants('model/l1-rollup/updates.ts', textOf('model/l1-rollup/updates.ts')),
  ],
  contract: () => [
    ...removedChecks(`${GENERATED_CONTRACTS}/Checks.sol`, textOf(`${GENERATED_CONTRACTS}/Checks.sol`)),
    ...shellFaults(faults, textOf),
    ...checksOfDeployments(),
    ...emitters.flatMap((name) =>
      logMutants(`${PRODUCTION_SOURCES}/${name}`, textOf(`${PRODUCTION_SOURCES}/${name}`), logTypes),
    ),
  ],
  harness: () => Object.keys(harness).flatMap((file) => harnessMutants(file, textOf(file))),
}

/**
 * Every mutant of the repository as it is.
 * @throws MutantUnfit for a fault that applies no more, or for two mutants of one name
 */
export function allMutants(): Mutant[] {
  const mutants = sides.flatMap((side) => makers[side]())
  const names = new Set<string>()
  for (const { name } of mutants) {
    if (names.has(name)) throw new Error(`two mutants are called ${name}`)
    names.add(name)
  }
  return mutants
}
