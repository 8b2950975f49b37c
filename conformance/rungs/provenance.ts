import { execFile } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { keccak256 } from 'viem'
import { z } from 'zod'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts, EVM_VERSION, OPTIMIZER_RUNS } from '../../impl/contracts/compile.ts'
import { TEST_STAND } from '../../impl/contracts/deploy.ts'
import { pinnedJar } from '../../tla/tlc/jar.ts'
import type { Summary } from '../evidence.ts'
import { anvilBinary } from '../evm/anvil.ts'

const run = promisify(execFile)
const packageSchema = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  repository: z.union([z.string(), z.looseObject({ url: z.string() })]).optional(),
})

/**
 * The commit of the tree, with `-dirty` when files differ from it, or `unknown` outside of a checkout of its own.
 * @param root absolute path of the tree
 */
export async function readCommit(root: string): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', root, ...args], { timeout: 20_000 })).stdout.trim()
  try {
    // An unpacked archive inside of another checkout is not that checkout's commit.
    if (realpathSync(await git('rev-parse', '--show-toplevel')) !== realpathSync(root)) return 'unknown'
    const commit = await git('rev-parse', 'HEAD')
    return (await git('status', '--porcelain')) === '' ? commit : `${commit}-dirty`
  } catch {
    return 'unknown'
  }
}

/**
 * Where the files of a commit can be read: the address of the repository, from package.json or from the remote `origin`, as
 * the usual hosts write it. Undefined if neither is an address on the web, or the commit is not known.
 * @param root absolute path of the tree
 */
export async function readSources(root: string, commit: string): Promise<string | undefined> {
  const hash = /^[0-9a-f]{40}/.exec(commit)?.[0]
  if (hash === undefined) return undefined
  const remote = await run('git', ['-C', root, 'remote', 'get-url', 'origin'], { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
  const { repository } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const own = typeof repository === 'string' ? repository : repository?.url
  const address = webAddress(own ?? remote)
  if (address === undefined) return undefined
  return `${address}/${new URL(address).host.includes('gitlab') ? '-/blob' : 'blob'}/${hash}`
}

/** An address of git as one for browsers, without who may log in. */
export function webAddress(address: string): string | undefined {
  const found =
    /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:@]+\.[^/:@]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(
      address,
    ) ?? /^[\w.-]+@([\w-]+\.[\w.-]+):(?!\/)(.+?)(?:\.git)?$/.exec(address)
  const short = /^github:([\w.-]+\/[\w.-]+)$/.exec(address)?.[1]
  if (short !== undefined) return `https://github.com/${short}`
  return found === null ? undefined : `https://${found[1]}/${found[2]}`
}

/** What is deployed in a run, with its hashes; undefined if it does not compile, which the rungs say. */
export async function readBytecode(): Promise<Summary['bytecode']> {
  const compilation = await compileContracts().catch(() => undefined)
  if (compilation === undefined) return undefined
  const contracts = ['Rollup', 'ProofEscrow', ...Object.values(TEST_STAND)].map((name) => {
    const { file, bytecode, deployedBytecode } = artifactOf(compilation, name)
    return {
      file,
      name,
      bytes: deployedBytecode.length / 2 - 1,
      creation: keccak256(bytecode),
      deployed: keccak256(deployedBytecode),
    }
  })
  return {
    solc: dependencyVersion('solc'),
    optimizerRuns: OPTIMIZER_RUNS,
    evmVersion: EVM_VERSION,
    contracts,
  }
}

/** Versions of what produced the evidence, by name; `missing` for what cannot be run. */
export async function readVersions(root: string): Promise<Record<string, string>> {
  const [java, anvil] = await Promise.all([javaVersion(), anvilVersion()])
  const own = process.env.TLA2TOOLS_JAR
  return {
    lockstep: packageVersion(join(root, 'package.json')),
    node: process.versions.node,
    java,
    tlc: own === undefined || own === '' ? `2.18 (${pinnedJar.coordinate})` : `TLA2TOOLS_JAR=${own}`,
    anvil,
    solc: dependencyVersion('solc'),
    xstate: dependencyVersion('xstate'),
  }
}

async function javaVersion(): Promise<string> {
  try {
    const { stderr } = await run('java', ['-version'], { timeout: 20_000 })
    return /version "([^"]+)"/.exec(stderr)?.[1] ?? 'unknown'
  } catch {
    return 'missing'
  }
}

async function anvilVersion(): Promise<string> {
  try {
    const { stdout } = await run(anvilBinary(), ['--version'], { timeout: 20_000 })
    return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown'
  } catch {
    return 'missing'
  }
}

/** The installed version: a package may not export its package.json, so it is looked for above its entry. */
function dependencyVersion(name: string): string {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve(name))
    while (folder !== dirname(folder)) {
      const version = packageVersion(join(folder, 'package.json'), name)
      if (version !== 'unknown') return version
      folder = dirname(folder)
    }
    return 'unknown'
  } catch {
    return 'missing'
  }
}

function packageVersion(file: string, name?: string): string {
  try {
    const found = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return name === undefined || found.name === name ? (found.version ?? 'unknown') : 'unknown'
  } catch {
    return 'unknown'
  }
}
