import { Command } from 'commander'
import { derivationNamed, derivations } from '../../spec/derivations/main.ts'
import { render } from '../../spec/derivations/render.ts'
import { type Terminal, UsageError } from './usage.ts'

/** `lockstep derive`. */
export function deriveCommand(terminal: Terminal): Command {
  return new Command('derive')
    .description("the RFC's numbers, recomputed exactly; one of them, or all")
    .usage('[NAME]')
    .argument('[name]', derivations.map(({ name }) => name).join(', '))
    .action((name: string | undefined) => {
      const chosen = name === undefined ? derivations : [derivationNamed(name)]
      const pages = chosen.map((derivation) => {
        if (derivation === undefined)
          throw new UsageError(`derive ${name}: expected one of ${derivations.map((d) => d.name).join(', ')}`)
        return render(derivation)
      })
      terminal.out(pages.join(`\n\n${'─'.repeat(78)}\n\n`))
    })
}
