-------------------------------- MODULE Kept --------------------------------
(***************************************************************************)
(* For an operator that many rules apply to the same value.  TLC would     *)
(* evaluate it wherever it is named; Kept.java does so once while the same *)
(* few values are asked about.                                             *)
(***************************************************************************)

\* Operator(of), which depends on `of` and constants alone.
Kept(Operator(_), of) == Operator(of)
=============================================================================
