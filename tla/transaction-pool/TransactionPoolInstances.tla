---------------------- MODULE TransactionPoolInstances ----------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/transaction-pool.md lists them.  A variation changes only   *)
(* what it names, so that it is refused for that alone.                    *)
(***************************************************************************)
EXTENDS TransactionPoolProperties

CONSTANTS
    Own,       \* of the senders that are no peers, those that send
    Requests,  \* transactions that peers ask for, in order; with none of them no request comes
    Asks,      \* transactions that a role asks for
    Views,     \* what the follower can report
    Crashes,   \* what a crash leaves of the store
    Horizon    \* the last slot that is explored

Sending == Elements(Peers) \cup Elements(Own)

\* Meant to pass when anything can.
BaseOfTransaction(copy) ==
    [name |-> "receiveTransaction", form |-> "fits",
     transaction |-> copy.transaction, proof |-> copy.proof, from |-> copy.from]

CopyFrom(transaction, proof, from) == [transaction |-> transaction, proof |-> proof, from |-> from]
CopiesThatCome == {c \in Elements(AllCopies) : c.from \in Sending}

Received ==
    LET base == BaseOfTransaction(CopyFrom(Transactions[1], Proofs[1], Peers[1])) IN UNION {
    {BaseOfTransaction(c) : c \in CopiesThatCome},
    {[base EXCEPT !.form = f] : f \in Forms \ {"fits"}} }

Results ==
    {[name |-> "verified",
      transaction |-> c.transaction, proof |-> c.proof, from |-> c.from, valid |-> v] :
        c \in CopiesThatCome, v \in BOOLEAN}

Lists == {<<>>, Transactions} \cup {<<t>> : t \in Elements(Transactions)}

BaseOfRequest(s, transaction, from) ==
    [name |-> "receiveRequest", form |-> "fits", transaction |-> transaction, slot |-> s.slot, from |-> from]

Requested(s) ==
    IF Requests = <<>> THEN {}
    ELSE LET base == BaseOfRequest(s, Requests[1], Peers[1]) IN UNION {
        {BaseOfRequest(s, t, p) : t \in Elements(Requests), p \in Elements(Peers)},
        {[base EXCEPT !.form = f] : f \in Forms \ {"fits"}},
        {[base EXCEPT !.slot = n] : n \in {s.slot + 1, s.slot - 1} \cap Nat} }

Instances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}}
    \cup {[name |-> "follow", view |-> v] : v \in Elements(Views)}
    \cup Received
    \cup Results
    \cup {[name |-> "leave", from |-> from] : from \in Sending}
    \cup {[name |-> "ask", transaction |-> t] : t \in Elements(Asks)}
    \cup {[name |-> "release", transactions |-> L] : L \in Lists}
    \cup Requested(s)
    \cup {[name |-> "crash", store |-> c] : c \in Elements(Crashes)}
=============================================================================
