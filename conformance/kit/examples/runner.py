"""The protocol of the kit over an implementation in Python: a question per line on stdin, its answer on stdout.

    npx lockstep run-vectors report/vectors --on "python3 conformance/kit/examples/runner.py"
"""

import json
import sys

import functions
from rollup import Rollup

PROTOCOL = 2


class Runner:
    rollup = None

    def hello(self, question):
        have = sorted(functions.BY_NAME)
        return {"protocol": PROTOCOL, "name": "rollup.py", "refusals": "all", "functions": have}

    def reset(self, question):
        deployed = {name: question[name] for name in ("parameters", "administrator", "randaos", "pre")}
        self.rollup = Rollup(**deployed)
        return {"ok": True}

    def apply(self, question):
        refused = self.rollup.apply(question["event"])
        return {"refused": refused} if refused else {"accepted": True}

    def observe(self, question):
        return {"state": self.rollup.state}

    def compute(self, question):
        return functions.compute(question["function"], question["parameters"], question["input"])


def main():
    runner = Runner()
    for line in sys.stdin:
        try:
            question = json.loads(line)
            answer = getattr(runner, question["ask"])(question)
        except Exception as error:  # The harness reports it with the case, and goes on.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
