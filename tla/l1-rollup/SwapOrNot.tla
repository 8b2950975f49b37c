------------------------------ MODULE SwapOrNot ------------------------------
(***************************************************************************)
(* What randomness draws: the seed of an epoch, the shuffle that a         *)
(* committee is the beginning of, the seat that proposes.  Words are       *)
(* sequences of 32 bytes, the most significant first (EPOCH-10).           *)
(***************************************************************************)
EXTENDS Integers, Sequences, Keccak256

CONSTANT ShuffleRounds   \* count of rounds, EPOCH-9
ASSUME ShuffleRounds \in Nat \ {0}

\* EPOCH-10: a number below 2^31 as a word.
WordOf(number) ==
    [i \in 1..32 |-> IF i <= 28 THEN 0 ELSE (number \div 256 ^ (32 - i)) % 256]

\* EPOCH-10: a word modulo a number below 2^23, byte by byte.
RECURSIVE ModFrom(_, _, _, _)
ModFrom(word, n, i, rest) ==
    IF i > 32 THEN rest ELSE ModFrom(word, n, i + 1, (rest * 256 + word[i]) % n)
Mod(word, n) == ModFrom(word, n, 1, 0)

\* Bit k of a word, bit 0 being the least significant.
Bit(word, k) == (word[32 - (k \div 8)] \div 2 ^ (k % 8)) % 2

\* EPOCH-2: the seed of the sample of an epoch.
Seed(epoch, prevrandao) == Keccak256(WordOf(epoch) \o prevrandao)

\* EPOCH-9: where the shuffle of n takes an index, 0-based, from a round on.
RECURSIVE ShuffledFrom(_, _, _, _)
ShuffledFrom(index, n, seed, round) ==
    IF round = ShuffleRounds THEN index
    ELSE LET roundHash == Keccak256(seed \o WordOf(round))
             flip      == (Mod(roundHash, n) + n - index) % n
             position  == IF flip > index THEN flip ELSE index
             bits      == Keccak256(roundHash \o WordOf(position \div 256))
         IN ShuffledFrom(IF Bit(bits, position % 256) = 1 THEN flip ELSE index,
                         n, seed, round + 1)
Shuffled(index, n, seed) == ShuffledFrom(index, n, seed, 0)

\* EPOCH-8: the seat, 0-based, that proposes in a slot.
DrawnSeat(epoch, slot, seed, seats) ==
    Mod(Keccak256(WordOf(epoch) \o WordOf(slot) \o seed), seats)
=============================================================================
