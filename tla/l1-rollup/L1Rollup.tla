------------------------------ MODULE L1Rollup ------------------------------
(***************************************************************************)
(* The L1 rollup contract as an actor: the state that it stores, and its   *)
(* steps.  One step is one L1 transaction, or the passing of one slot: an  *)
(* event that nothing refuses leads to the state after it.  The rules are  *)
(* in L1RollupRules, with what they leave out.                             *)
(***************************************************************************)
EXTENDS L1RollupLogs

VARIABLE slot        \* the current slot, a count from 0
VARIABLE proven      \* the tip of the proven chain, a block
VARIABLE pending     \* the blocks beyond the proven tip, oldest first, as stored
VARIABLE claim       \* the live claim as stored; bondAmount in wei
VARIABLE accounts    \* prover -> escrow account; amounts in wei
VARIABLE slashed     \* wei that was slashed and not collected yet
VARIABLE tokens      \* holder -> wei of the token
VARIABLE credits     \* prover or validator -> wei of reward not collected yet
VARIABLE validators  \* the set as registered, as it was before the first change
                     \* of the epoch `changedEpoch`, and as it was before the
                     \* first of that epoch or the one before it; all in order
VARIABLE samples     \* recorded samples by epoch, from the one that was in
                     \* force when setupEpoch last succeeded
VARIABLE queue       \* the forced-inclusion queue, all that ever entered
VARIABLE taken       \* how many of it the proven chain has taken
VARIABLE posted      \* of every pending block, in their order, its committee and
                     \* its attestations; nothing where signatures are verified
VARIABLE fallback    \* what the fallback controller counts, see FallbackTiming

rollupVariables ==
    <<slot, proven, pending, claim, accounts, slashed, tokens, credits, validators, samples,
      queue, taken, posted, fallback>>

\* The state as a value; what the rules are asked about, what a view shows and
\* what a dump writes.
State == [
    slot       |-> slot,
    proven     |-> proven,
    pending    |-> pending,
    claim      |-> claim,
    accounts   |-> accounts,
    slashed    |-> slashed,
    tokens     |-> tokens,
    credits    |-> credits,
    validators |-> validators,
    samples    |-> samples,
    queue      |-> queue,
    taken      |-> taken,
    posted     |-> posted,
    fallback   |-> fallback ]

Init ==
    /\ slot       = Initial.slot
    /\ proven     = Initial.proven
    /\ pending    = Initial.pending
    /\ claim      = Initial.claim
    /\ accounts   = Initial.accounts
    /\ slashed    = Initial.slashed
    /\ tokens     = Initial.tokens
    /\ credits    = Initial.credits
    /\ validators = Initial.validators
    /\ samples    = Initial.samples
    /\ queue      = Initial.queue
    /\ taken      = Initial.taken
    /\ posted     = Initial.posted
    /\ fallback   = Initial.fallback

Becomes(s) ==
    /\ slot'       = s.slot
    /\ proven'     = s.proven
    /\ pending'    = s.pending
    /\ claim'      = s.claim
    /\ accounts'   = s.accounts
    /\ slashed'    = s.slashed
    /\ tokens'     = s.tokens
    /\ credits'    = s.credits
    /\ validators' = s.validators
    /\ samples'    = s.samples
    /\ queue'      = s.queue
    /\ taken'      = s.taken
    /\ posted'     = s.posted
    /\ fallback'   = s.fallback

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)

=============================================================================
