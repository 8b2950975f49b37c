----------------------------- MODULE NodeBasics -----------------------------
(***************************************************************************)
(* What the roles of a node have in common and no profile decides:         *)
(* sequences, checks that are asked alike, messages, effects.              *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

Elements(q) == {q[i] : i \in DOMAIN q}
HasNothingTwice(q) == \A i, j \in DOMAIN q : q[i] = q[j] => i = j

IsSequence(q) == DOMAIN q = 1..Len(q)
IsNames(q) == IsSequence(q) /\ Elements(q) \subseteq STRING

\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

-----------------------------------------------------------------------------
\* Of the view, alike wherever it is asked.

NoAlarm(s) == Require(~s.view.alarm, "AlarmRaised")                           \* FOLLOW-5
NoFallback(s) == Require(~s.view.fallback, "FallbackActive")                  \* ATTEST-1, BUILD-1

-----------------------------------------------------------------------------
\* Messages.

\* What is refused before anything of it is read.
FormRefusals(form) == UNION {
    Require(form # "oversized", "MessageOversized"),                          \* MESSAGE-1
    Require(form # "version", "VersionUnknown"),                              \* MESSAGE-2
    Require(form # "domain", "DomainMismatch"),                               \* MESSAGE-3
    Require(form # "malformed", "MessageMalformed") }                         \* MESSAGE-4

\* MESSAGE-7, MESSAGE-8.
SignatureRefusals(form) == Require(form # "signature", "SignatureInvalid")

-----------------------------------------------------------------------------
\* What is sent out.

Effect(kind, id, body, slot) == [kind |-> kind, id |-> id, body |-> body, expiresSlot |-> slot]
=============================================================================
