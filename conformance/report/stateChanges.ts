/** One value that a step changed, as people read it. */
export interface Change {
  /** Where in the state, for example `accounts.p1.available`. */
  readonly path: string
  readonly from: string
  readonly to: string
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Canonical JSON as a value. Integers that a number cannot hold stay text. */
export function parseCanonical(text: string): Json {
  const quoted = text.replace(/"(?:\\.|[^"\\])*"|-?\d{16,}/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  )
  return JSON.parse(quoted) as Json
}

/** What differs between two states, in the order of their names. */
export function changesBetween(before: string, after: string): Change[] {
  return differences('', parseCanonical(before), parseCanonical(after))
}

function differences(path: string, from: Json, to: Json): Change[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  if (isRecord(from) && isRecord(to) && !isWhole(from) && !isWhole(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return names.flatMap((name) =>
      differences(path === '' ? name : `${path}.${name}`, from[name] ?? null, to[name] ?? null),
    )
  }
  return [{ path, from: describeValue(from), to: describeValue(to) }]
}

/** A value as one short text: blocks as `content@slot`, claims, samples and postings in words, anything else as JSON. */
export function describeValue(value: Json): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(describeValue).join(', ')
  if (isBlock(value)) {
    if (value.slot === -1) return 'genesis'
    const { slot, content, beneficiary, forced } = value
    return `${content}@${slot}${beneficiary === 'none' ? '' : ` for ${beneficiary}`}${forced === 0 ? '' : ` with ${forced} forced`}`
  }
  if (isClaim(value)) {
    if (value.proverAddress === 'none') return 'none'
    return `${value.proverAddress} for epoch ${value.epochToProve}, bond ${value.bondAmount}, fee ${value.basisPointFee}, by ${value.claimant}`
  }
  if (isEntry(value)) return `${value.transaction} by epoch ${value.includedByEpoch}`
  if (isPosting(value)) {
    return `${describeValue(value.committee!)} signed by ${describeValue(value.attestations!)}`
  }
  if (isProposal(value)) {
    const { slot, parent, transactions, forced, root, blobs } = value
    if (slot === -1) return 'none'
    const oddities = [
      ...(forced === 0 ? [] : [`${forced} forced`]),
      ...(describeValue(root!) === 'wrong' ? ['wrong root'] : []),
      ...(blobs === 'match' ? [] : ['other blobs']),
    ]
    const on = isRecord(parent) && parent.slot === -1 ? 'genesis' : describeValue(parent!)
    return [`${describeValue(transactions!)}@${slot} on ${on}`, ...oddities].join(', ')
  }
  if (isSample(value)) {
    const members = value.members as readonly Json[]
    return `epoch ${value.epoch} by ${value.randao}: ${members.length === 0 ? 'nobody' : describeValue(members)}`
  }
  if (isRecord(value))
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${describeValue(inner)}`)
      .join(', ')}}`
  return String(value)
}

type JsonRecord = { readonly [name: string]: Json }

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const has = (value: Json, ...names: string[]): value is JsonRecord =>
  isRecord(value) && Object.keys(value).sort().join() === names.sort().join()

export const isBlock = (value: Json): value is JsonRecord =>
  has(value, 'slot', 'content', 'beneficiary', 'forced')
const isClaim = (value: Json): value is JsonRecord =>
  has(value, 'epochToProve', 'proverAddress', 'bondAmount', 'basisPointFee', 'claimant')
const isEntry = (value: Json): value is JsonRecord => has(value, 'transaction', 'includedByEpoch')
const isPosting = (value: Json): value is JsonRecord => has(value, 'committee', 'attestations')
/** What a node signs. */
const isProposal = (value: Json): value is JsonRecord =>
  has(value, 'slot', 'timestampSlot', 'parent', 'transactions', 'forced', 'root', 'blobs')
const isSample = (value: Json): value is JsonRecord =>
  has(value, 'epoch', 'randao', 'members') && Array.isArray((value as JsonRecord).members)

/** Values that are told as one, not member by member. */
const isWhole = (value: Json): boolean =>
  isBlock(value) ||
  isClaim(value) ||
  isSample(value) ||
  isEntry(value) ||
  isPosting(value) ||
  isProposal(value)
