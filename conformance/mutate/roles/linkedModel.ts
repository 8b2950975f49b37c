import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import { repositoryRoot } from '../reference.ts'

type Namespace = Record<string, unknown>
type Evaluated = (require: (name: string) => Namespace, exports: Namespace) => void

/** Modules that a mistake can be planted in; all others are loaded once, as they are. */
const isLinked = (file: string): boolean => /^model\/(?!core\/)/.test(file)

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  verbatimModuleSyntax: false,
}

/**
 * A role's modules in one process, linked anew for every mistake: what would be a copy of the model on disk, and a new
 * process, is some milliseconds here.
 */
export class LinkedModel {
  private readonly compiled = new Map<string, { run: Evaluated; imports: readonly string[] }>()
  private readonly outside = new Map<string, Namespace>()

  private constructor(private readonly role: string) {}

  static async of(role: string): Promise<LinkedModel> {
    const model = new LinkedModel(role)
    await model.loadOutside(model.entry, new Set())
    return model
  }

  private get entry(): string {
    return `model/${this.role}/actor.ts`
  }

  /** The actor of the role, with another text in one file if there is a mistake. */
  actor(mistake?: { readonly file: string; readonly text: string }): Actor<ActorTypes> {
    const modules = new Map<string, Namespace>()
    const load = (file: string): Namespace => {
      const known = modules.get(file)
      if (known) return known
      const exports: Namespace = {}
      modules.set(file, exports)
      const { run } = file === mistake?.file ? compile(file, mistake.text) : this.compiledOf(file)
      run((name) => {
        const other = resolved(file, name)
        return isLinked(other) ? load(other) : this.outside.get(other)!
      }, exports)
      return exports
    }
    const [actor] = Object.values(load(this.entry)) as [Actor<ActorTypes>]
    return actor
  }

  private compiledOf(file: string) {
    const known =
      this.compiled.get(file) ?? compile(file, readFileSync(path.join(repositoryRoot, file), 'utf8'))
    this.compiled.set(file, known)
    return known
  }

  private async loadOutside(file: string, seen: Set<string>): Promise<void> {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of this.compiledOf(file).imports) {
      const other = resolved(file, name)
      if (isLinked(other)) await this.loadOutside(other, seen)
      else if (!this.outside.has(other)) {
        const url = name.startsWith('.') ? pathToFileURL(path.join(repositoryRoot, other)).href : name
        this.outside.set(other, (await import(url)) as Namespace)
      }
    }
  }
}

const resolved = (from: string, name: string): string =>
  name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : name

function compile(file: string, text: string): { run: Evaluated; imports: readonly string[] } {
  const { outputText } = ts.transpileModule(text, { fileName: file, compilerOptions: options })
  const imports = [...outputText.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]!)
  return { run: new Function('require', 'exports', outputText) as Evaluated, imports }
}
