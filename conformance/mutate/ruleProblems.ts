import path from 'node:path'
import ts from 'typescript'
import { OutsideSubset, readRules } from '../../impl/generate/subset.ts'
import type { Finding } from './finding.ts'
import { repositoryRoot } from './reference.ts'

/** The mutated text of one file in place of the file. */
let overlay: { file: string; text: string; version: number } = { file: '', text: '', version: 0 }

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
}

const service = ts.createLanguageService({
  getScriptFileNames: () => [overlay.file],
  getScriptVersion: (file) => (file === overlay.file ? String(overlay.version) : '0'),
  getScriptSnapshot: (file) => {
    const text = file === overlay.file ? overlay.text : ts.sys.readFile(file)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => repositoryRoot,
  getCompilationSettings: () => options,
  getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
})

/** What is wrong with a file of rules before it is run: the first complaint of the type checker, then the generator's. */
export function ruleProblems(file: string, text: string): Finding | undefined {
  overlay = { file: path.join(repositoryRoot, file), text, version: overlay.version + 1 }
  const [diagnostic] = [
    ...service.getSyntacticDiagnostics(overlay.file),
    ...service.getSemanticDiagnostics(overlay.file),
  ]
  if (diagnostic)
    return {
      caughtBy: 'type checker',
      detail: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').slice(0, 160),
    }
  try {
    readRules(file, text)
    return undefined
  } catch (error) {
    if (!(error instanceof OutsideSubset)) throw error
    return { caughtBy: 'generator', detail: error.message.slice(0, 160) }
  }
}
