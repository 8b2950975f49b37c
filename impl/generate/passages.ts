import { loadClauses } from '../../spec/clause.ts'
import { passageTable, readPassages } from '../../spec/rfc/passages.ts'
import type { Sources } from './contracts.ts'

/** Where the table of passages is committed, beside what it is made of. */
export const GENERATED_PASSAGES = 'spec/rfc'

/** Which clauses rest on which passage of the RFC, for people. */
export const generatePassages = (): Sources =>
  new Map([['README.md', passageTable(readPassages(), loadClauses())]])
