"""One JSON document a line: a question on standard input, its answer on standard output."""

import json
import sys


def serve(answer):
    """Answers every question with what `answer` gives for it; what it raises is told as `{"error": …}`."""
    for line in sys.stdin:
        try:
            said = answer(json.loads(line))
        except Exception as error:  # whatever a counterpart cannot do fails the test that asked for it
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(said, ensure_ascii=False), flush=True)
