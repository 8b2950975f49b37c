"""The L1 rollup by its clauses (spec/clauses), and by the state and the events of spec/actors/l1-rollup.md."""

from copy import deepcopy
from functools import lru_cache

from keccak import keccak256

NO_ACCOUNT = {"available": "0", "withdrawing": "0", "unlockSlot": 0, "staked": "0"}
#: Of the fallback while neither a count nor a session runs.
NEVER = -1
#: They act on the effective state, and store it.
SETTLING_EVENTS = (
    *("propose", "challenge", "claimEpochProofRight"),
    *("submitEpochProof", "proposeWithProof", "forceInclusion", "prune"),
    *("deposit", "collectSlashed"),
)
#: Stands in an event between its checks and what it does.
ACCEPTED = (True, "")


@lru_cache(None)
def hash_words(*words):
    """EPOCH-10."""
    return int.from_bytes(keccak256(b"".join(word.to_bytes(32, "big") for word in words)), "big")


def rounds_for(count, seats, shuffle_rounds):
    """EPOCH-12."""
    served = (rounds for i, rounds in enumerate(shuffle_rounds, 1) if count <= seats * 2**i)
    return next(served, shuffle_rounds[-1])


def shuffled(index, count, seed, rounds):
    """EPOCH-9: the position that an index has after all rounds."""
    for number in range(rounds):
        h = hash_words(seed, number)
        flip = (h % count + count - index) % count
        m = max(index, flip)
        if hash_words(h, m // 256) >> (m % 256) & 1:
            index = flip
    return index


def move(source, source_key, target, target_key, amount):
    """Takes wei from one place of the state to another."""
    source[source_key] = str(int(source.get(source_key, "0")) - amount)
    target[target_key] = str(int(target.get(target_key, "0")) + amount)


class Rollup:
    """A rollup as deployed. `state` is the state as stored."""

    def __init__(self, parameters, administrator, randaos, pre):
        self.p, self.administrator, self.state = parameters, administrator, pre
        self.randaos = {name: int(value, 16) for name, value in randaos.items()}

    def apply(self, event):
        """Carries an event out. Returns the names of all checks that fail; none when it was accepted."""
        s = deepcopy(self.state)
        if event["type"] in SETTLING_EVENTS:
            self.settle(s)  # PRUNE-4
        refused = []
        for holds, name in getattr(self, event["type"])(s, event):
            if not holds:
                refused.append(name)
            if name == "" and refused:
                return refused
        self.state = s
        return []

    # Time and what it makes due

    def started(self, s):
        return s["slot"] >= 0, "NotStarted"  # TIME-4

    def now(self, s):
        """The slot that the clock shows: before genesis 0."""
        return max(s["slot"], 0)

    def epoch(self, slot):
        return slot // self.p["slotsPerEpoch"]  # TIME-2

    def offset(self, slot):
        return slot % self.p["slotsPerEpoch"]

    def settle(self, s):
        """Makes of a stored state the effective one: slot by slot, from the first that may make something due."""
        marks = [slot for slot in (s["fallback"]["countedFrom"], s["fallback"]["entered"]) if slot != NEVER]
        for slot in range(min(marks, default=s["slot"]), s["slot"] + 1):
            if self.prune_is_due(s, slot):
                self.keep_first(s, 0)
            self.slash(s, slot)
            self.enter(s, slot)
            self.leave(s, slot)

    def prune_is_due(self, s, slot):
        if not s["pending"]:
            return False
        age = self.epoch(slot) - self.epoch(s["pending"][0]["slot"])
        closed = self.offset(slot) >= self.p["claimWindowSlots"]
        return age > 1 or (age == 1 and s["claim"] is None and closed)  # PRUNE-2, PRUNE-1

    def slash(self, s, slot):
        claim = s["claim"]
        if claim and self.epoch(slot) > claim["epochToProve"] + 1:  # PRUNE-3
            move(s["accounts"][claim["proverAddress"]], "staked", s, "slashed", int(claim["bondAmount"]))
            s["claim"] = None

    # Fallback: FALLBACK-1 to FALLBACK-8

    def in_session(self, s):
        return s["fallback"]["entered"] != NEVER

    def waits(self, s):
        """Something that no proven block took."""
        return len(s["pending"]) > 0 or s["taken"] < len(s["queue"])

    def count(self, s, slot):
        """FALLBACK-2: the committee is in force, and counted against from a slot on if something waits."""
        counts = self.p["fallbackEnterSlots"] > 0 and self.waits(s)
        s["fallback"] = {"countedFrom": slot if counts else NEVER, "entered": NEVER, "advanced": NEVER}

    def begin_to_wait(self, s):
        if s["fallback"]["countedFrom"] == NEVER and not self.in_session(s):
            self.count(s, s["slot"])

    def enter(self, s, slot):
        start = s["fallback"]["countedFrom"]
        if start == NEVER or slot < start + self.p["fallbackEnterSlots"] or s["claim"]:  # FALLBACK-1, FALLBACK-3
            return
        self.keep_first(s, 0)  # FALLBACK-4
        s["fallback"] = {"countedFrom": NEVER, "entered": slot, "advanced": slot}

    def leave(self, s, slot):
        if not self.in_session(s):
            return
        end = s["fallback"]["entered"] + self.p["fallbackExitSlots"]  # FALLBACK-6
        unused = s["fallback"]["advanced"] + self.p["fallbackExitActivitySlots"]  # FALLBACK-7
        if slot >= min(end, unused):
            self.count(s, slot)  # FALLBACK-8

    def advanceSlot(self, s, e):
        yield ACCEPTED
        s["slot"] += 1  # TIME-3

    # Committees

    def in_force(self, s):
        """EPOCH-5, EPOCH-6."""
        return [it for it in s["samples"] if it["epoch"] <= self.epoch(self.now(s))][-1]

    def frozen(self, s):
        """VALIDATOR-5."""
        epochs_ago = self.epoch(self.now(s)) - s["validators"]["changedEpoch"]
        return s["validators"][{0: "earlier", 1: "previous"}.get(epochs_ago, "current")]

    def proposer(self, s, committee):
        """EPOCH-8."""
        if not committee:
            return "none"
        if self.p["proposerSelection"] == "offset":
            return committee[self.offset(self.now(s)) % len(committee)]
        sample = self.in_force(s)
        seed = hash_words(sample["epoch"], self.randaos[sample["randao"]])
        return committee[hash_words(self.epoch(self.now(s)), self.now(s), seed) % len(committee)]

    def setupEpoch(self, s, e):
        epoch = self.epoch(self.now(s)) + self.p["seedLookaheadEpochs"]
        yield self.started(s)
        yield all(it["epoch"] != epoch for it in s["samples"]), "EpochAlreadySampled"  # EPOCH-1
        yield ACCEPTED
        frozen = self.frozen(s)
        seed = hash_words(epoch, self.randaos[e["randao"]])  # EPOCH-2
        seats = self.p["targetCommitteeSize"]
        rounds = rounds_for(len(frozen), seats, self.p["shuffleRounds"])
        if len(frozen) <= seats:
            members = list(frozen)  # EPOCH-4
        else:
            members = [frozen[shuffled(i, len(frozen), seed, rounds)] for i in range(seats)]  # EPOCH-3
        kept = [it for it in s["samples"] if it["epoch"] >= self.in_force(s)["epoch"]]
        s["samples"] = kept + [{"epoch": epoch, "randao": e["randao"], "members": members}]

    def freeze(self, s):
        validators, epoch = s["validators"], self.epoch(self.now(s))
        if validators["changedEpoch"] != epoch:  # VALIDATOR-5
            validators["earlier"] = list(self.frozen(s))
            validators["previous"], validators["changedEpoch"] = list(validators["current"]), epoch

    def addValidator(self, s, e):
        yield self.started(s)
        yield e["caller"] == self.administrator, "CallerNotAdministrator"  # VALIDATOR-1
        yield e["validator"] != "none", "ValidatorZero"  # VALIDATOR-2
        yield e["validator"] not in s["validators"]["current"], "ValidatorAlreadyRegistered"  # VALIDATOR-3
        yield ACCEPTED
        self.freeze(s)
        s["validators"]["current"].append(e["validator"])

    def removeValidator(self, s, e):
        yield self.started(s)
        yield e["caller"] == self.administrator, "CallerNotAdministrator"  # VALIDATOR-1
        current = s["validators"]["current"]
        yield e["validator"] in current, "ValidatorNotRegistered"  # VALIDATOR-4
        yield ACCEPTED
        self.freeze(s)
        last = current.pop()
        if last != e["validator"]:
            current[current.index(e["validator"])] = last

    # The chain

    def tip(self, s):
        return s["pending"][-1] if s["pending"] else s["proven"]

    def keep_first(self, s, count):
        """Drops all pending blocks but so many, with their postings (CHALLENGE-2)."""
        s["pending"], s["posted"] = s["pending"][:count], s["posted"][:count]

    def oldest_epoch(self, s):
        """The blocks of the oldest unproven epoch."""
        return [it for it in s["pending"] if self.epoch(it["slot"]) == self.epoch(s["pending"][0]["slot"])]

    def propose(self, s, e):
        committee, seats = e["committee"], e["attestations"]
        yield self.started(s)
        yield not self.in_session(s), "FallbackActive"  # FALLBACK-5
        yield len(self.in_force(s)["members"]) > 0, "CommitteeEmpty"  # PROPOSE-1
        yield committee == self.in_force(s)["members"], "CommitteeMismatch"  # PROPOSE-2
        yield e["slot"] == self.now(s), "SlotNotCurrent"  # PROPOSE-3
        yield e["timestampSlot"] == e["slot"], "TimestampMismatch"  # PROPOSE-4
        yield e["parent"] == self.tip(s), "ParentNotTip"  # PROPOSE-5
        yield e["slot"] > self.tip(s)["slot"], "SlotTaken"  # PROPOSE-6
        yield e["caller"] == self.proposer(s, committee), "CallerNotProposer"  # PROPOSE-7
        yield from self.body_checks(s, e)
        signed = [(signer, member) for signer, member in zip(seats, committee) if signer != "none"]
        challenged = self.p["challengeSlots"] > 0  # CHALLENGE-1
        yield challenged or all(signer == member for signer, member in signed), "AttestationInvalid"  # PROPOSE-10
        yield len(signed) >= 2 * len(committee) // 3 + 1, "QuorumNotReached"  # PROPOSE-11
        yield ACCEPTED
        shares = self.p["rewardRemainder"] == "blockProposers"
        s["pending"].append(self.block(e, e["caller"] if shares else "none"))
        if challenged:
            s["posted"].append({"committee": list(committee), "attestations": list(seats)})  # CHALLENGE-2
        self.begin_to_wait(s)

    def block(self, e, beneficiary):
        return {**{name: e[name] for name in ("slot", "content", "forced")}, "beneficiary": beneficiary}

    def challenge(self, s, e):
        places = [place for place, it in enumerate(s["pending"]) if it["slot"] == e["slot"]]
        posting = s["posted"][places[0]] if places and s["posted"] else {"committee": [], "attestations": []}
        seats = list(zip(posting["attestations"], posting["committee"]))
        signer, member = seats[e["seat"]] if e["seat"] < len(seats) else ("none", "none")
        yield self.started(s)
        yield bool(places) and self.p["challengeSlots"] > 0, "NothingToChallenge"  # CHALLENGE-3
        yield e["preimage"] == "match", "PostingMismatch"  # CHALLENGE-4
        yield self.now(s) <= e["slot"] + self.p["challengeSlots"], "ChallengeTooLate"  # CHALLENGE-5
        yield signer not in ("none", member), "ChallengeUnfounded"  # CHALLENGE-6
        yield ACCEPTED
        self.keep_first(s, places[0])  # CHALLENGE-7
        if not s["pending"] and s["claim"]:
            self.return_bond(s, s["claim"])
            s["claim"] = None  # CHALLENGE-8
            self.put_entry_off(s)

    def put_entry_off(self, s):
        counted = s["fallback"]["countedFrom"]
        if counted != NEVER:  # CHALLENGE-13
            s["fallback"]["countedFrom"] = max(counted, s["slot"] + 1 - self.p["fallbackEnterSlots"])

    def return_bond(self, s, claim):
        account = s["accounts"].get(claim["proverAddress"], dict(NO_ACCOUNT))
        move(account, "staked", account, "available", int(claim["bondAmount"]))

    def body_checks(self, s, e):
        """What a block holds, whoever publishes it: blobs, and what it takes from the queue."""
        yield e["blobs"] != "missing", "BlobsMissing"  # PROPOSE-8
        yield e["blobs"] in ("match", "missing"), "BlobHashesMismatch"  # PROPOSE-9
        gone = s["taken"] + sum(it["forced"] for it in s["pending"])  # QUEUE-8
        left = s["queue"][gone + e["forced"] :]
        next_due = len(left) > 0 and left[0]["includedByEpoch"] <= self.epoch(self.now(s))
        yield gone + e["forced"] <= len(s["queue"]), "ForcedBeyondQueue"  # QUEUE-4
        yield e["forcedHash"] == "match", "ForcedHashMismatch"  # QUEUE-5
        yield e["content"] == "none" or not next_due, "ForcedTransactionsDue"  # QUEUE-6
        yield e["forced"] >= self.p["forcedMinimum"] or not next_due, "ForcedBelowMinimum"  # QUEUE-7

    def proposeWithProof(self, s, e):
        yield self.started(s)
        yield self.in_session(s), "FallbackNotActive"  # FALLBACK-9
        yield e["slot"] <= self.now(s), "SlotInFuture"  # FALLBACK-12
        yield e["timestampSlot"] == e["slot"], "TimestampMismatch"  # PROPOSE-4
        yield e["parent"] == s["proven"], "ParentNotTip"  # FALLBACK-11
        yield e["slot"] > s["proven"]["slot"], "SlotTaken"  # FALLBACK-12
        yield from self.body_checks(s, e)
        yield e["valid"], "ProofInvalid"  # FALLBACK-13
        yield ACCEPTED
        s["proven"] = self.block(e, "none")  # FALLBACK-14
        s["taken"] += e["forced"]
        s["fallback"]["advanced"] = s["slot"]
        self.pay(s, e["caller"], min(int(self.p["fallbackRewardWei"]), self.pool(s)))  # FALLBACK-15

    def forceInclusion(self, s, e):
        yield self.started(s)
        yield e["data"] == "fits", "ForcedDataUnfit"  # QUEUE-1
        yield e["valid"], "ForcedProofInvalid"  # QUEUE-2
        yield ACCEPTED
        date = self.epoch(self.now(s)) + self.p["forcedDelayEpochs"]
        s["queue"].append({"transaction": e["transaction"], "includedByEpoch": date})  # QUEUE-3
        self.begin_to_wait(s)

    def prune(self, s, e):
        yield self.started(s)
        yield len(s["pending"]) < len(self.state["pending"]), "NothingToPrune"  # PRUNE-5: has it been settled in s?
        yield ACCEPTED

    def claimEpochProofRight(self, s, e):
        quote, epoch = e["quote"], self.epoch(self.now(s))
        account = s["accounts"].get(quote["proverAddress"], NO_ACCOUNT)
        available, withdrawing = int(account["available"]), int(account["withdrawing"])
        bond = int(quote["bondAmount"])
        yield self.started(s)
        yield not self.in_session(s), "FallbackActive"  # FALLBACK-5
        yield self.offset(self.now(s)) < self.p["claimWindowSlots"], "ClaimWindowClosed"  # CLAIM-1
        yield any(self.epoch(it["slot"]) < epoch for it in s["pending"]), "NothingToClaim"  # CLAIM-2
        yield quote["epochToProve"] == epoch - 1, "QuoteForOtherEpoch"  # CLAIM-3
        yield s["claim"] is None, "ClaimAlreadyMade"  # CLAIM-4
        yield len(self.in_force(s)["members"]) > 0, "CommitteeEmpty"  # PROPOSE-1
        yield e["committee"] == self.in_force(s)["members"], "CommitteeMismatch"  # PROPOSE-2
        yield e["caller"] == self.proposer(s, e["committee"]), "CallerNotProposer"  # PROPOSE-7
        yield self.now(s) <= quote["validUntilSlot"], "QuoteExpired"  # CLAIM-5
        yield bond >= int(self.p["minimumBondWei"]), "BondBelowMinimum"  # CLAIM-6
        yield quote["basisPointFee"] <= 10_000, "FeeAboveMaximum"  # CLAIM-7
        yield available + withdrawing >= bond, "EscrowInsufficient"  # CLAIM-8
        yield quote["signer"] == quote["proverAddress"], "QuoteSignatureInvalid"  # CLAIM-9
        yield ACCEPTED
        if bond > 0:
            first = min(available, bond)  # CLAIM-10
            move(account, "available", account, "staked", first)
            move(account, "withdrawing", account, "staked", bond - first)
            self.end_withdrawal(account)
        terms = {name: quote[name] for name in ("epochToProve", "proverAddress", "bondAmount", "basisPointFee")}
        s["claim"] = {**terms, "claimant": e["caller"]}

    def submitEpochProof(self, s, e):
        blocks, claim = self.oldest_epoch(s), s["claim"]
        end = blocks[-1] if blocks else s["proven"]
        yield self.started(s)
        yield len(blocks) > 0, "NothingToProve"  # PROOF-1
        yield not blocks or self.epoch(end["slot"]) != self.epoch(self.now(s)), "EpochNotEnded"  # PROOF-2
        settled = self.p["challengeSlots"] == 0 or self.now(s) > end["slot"] + self.p["challengeSlots"]
        yield not blocks or settled, "ChallengeOpen"  # CHALLENGE-9
        yield e["from"] == s["proven"], "ProofStartMismatch"  # PROOF-3
        yield e["to"] == end, "ProofEndMismatch"  # PROOF-4
        yield e["valid"], "ProofInvalid"  # PROOF-5
        anyone = self.p["proofSubmission"] == "anyone" or claim is None
        yield anyone or e["caller"] == claim["proverAddress"], "CallerNotProver"  # PROOF-10
        yield ACCEPTED
        self.credit(s, blocks, claim)
        if claim:
            self.return_bond(s, claim)  # PROOF-7
        s["claim"], s["proven"], s["pending"] = None, end, s["pending"][len(blocks) :]  # PROOF-6
        s["posted"] = s["posted"][len(blocks) :]
        s["taken"] += sum(it["forced"] for it in blocks)  # QUEUE-8
        self.count(s, s["slot"])

    def credit(self, s, blocks, claim):
        """REWARD-1 to REWARD-4, REWARD-6."""
        shares = self.p["rewardRemainder"] == "blockProposers"
        if not claim and not shares:
            return
        full = int(self.p["epochRewardWei"]) * (len(blocks) if self.p["rewardBasis"] == "block" else 1)
        reward = min(full, self.pool(s))
        fee = reward * claim["basisPointFee"] // 10_000 if claim else 0
        rest = reward - fee
        parts = [(it["beneficiary"], rest // len(blocks)) for it in blocks] if shares else [(claim["claimant"], rest)]
        for receiver, part in [(claim["proverAddress"], fee)] * bool(claim) + parts:
            self.pay(s, receiver, part)

    def pool(self, s):
        return int(s["tokens"]["rollup"]) - sum(map(int, s["credits"].values()))

    def pay(self, s, receiver, amount):
        if amount > 0:
            move({}, "", s["credits"], receiver, amount)

    # Escrow and rewards

    def end_withdrawal(self, account):
        if account["withdrawing"] == "0":
            account["unlockSlot"] = 0

    def deposit(self, s, e):
        account, amount = s["accounts"].setdefault(e["caller"], dict(NO_ACCOUNT)), int(e["amount"])
        held = sum(int(account[part]) for part in ("available", "withdrawing", "staked"))
        yield amount > 0, "AmountZero"  # ESCROW-1
        yield int(s["tokens"].get(e["caller"], "0")) >= amount, "TokenBalanceInsufficient"  # ESCROW-2
        yield held + amount <= int(self.p["escrowCapWei"]), "EscrowCapExceeded"  # ESCROW-3
        yield ACCEPTED
        move(s["tokens"], e["caller"], s["tokens"], "escrow", amount)
        move({}, "", account, "available", amount)  # ESCROW-4

    def startWithdrawal(self, s, e):
        account, amount = s["accounts"].get(e["caller"], dict(NO_ACCOUNT)), int(e["amount"])
        yield self.started(s)
        yield amount > 0, "AmountZero"  # ESCROW-1
        yield int(account["available"]) >= amount, "AvailableInsufficient"  # ESCROW-5
        yield int(account["withdrawing"]) == 0, "WithdrawalPending"  # ESCROW-6
        yield ACCEPTED
        move(account, "available", account, "withdrawing", amount)
        account["unlockSlot"] = self.now(s) + self.p["withdrawalDelaySlots"]  # ESCROW-12

    def executeWithdrawal(self, s, e):
        account = s["accounts"].get(e["caller"], dict(NO_ACCOUNT))
        amount = int(account["withdrawing"])
        yield self.started(s)
        yield self.now(s) >= account["unlockSlot"], "WithdrawalLocked"  # ESCROW-7
        yield amount > 0, "NoWithdrawal"  # ESCROW-8
        yield e["receiver"] not in ("none", "escrow"), "ReceiverInvalid"  # ESCROW-14
        yield ACCEPTED
        account["withdrawing"] = "0"
        self.end_withdrawal(account)
        move(s["tokens"], "escrow", s["tokens"], e["receiver"], amount)

    def collectSlashed(self, s, e):
        amount = int(s["slashed"])
        yield amount > 0, "NothingSlashed"  # ESCROW-9
        yield ACCEPTED
        s["slashed"] = "0"
        move(s["tokens"], "escrow", s["tokens"], "sink", amount)

    def collectReward(self, s, e):
        amount = int(s["credits"].get(e["caller"], "0"))
        yield amount > 0, "NothingToCollect"  # REWARD-5
        yield ACCEPTED
        s["credits"][e["caller"]] = "0"
        move(s["tokens"], "rollup", s["tokens"], e["caller"], amount)
