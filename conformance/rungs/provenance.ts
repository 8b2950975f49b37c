import { execFile } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { pinnedJar } from '../../tla/tlc/jar.ts'
import { anvilBinary } from '../evm/anvil.ts'

const run = promisify(execFile)
const packageSchema = z.looseObject({ name: z.string().optional(), version: z.string().optional() })

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
