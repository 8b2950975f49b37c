----------------------------- MODULE NodeBasics -----------------------------
(***************************************************************************)
(* What the roles of a node have in common, whatever their parameters are: *)
(* sequences, how checks refuse, what is asked of a message, and the form  *)
(* of what is sent out.                                                    *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

Elements(q) == {q[i] : i \in DOMAIN q}
HasNothingTwice(q) == \A i, j \in DOMAIN q : q[i] = q[j] => i = j

IsSequence(q) == DOMAIN q = 1..Len(q)
IsNames(q) == IsSequence(q) /\ Elements(q) \subseteq STRING

\* The first n of them, all if there are fewer.
AtMost(q, n) == [i \in DOMAIN q \cap 1..n |-> q[i]]

\* Those of L behind those of q, in order; what is there already is passed over.
RECURSIVE Appended(_, _)
Appended(q, L) ==
    IF L = <<>> THEN q
    ELSE Appended(IF Head(L) \in Elements(q) THEN q ELSE Append(q, Head(L)), Tail(L))

\* TX-13: one of the list has the nullifier of the transaction. `nullifiers`: of each
\* transaction, its nullifier.
IsSpentIn(transaction, list, nullifiers) ==
    \E i \in DOMAIN list : nullifiers[list[i]] = nullifiers[transaction]

-----------------------------------------------------------------------------
\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

-----------------------------------------------------------------------------
\* Messages.

\* What is refused before anything of it is read.
FormRefusals(form) == UNION {
    Require(form # "oversized", "MessageOversized"),                          \* MESSAGE-1
    Require(form # "version", "VersionUnknown"),                              \* MESSAGE-2
    Require(form # "domain", "DomainMismatch"),                               \* MESSAGE-3
    Require(form # "malformed", "MessageMalformed") }                         \* MESSAGE-4

\* MESSAGE-7, MESSAGE-8, MESSAGE-17.
SignatureRefusals(form) == Require(form # "signature", "SignatureInvalid")

-----------------------------------------------------------------------------
\* What is sent out.

\* `slot`: the last in which it is of use; -1: it does not expire.
Effect(kind, id, body, slot) == [kind |-> kind, id |-> id, body |-> body, expiresSlot |-> slot]
=============================================================================
