import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { staleContracts } from './current.ts'
import { GENERATED_CONTRACTS, generate } from './generate.ts'
import { repositoryRoot } from './subset.ts'

/** `npm run generate` writes the generated files; with `--check` it only compares. */
function main(options: readonly string[]): number {
  if (!options.includes('--check')) {
    const folder = join(repositoryRoot, GENERATED_CONTRACTS)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const files = generate()
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
    console.log(`generated ${files.size} files into ${GENERATED_CONTRACTS}`)
    return 0
  }
  const stale = staleContracts()
  for (const difference of stale) console.error(difference)
  if (stale.length > 0) console.error('run npm run generate, and commit what it writes')
  else console.log(`${GENERATED_CONTRACTS} is current`)
  return stale.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
