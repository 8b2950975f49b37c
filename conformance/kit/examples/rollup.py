"""The L1 rollup by its clauses (spec/clauses), and by the state and the events of spec/actors/l1-rollup.md."""

from copy import deepcopy
from functools import lru_cache

from keccak import keccak256

GENESIS = {"slot": -1, "content": "genesis", "beneficiary": "none"}
NO_ACCOUNT = {"available": "0", "withdrawing": "0", "unlockSlot": 0, "staked": "0"}
#: Stands in an event between its checks and what it does.
ACCEPTED = (True, "")


@lru_cache(None)
def hash_words(*words):
    """EPOCH-10."""
    return int.from_bytes(keccak256(b"".join(word.to_bytes(32, "big") for word in words)), "big")


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
        if event["type"] in ("propose", "claimEpochProofRight", "submitEpochProof", "prune"):
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

    def prune_is_due(self, s):
        if not s["pending"]:
            return False
        age = self.epoch(self.now(s)) - self.epoch(s["pending"][0]["slot"])
        closed = self.offset(self.now(s)) >= self.p["claimWindowSlots"]
        return age > 1 or (age == 1 and s["claim"] is None and closed)  # PRUNE-2, PRUNE-1

    def settle(self, s):
        """Makes of a stored state the effective one."""
        if self.prune_is_due(s):
            s["pending"] = []
        claim = s["claim"]
        if claim and self.epoch(self.now(s)) > claim["epochToProve"] + 1:  # PRUNE-3
            move(s["accounts"][claim["proverAddress"]], "staked", s, "slashed", int(claim["bondAmount"]))
            s["claim"] = None

    def advanceSlot(self, s, e):
        yield ACCEPTED
        s["slot"] += 1  # TIME-3

    # Committees

    def in_force(self, s):
        """EPOCH-5, EPOCH-6."""
        return [it for it in s["samples"] if it["epoch"] <= self.epoch(self.now(s))][-1]

    def frozen(self, s):
        """VALIDATOR-5."""
        changed_now = s["validators"]["changedEpoch"] == self.epoch(self.now(s))
        return s["validators"]["previous" if changed_now else "current"]

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
        seats, rounds = self.p["targetCommitteeSize"], self.p["shuffleRounds"]
        if len(frozen) <= seats:
            members = list(frozen)  # EPOCH-4
        else:
            members = [frozen[shuffled(i, len(frozen), seed, rounds)] for i in range(seats)]  # EPOCH-3
        kept = [it for it in s["samples"] if it["epoch"] >= self.in_force(s)["epoch"]]
        s["samples"] = kept + [{"epoch": epoch, "randao": e["randao"], "members": members}]

    def freeze(self, s):
        validators, epoch = s["validators"], self.epoch(self.now(s))
        if validators["changedEpoch"] != epoch:  # VALIDATOR-5
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

    def oldest_epoch(self, s):
        """The blocks of the oldest unproven epoch."""
        return [it for it in s["pending"] if self.epoch(it["slot"]) == self.epoch(s["pending"][0]["slot"])]

    def propose(self, s, e):
        committee, seats = e["committee"], e["attestations"]
        yield self.started(s)
        yield len(self.in_force(s)["members"]) > 0, "CommitteeEmpty"  # PROPOSE-1
        yield committee == self.in_force(s)["members"], "CommitteeMismatch"  # PROPOSE-2
        yield e["slot"] == self.now(s), "SlotNotCurrent"  # PROPOSE-3
        yield e["timestampSlot"] == e["slot"], "TimestampMismatch"  # PROPOSE-4
        yield e["parent"] == self.tip(s), "ParentNotTip"  # PROPOSE-5
        yield e["slot"] > self.tip(s)["slot"], "SlotTaken"  # PROPOSE-6
        yield e["caller"] == self.proposer(s, committee), "CallerNotProposer"  # PROPOSE-7
        yield e["blobs"] != "missing", "BlobsMissing"  # PROPOSE-8
        yield e["blobs"] in ("match", "missing"), "BlobHashesMismatch"  # PROPOSE-9
        signed = [(signer, member) for signer, member in zip(seats, committee) if signer != "none"]
        yield all(signer == member for signer, member in signed), "AttestationInvalid"  # PROPOSE-10
        yield len(signed) >= 2 * len(committee) // 3 + 1, "QuorumNotReached"  # PROPOSE-11
        yield ACCEPTED
        shares = self.p["rewardRemainder"] == "blockProposers"
        beneficiary = e["caller"] if shares else "none"
        s["pending"].append({"slot": e["slot"], "content": e["content"], "beneficiary": beneficiary})

    def prune(self, s, e):
        yield self.started(s)
        yield self.prune_is_due(self.state), "NothingToPrune"  # PRUNE-5; what is due has been settled in s
        yield ACCEPTED

    def claimEpochProofRight(self, s, e):
        quote, epoch = e["quote"], self.epoch(self.now(s))
        account = s["accounts"].get(quote["proverAddress"], NO_ACCOUNT)
        available, withdrawing = int(account["available"]), int(account["withdrawing"])
        bond = int(quote["bondAmount"])
        yield self.started(s)
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
        yield e["from"] == s["proven"], "ProofStartMismatch"  # PROOF-3
        yield e["to"] == end, "ProofEndMismatch"  # PROOF-4
        yield e["valid"], "ProofInvalid"  # PROOF-5
        anyone = self.p["proofSubmission"] == "anyone" or claim is None
        yield anyone or e["caller"] == claim["proverAddress"], "CallerNotProver"  # PROOF-10
        yield ACCEPTED
        self.credit(s, blocks, claim)
        if claim:
            account = s["accounts"].get(claim["proverAddress"], dict(NO_ACCOUNT))
            move(account, "staked", account, "available", int(claim["bondAmount"]))  # PROOF-7
        s["claim"], s["proven"], s["pending"] = None, end, s["pending"][len(blocks) :]  # PROOF-6

    def credit(self, s, blocks, claim):
        """REWARD-1 to REWARD-4, REWARD-6."""
        shares = self.p["rewardRemainder"] == "blockProposers"
        if not claim and not shares:
            return
        pool = int(s["tokens"]["rollup"]) - sum(map(int, s["credits"].values()))
        full = int(self.p["epochRewardWei"]) * (len(blocks) if self.p["rewardBasis"] == "block" else 1)
        reward = min(full, pool)
        fee = reward * claim["basisPointFee"] // 10_000 if claim else 0
        rest = reward - fee
        parts = [(it["beneficiary"], rest // len(blocks)) for it in blocks] if shares else [(claim["claimant"], rest)]
        for receiver, part in [(claim["proverAddress"], fee)] * bool(claim) + parts:
            if part > 0:
                move({}, "", s["credits"], receiver, part)

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
        yield ACCEPTED
        account["withdrawing"] = "0"
        self.end_withdrawal(account)
        move(s["tokens"], "escrow", s["tokens"], e["caller"], amount)

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
