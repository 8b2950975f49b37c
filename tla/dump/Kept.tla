-------------------------------- MODULE Kept --------------------------------
(***************************************************************************)
(* Of a value that follows from another one, and that many rules ask for.  *)
(* TLC would evaluate it wherever it is named; Kept.java does so once      *)
(* while the same few values are asked about.                              *)
(***************************************************************************)

\* The value, which may depend on `of`, a record, and on constants alone.
Kept(of, value) == value
=============================================================================
