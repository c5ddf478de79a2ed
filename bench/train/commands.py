"""Commands that another process gives: one JSON `[name, settings]` a line, answered by one JSON a line."""

import json
import sys


def serve(*functions):
    """Calls the function of that name with the settings, until there are no more commands."""
    commands = {function.__name__: function for function in functions}
    for line in sys.stdin:
        name, settings = json.loads(line)
        print(json.dumps(commands[name](**settings)), flush=True)
