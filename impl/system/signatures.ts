import type { Quote } from '../../model/claimant/vocabulary.ts'
import { proposalText } from '../../model/node/facts.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { SignedLie } from './choice.ts'
import type { Fact } from './fact.ts'

/** What honest nodes signed: nobody else can make a signature of theirs. */
type Facts = readonly Fact[]

export const didAttest = (facts: Facts, member: string, proposal: Proposal): boolean =>
  didSign(facts, 'signed', member, proposal)

export function didQuote(facts: Facts, member: string, quote: Quote): boolean {
  const text = JSON.stringify(quote)
  return facts.some(
    (fact) => fact.kind === 'quoted' && fact.member === member && JSON.stringify(fact.quote) === text,
  )
}

/** A message as it arrives with the signature of an honest node: one that it did not sign is not signed. */
export function asSigned(facts: Facts, signer: string, message: SignedLie): SignedLie {
  if (message.form !== 'fits' || isSigned(facts, signer, message)) return message
  return { ...message, form: 'signature' }
}

function isSigned(facts: Facts, signer: string, message: SignedLie): boolean {
  switch (message.kind) {
    case 'proposal':
      return didSign(facts, 'proposed', signer, message.proposal)
    case 'attestation':
      return didAttest(facts, signer, message.proposal)
    case 'quote':
      return didQuote(facts, signer, message.quote)
  }
}

function didSign(facts: Facts, kind: 'signed' | 'proposed', member: string, proposal: Proposal): boolean {
  const text = proposalText(proposal)
  return facts.some(
    (fact) => fact.kind === kind && fact.member === member && proposalText(fact.proposal) === text,
  )
}
