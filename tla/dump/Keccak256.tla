------------------------------ MODULE Keccak256 ------------------------------
(***************************************************************************)
(* The hash of L1 over sequences of bytes, 0 to 255.  Keccak256.java       *)
(* replaces both operators; without it they have no value, so that a run   *)
(* that lacks the override fails instead of hashing something else.        *)
(***************************************************************************)
LOCAL NoValue(argument) == CHOOSE digest \in {} : digest = argument

\* The 32 bytes of keccak256(bytes).
Keccak256(bytes) == NoValue(bytes)

\* The bytes of a string in UTF-8.
Utf8(text) == NoValue(text)
=============================================================================
