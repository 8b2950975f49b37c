/**
 * `tsx impl/contracts/format.ts [--check]`: the layout of Solidity, by the formatter of the makers of anvil. What is
 * generated has the layout of its generator.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PRODUCTION_SOURCES, readSources } from './compile.ts'

const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'win32' }
const processors: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/** The platform package's own binary: the wrapper of the package hides its exit code. */
function forgeBinary(): string {
  const name = `@foundry-rs/forge-${systems[process.platform]}-${processors[process.arch]}`
  const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/forge/package.json')
  return createRequire(wrapper).resolve(`${name}/bin/forge${process.platform === 'win32' ? '.exe' : ''}`)
}

const folders = [PRODUCTION_SOURCES, 'conformance']
const files = [...(await readSources(folders)).keys()].filter((file) => !file.includes('/generated/'))
const check = process.argv.includes('--check') ? ['--check'] : []
const root = fileURLToPath(new URL('./', import.meta.url))
const { status, error } = spawnSync(forgeBinary(), ['fmt', ...check, '--root', root, ...files], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  stdio: 'inherit',
})
if (error) throw error
console.log(`${files.length} files of Solidity${check.length > 0 ? ' looked at' : ''}`)
process.exitCode = status ?? 1
