------------------------------ MODULE SwapOrNot ------------------------------
(***************************************************************************)
(* What randomness draws: the seed of an epoch, the shuffle that a         *)
(* committee is the beginning of, the seat that proposes.  Words are       *)
(* sequences of 32 bytes, the most significant first (EPOCH-10).           *)
(***************************************************************************)
EXTENDS Integers, Sequences, Keccak256

CONSTANT ShuffleRounds   \* counts of rounds, by doublings of the set, EPOCH-12
ASSUME ShuffleRoundsOK ==
    /\ ShuffleRounds # <<>>
    /\ \A i \in DOMAIN ShuffleRounds : ShuffleRounds[i] \in Nat \ {0}

\* EPOCH-10: a number below 2^31 as a word.
WordOf(number) ==
    [i \in 1..32 |-> IF i <= 28 THEN 0 ELSE (number \div 256 ^ (32 - i)) % 256]

\* Folds are functions and not RECURSIVE operators: TLC keeps the value of a
\* definition only where the level of everything in it is known.

\* EPOCH-10: a word modulo a number below 2^23, byte by byte.
Mod(word, n) ==
    LET rest[i \in 0..32] == IF i = 0 THEN 0 ELSE (rest[i - 1] * 256 + word[i]) % n
    IN rest[32]

\* Bit k of a word, bit 0 being the least significant.
Bit(word, k) == (word[32 - (k \div 8)] \div 2 ^ (k % 8)) % 2

\* EPOCH-2: the seed of the sample of an epoch.
Seed(epoch, prevrandao) == Keccak256(WordOf(epoch) \o prevrandao)

\* EPOCH-9: what round r does to an index of n, 0-based.
Swapped(index, n, seed, r) ==
    LET roundHash == Keccak256(seed \o WordOf(r))
        flip      == (Mod(roundHash, n) + n - index) % n
        position  == IF flip > index THEN flip ELSE index
        bits      == Keccak256(roundHash \o WordOf(position \div 256))
    IN IF Bit(bits, position % 256) = 1 THEN flip ELSE index

\* EPOCH-12: how many rounds a list of n takes to a committee of so many seats.
RoundsFor(n, seats) ==
    LET serving == {i \in DOMAIN ShuffleRounds : n <= seats * 2 ^ i}
        first   == CHOOSE i \in serving : \A j \in serving : i <= j
    IN ShuffleRounds[IF serving = {} THEN Len(ShuffleRounds) ELSE first]

\* EPOCH-9: where the shuffle of n takes an index, after all rounds.
Shuffled(index, n, seats, seed) ==
    LET rounds == RoundsFor(n, seats)
        after[r \in 0..rounds] ==
            IF r = 0 THEN index ELSE Swapped(after[r - 1], n, seed, r - 1)
    IN after[rounds]

\* EPOCH-8: the seat, 0-based, that proposes in a slot.
DrawnSeat(epoch, slot, seed, seats) ==
    Mod(Keccak256(WordOf(epoch) \o WordOf(slot) \o seed), seats)
=============================================================================
